import type { Form } from '../../../kernel/contract/form.ts';
import { useApiCommand } from '../../api-client.ts';
import { FormDialog } from '../cases/form-dialog.tsx';
import type { BulkAnswer, ReviewRow } from './answers.ts';

/** One step for all the households chosen: asked once, judged for each. */
export function BulkStep({ step, title, form, rows, today, onDone, onClose }: {
  step: string; title: string; form: Form | null; rows: readonly ReviewRow[]; today: string; onDone: (answer: BulkAnswer) => void; onClose: () => void;
}) {
  const command = useApiCommand<BulkAnswer>('reviews.take-steps');
  return (
    <FormDialog title={title} form={form} submit={`${title}，${rows.length} 户`} command={command} onClose={onClose} onDone={onDone} initial={{ lookedOn: today }}
      body={(values) => ({ step, rows: rows.map((row) => ({ caseId: row.caseId, seen: row.seen })), ...(form === null ? {} : { data: values }) })}>
      <p>{rows.length} 户一起办，意见写一次，每一户各记一件。办不了的一户一户退回来，写明原因，不影响别的户。</p>
    </FormDialog>
  );
}
