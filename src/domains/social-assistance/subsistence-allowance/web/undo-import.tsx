import { useState } from 'react';
import { useApiCommand } from '../../../../web/api-client.ts';
import { Button } from '../../../../web/ui/button.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { Field } from '../../../../web/ui/field.tsx';
import type { RosterImport } from '../queries/list-imports.ts';

/** 撤销导入: says what will be closed, asks why; when something rests on the rows already, the refusal names them. */
export function UndoImport({ line, onDone }: { line: RosterImport; onDone: () => void }) {
  const undo = useApiCommand('subsistence-allowance.undo-import');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const send = async () => {
    if (reason.trim() === '') { setFault('请写为什么撤销。'); return; }
    if ((await undo.run({ import: line.id, reason })) !== undefined) onDone();
  };
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <p>“{line.name}”带来的 {line.households} 户 {line.persons} 人，家庭、账户和待遇一起撤下来，人员档案留着。已经编册、办过变更或有件的，一户也不会撤。</p>
      <Field label="为什么撤销" required error={fault} help="如 选错了文件">{(ids) => <input {...ids} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
      <ErrorNote problem={undo.problem} />
      <div className="foot"><Button onPress={onDone}>先不撤</Button><Button kind="main" type="submit" busy={undo.busy}>撤销这次导入</Button></div>
    </form>
  );
}
