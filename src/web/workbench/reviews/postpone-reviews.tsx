import { citeLaw, type LawReference } from '../../../kernel/contract/law.ts';
import { useApiCommand } from '../../api-client.ts';
import { FormDialog } from '../cases/form-dialog.tsx';

/** 延长核查期限: these households are reviewed in a later month, in an emergency, where the law of the day has it. What is open goes on. */
export function PostponeReviews({ grants, law, onClose }: { grants: readonly number[]; law: LawReference; onClose: () => void }) {
  const command = useApiCommand<{ readonly postponed: number }>('reviews.postpone');
  const form = { id: 'postpone', title: '延长核查期限', sections: [{ id: 'postpone', title: '延长核查期限', fields: [
    { key: 'to', title: '推迟到哪个月', kind: 'month' as const, required: true },
    { key: 'reason', title: '什么突发事件', kind: 'text' as const, required: true, maxLength: 200, help: '如 台风过后全街道转移安置' },
  ] }] };
  return (
    <FormDialog title="延长核查期限" form={form} submit={`延长 ${grants.length} 户`} command={command} onClose={onClose} onDone={onClose} body={(values) => ({ grants, to: values['to'], reason: values['reason'] })}>
      <p>只有发生重大突发事件才能延长，依据{citeLaw(law)}。已经打开的照常办，钱照发。</p>
    </FormDialog>
  );
}
