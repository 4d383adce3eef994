import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { usePost } from '../../ui/session.ts';
import { FormDialog } from '../cases/form-dialog.tsx';

const FORM = { id: 'start-reviews', title: '启用定期复核', sections: [{ id: 'start', title: '启用定期复核', fields: [
  { key: 'from', title: '从哪个月起', kind: 'month' as const, required: true }, { key: 'reason', title: '理由', kind: 'text' as const, required: true, maxLength: 200 }] }] };

/** Until the confirming office has said from when, households taken over are reviewed where they were before. */
export function StartReviews({ benefit, title, today }: { benefit: string; title: string; today: string }) {
  const [open, setOpen] = useState(false);
  const may = usePost()?.role === 'approver';
  const command = useApiCommand<unknown>('reviews.start');
  return (
    <div className="told">
      <p>从花名册接收来的{title}家庭，还没有定从哪个月起在这里复核。{may ? '' : '请审批机关定。'}</p>
      {may ? <p className="acts"><Button kind="main" onPress={() => setOpen(true)}>启用定期复核</Button></p> : null}
      {open ? <FormDialog title="启用定期复核" form={FORM} submit="启用" command={command} initial={{ from: today.slice(0, 7) }} onClose={() => setOpen(false)} onDone={() => setOpen(false)} body={(values) => ({ benefit, ...values })}>
        <p>接收来的户按各自起保的月份排，到了复核的月份自己打开。定了就不能改。</p></FormDialog> : null}
    </div>
  );
}
