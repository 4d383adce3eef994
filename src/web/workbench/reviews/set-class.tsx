import { useApiCommand } from '../../api-client.ts';
import { FormDialog } from '../cases/form-dialog.tsx';

/** 定类: which class of the law in force these households belong to, and why. */
export function SetClass({ grants, classes, onClose }: { grants: readonly number[]; classes: readonly { readonly id: string; readonly title: string }[]; onClose: () => void }) {
  const command = useApiCommand<{ readonly set: number }>('reviews.set-class');
  const form = { id: 'set-class', title: '核定复核类别', sections: [{ id: 'class', title: '核定复核类别', fields: [
    { key: 'class', title: '属于哪一类', kind: 'choice' as const, required: true, options: classes.map((one) => ({ value: one.id, title: one.title })) },
    { key: 'reason', title: '理由', kind: 'text' as const, required: true, maxLength: 200, help: '如 城市三无老人；在工地打零工' },
  ] }] };
  return (
    <FormDialog title="核定复核类别" form={form} submit={grants.length === 1 ? '核定' : `核定 ${grants.length} 户`} command={command} onClose={onClose} onDone={onClose} body={(values) => ({ grants, class: values['class'], reason: values['reason'] })}>
      <p>核定以后，下次复核的月份跟着改；到办法换了类别为止。</p>
    </FormDialog>
  );
}
