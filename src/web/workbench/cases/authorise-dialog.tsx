import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import type { CaseDetail } from './api.ts';

/** What was signed on paper at the window, member by member; a guardian signs for whom cannot. */
export function AuthoriseDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const open = detail.members.filter((member) => member.authorised === null && !member.dead);
  const [signed, setSigned] = useState<ReadonlySet<string>>(new Set());
  const [guardian, setGuardian] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const command = useApiCommand('casework.authorise');
  const toggle = (key: string) => setSigned((before) => {
    const after = new Set(before);
    if (!after.delete(key)) after.add(key);
    return after;
  });
  const send = async () => {
    if (signed.size === 0) return setError('还没有勾哪个人签了。');
    setError(undefined);
    if ((await command.run({ caseId: detail.caseId, members: [...signed], ...(guardian.trim() === '' ? {} : { representedBy: guardian.trim() }) })) !== undefined) onClose();
  };
  return (
    <Dialog open title="登记核对授权" onClose={onClose}>
      <form className="told" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p className="note">授权书由本人在窗口签，原件归档。不能自己签的，由监护人代签。</p>
        <ErrorNote problem={command.problem} />
        <fieldset aria-describedby={error === undefined ? undefined : 'sign-error'}>
          <legend>谁签了</legend>
          <ul className="signing">{open.map((member) => <li key={member.key}><label><input type="checkbox" checked={signed.has(member.key)} onChange={() => toggle(member.key)} /><span className="filled">{member.name}</span></label><span className="quiet">{member.relation}，{member.age ?? '年龄未录入'}{member.age === null ? '' : ' 岁'}</span></li>)}</ul>
          {error === undefined ? null : <span className="err" id="sign-error">{error}</span>}
        </fieldset>
        <Field label="代签的监护人" optional help="写姓名和关系，比如：陈秀英，母亲">{(ids) => <input {...ids} className="input" maxLength={60} value={guardian} onChange={(event) => setGuardian(event.target.value)} />}</Field>
        <div className="acts form-acts"><Button onPress={onClose}>先不办</Button><Button kind="main" type="submit" busy={command.busy}>登记 {signed.size} 人的签字</Button></div>
      </form>
    </Dialog>
  );
}
