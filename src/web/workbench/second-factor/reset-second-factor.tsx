import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/page-head.tsx';
import type { Deputies } from '../deputies/deputy-list.ts';

/** 重置同事的: a colleague of the area lost the phone and has no recovery code. Asked for with a reason, which stays on the record. */
export function ResetSecondFactor() {
  const list = useApiQuery<Deputies>('access.list-deputies').data;
  const reset = useApiCommand('access.reset-second-factor');
  const [account, setAccount] = useState('');
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<{ account?: string; reason?: string }>({});
  const [done, setDone] = useState<string | undefined>(undefined);
  const send = async () => {
    const found = { ...(account === '' ? { account: '请选是谁。' } : {}), ...(reason.trim().length < 2 ? { reason: '请写原因，如 手机丢失，本人到场核对过身份证。' } : {}) };
    setFaults(found);
    setDone(undefined);
    if (Object.keys(found).length > 0 || (await reset.run({ account: Number(account), reason })) === undefined) return;
    setDone(list?.colleagues.find((one) => String(one.id) === account)?.name);
    setAccount('');
    setReason('');
  };
  return (
    <Section title="重置同事的" note="手机丢了，恢复码也没有了">
      <form className="sign-in" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <Field label="谁" required error={faults.account}>{(ids) => (
          <select {...ids} className="input" value={account} onChange={(event) => setAccount(event.target.value)}>
            <option value="">请选</option>
            {list?.colleagues.map((one) => <option key={one.id} value={one.id}>{one.name}（{one.where}）</option>)}
          </select>
        )}</Field>
        <Field label="原因" help="先核对本人。重置以后，那人所有的登录当场失效，下次登录重新绑定。" required error={faults.reason}>{(ids) => <input {...ids} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <ErrorNote problem={reset.problem} kept="您写的都还在这里。" />
        {done === undefined ? null : <p role="status">{done}的动态验证码已经重置。</p>}
        <div className="acts"><Button kind="main" type="submit" busy={reset.busy}>重置</Button></div>
      </form>
    </Section>
  );
}
