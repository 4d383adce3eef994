import type { ReactNode } from 'react';
import type { Form } from '../../../kernel/contract/form.ts';
import type { ApiCommand } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import { isBlank, type FormValues } from '../../forms/form-values.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { DraftLine } from '../drafts/draft-line.tsx';
import { keepAgain, pickAgain, readAgain, saidAgain } from '../drafts/last-used.ts';
import { useSession } from '../../ui/session.ts';
import { useDeskDraft } from '../drafts/use-desk-draft.ts';

export interface FormDialogProps<Answer> {
  readonly title: string;
  /** Nothing to fill in: the words above the button are all there is. */
  readonly form: Form | null;
  /** 受理 · 记下这条异议 */
  readonly submit: string;
  readonly command: ApiCommand<Answer>;
  /** Body of the command from what was filled in. */
  readonly body: (values: FormValues) => unknown;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
  /** What will happen, before the form. */
  readonly children?: ReactNode;
  /** Instead of the plain sentence, when a refusal deserves more (somebody else was there first). */
  readonly refusal?: (again: () => void) => ReactNode;
  readonly initial?: FormValues;
  /** Which form of what (case:12:survey): what is typed is kept until it is sent. Left out = not kept. */
  readonly draft?: string;
  readonly wide?: boolean;
}

/** One thing to write down, in a dialog: what was typed stays whatever the server says. */
export function FormDialog<Answer>(props: FormDialogProps<Answer>) {
  const { title, form, submit, command, body, onDone, onClose, children, refusal } = props;
  const draft = useDeskDraft(form === null ? undefined : props.draft, props.initial ?? {});
  const { values } = draft;
  const account = useSession()?.account.id;
  const fields = form?.sections.flatMap((section) => section.fields) ?? [];
  const last = account === undefined || form === null ? {} : readAgain(account, form.id);
  const send = async () => {
    const answer = await command.run(body(values));
    if (answer === undefined) return;
    draft.sent();
    if (account !== undefined && form !== null) keepAgain(account, form.id, pickAgain(fields, values));
    onDone(answer);
  };
  const said = command.problem === undefined ? null : (refusal?.(() => void send()) ?? <ErrorNote problem={command.problem} kept={form === null ? '' : '您写的都还在下面。'} />);
  const buttons = <><Button onPress={onClose}>先不办</Button><Button kind="main" type="submit" busy={command.busy}>{submit}</Button></>;
  return (
    <Dialog open title={title} onClose={onClose} wide={props.wide ?? (form !== null && fields.length > 3)}>
      <div className="told">
        {children}
        <DraftLine draft={draft} />
        {Object.keys(last).length === 0 || Object.keys(last).some((key) => !isBlank(values[key])) ? null : <p className="note"><button type="button" className="link" onClick={() => draft.onChange({ ...values, ...last })}>照上次的写：{saidAgain(last)}</button></p>}
        {said}
        {form === null
          ? <form onSubmit={(event) => { event.preventDefault(); void send(); }}><div className="acts form-acts">{buttons}</div></form>
          : <FormSheet form={form} bareTitle={form.sections.length === 1} values={values} onChange={draft.onChange} errors={command.fields} onSubmit={() => void send()}>{buttons}</FormSheet>}
      </div>
    </Dialog>
  );
}
