import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Form } from '../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { CaseDetail, StepResult } from './api.ts';
import { fromSheet, toSheet } from './fact-values.ts';

type FactsForm = DoorOutput<typeof import('../../../kernel/casework/queries/get-facts-form.ts').default>;

const REASON = { id: 'reason', title: '为什么更正', fields: [{ key: '$reason', title: '更正原因', help: '凭什么改：入户看到的、哪家单位答复的。', kind: 'long-text' as const, required: true, maxLength: 500 }] };

/** 更正申报情况: what survey and answers found, on a worksheet made from the benefit's own facts. The amount is worked out again at once. */
export function CorrectDialog({ detail, onDone, onClose }: { detail: CaseDetail; onDone: () => void; onClose: () => void }) {
  const read = useApiQuery<FactsForm>('casework.get-facts-form', { caseId: detail.caseId });
  return (
    <Dialog open wide title={`更正申报情况，${detail.name}`} onClose={onClose}>
      <Await read={read} what="申报情况" lines={8}>{(facts) => (facts.form === null
        ? <p>这个事项没有要算的情况，不用更正。</p>
        : <Sheet caseId={detail.caseId} seen={facts.version} form={facts.form} before={facts.facts} onDone={onDone} onClose={onClose} />)}</Await>
    </Dialog>
  );
}

function Sheet({ caseId, seen, form, before, onDone, onClose }: { caseId: number; seen: number; form: Form; before: Readonly<Record<string, unknown>>; onDone: () => void; onClose: () => void }) {
  const [values, setValues] = useState<FormValues>(() => toSheet(before));
  const command = useApiCommand<StepResult>('casework.take-step');
  const send = async () => {
    const { $reason, ...rest } = values;
    if ((await command.run({ caseId, step: 'correct-facts', seen, data: { reason: $reason, facts: fromSheet(rest) } })) !== undefined) onDone();
  };
  return (
    <div className="told">
      <p className="note">改了的会写进经过，金额马上重算。没有查明的空着，不要猜。</p>
      <ErrorNote problem={command.problem} kept="您改的都还在下面。" />
      <FormSheet form={{ ...form, sections: [REASON, ...form.sections] }} values={values} onChange={setValues} errors={command.fields} onSubmit={() => void send()}>
        <Button onPress={onClose}>不改了</Button><Button kind="main" type="submit" busy={command.busy}>更正，重新计算</Button>
      </FormSheet>
    </div>
  );
}
