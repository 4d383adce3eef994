import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';

/** 撤回申请: asked twice, because it ends the case. */
export function CallOff({ caseId, version, number }: { caseId: number; version: number; number: string }) {
  const step = useApiCommand('casework.take-step');
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  if (!asked) return <p className="acts"><Button kind="bare" onPress={() => setAsked(true)}>不想办了，撤回申请</Button></p>;
  return (
    <form noValidate className="call-off" onSubmit={(event) => { event.preventDefault(); void step.run({ caseId, step: 'withdraw', seen: version, data: reason.trim() === '' ? {} : { reason: reason.trim() } }); }}>
      <p>撤回以后，这一件（{number}）就不办了。以后需要，可以再申请。</p>
      <Field label="为什么撤回" optional>{(ids) => <input {...ids} className="input" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
      <ErrorNote problem={step.problem} />
      <p className="acts"><Button type="submit" busy={step.busy}>撤回，不办了</Button><Button kind="bare" onPress={() => setAsked(false)}>不撤回</Button></p>
    </form>
  );
}
