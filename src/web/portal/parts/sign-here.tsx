import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { useSignedIn } from '../../ui/session.ts';
import type { MyCase } from './answers.ts';

/** Who still has to sign that the means may be checked: oneself here, the others by their own account or at the window. */
export function SignHere({ one }: { one: MyCase }) {
  const me = one.toSign.find((member) => member.me);
  const others = one.toSign.filter((member) => !member.me);
  if (one.outcome !== null || one.toSign.length === 0) return null;
  return (
    <section className="mine-part todo" aria-labelledby="to-sign">
      <h2 id="to-sign">还差签字</h2>
      {me === undefined ? null : <SignMine caseId={one.caseId} />}
      {others.length === 0 ? null : (
        <>
          <p>家里还有{others.map((member) => member.name).join('、')}没有签字同意核对。每个成年人都要自己签：</p>
          <ul className="bring"><li>用自己的账号登录，在这一页签；</li><li>或者带身份证到村（居）委会、镇区窗口签。不满 18 岁的、签不了的，监护人到窗口代签。</li></ul>
          <p className="note">都签了，我们才能去核对。早签早办。</p>
        </>
      )}
    </section>
  );
}

function SignMine({ caseId }: { caseId: number }) {
  const { account } = useSignedIn();
  const authorise = useApiCommand('casework.authorise');
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const sign = () => {
    const wrong = name.trim() === '' ? '请写下您的姓名。' : name.replace(/\s/g, '') === account.name.replace(/\s/g, '') ? undefined : `要和您登录的姓名一样：${account.name}。`;
    setError(wrong);
    if (wrong === undefined) void authorise.run({ caseId });
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); sign(); }}>
      <p>我同意向公安、社保、银行、房产、车管等单位核对我的收入和财产，只用来办这件事。</p>
      <Field label="写下您的姓名，就是签字" error={error} required>{(ids) => <input {...ids} className="input" autoComplete="name" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
      <ErrorNote problem={authorise.problem} />
      <p className="acts"><Button kind="main" type="submit" busy={authorise.busy}>同意核对，签字</Button></p>
    </form>
  );
}
