import type { Form } from '../../../kernel/contract/form.ts';
import { useApiCommand } from '../../api-client.ts';
import type { ReportLine } from './case-verification.tsx';
import { FormDialog } from './form-dialog.tsx';

const FORM: Form = { id: 'finding', title: '人工认定', sections: [{ id: 'finding', title: '人工认定', fields: [
  { key: 'finding', title: '查明的情况', help: '照看到的凭据写，金额写清楚到分。', kind: 'long-text', required: true, maxLength: 300 },
  { key: 'reason', title: '凭什么认定', help: '比如：存折原件，10月20日打印的流水。', kind: 'long-text', required: true, maxLength: 300 },
] }] };

/** 人工认定: what a clerk found where an agency could not or did not answer. */
export function FindingDialog({ line, onClose }: { line: ReportLine; onClose: () => void }) {
  const command = useApiCommand('verification.record-finding');
  return (
    <FormDialog title={`人工认定，${line.name}，${line.agencyTitle}`} form={FORM} submit="记下，作为核对结果" command={command} onClose={onClose} onDone={onClose}
      body={(values) => ({ requestId: line.requestId, finding: values['finding'], reason: values['reason'] })}>
      <p className="note">只有对方查不了、或者过期没有答复的，才用人工认定。写下的连同理由一起随决定封存。</p>
    </FormDialog>
  );
}
