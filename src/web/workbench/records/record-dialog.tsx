import { useRef, useState, type ReactNode } from 'react';
import type { Form } from '../../../kernel/contract/form.ts';
import { useApiCommand } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ClashChoices, decided } from '../cases/clash-choices.tsx';
import { mergeSheets, type Clash } from '../cases/three-way.ts';
import { DraftLine } from '../drafts/draft-line.tsx';
import { useDeskDraft } from '../drafts/use-desk-draft.ts';
import { errorsOf } from './record-form.ts';

/** What is written about a record stands on the version that was seen: another's word in the meantime is never overwritten. */
export interface SeenSheet { readonly seen: number; readonly values: FormValues }

export interface RecordDialogProps<Answer> {
  readonly title: string;
  readonly form: Form;
  readonly labels?: Readonly<Record<string, string>>;
  /** What the form begins with, beside what stands in the record: the day, the reason. */
  readonly initial?: FormValues;
  /** The record as it was read; where nothing of it is asked, only its version counts. */
  readonly from: SeenSheet;
  /** The record as it stands now, after somebody else was first. */
  readonly again: () => Promise<SeenSheet>;
  readonly command: string;
  readonly body: (values: FormValues, from: SeenSheet) => unknown;
  readonly submit: string;
  /** Keeps what is typed until it is sent, under this name. */
  readonly draft?: string;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** More that is asked and is no field of a form: where to. */
  readonly above?: ReactNode;
  readonly ready?: () => boolean;
}

interface Met { readonly clashes: readonly Clash[]; readonly taken: readonly string[]; readonly who: string }

/** Something written about a record. Whoever was first is named with what they changed, field by field; what was typed stays. */
export function RecordDialog<Answer>(props: RecordDialogProps<Answer>) {
  const { form, title, onClose } = props;
  const draft = useDeskDraft(props.draft, { ...props.from.values, ...props.initial });
  const { values, onChange } = draft;
  const base = useRef(props.from);
  const [met, setMet] = useState<Met | undefined>(undefined);
  const command = useApiCommand<Answer>(props.command);
  const fields = form.sections.flatMap((section) => section.fields);
  const open = met?.clashes.length ?? 0;
  const send = async () => {
    if (open > 0 || props.ready?.() === false) return;
    const answer = await command.run(props.body(values, base.current));
    if (answer === undefined) return;
    draft.sent();
    props.onDone(answer);
  };
  const look = async () => {
    const now = await props.again();
    const { merged, clashes, taken } = mergeSheets(base.current.values, values, { ...values, ...now.values });
    setMet({ clashes, taken, who: String(command.problem?.details['by'] ?? '别人') });
    base.current = now;
    onChange(merged);
    command.clear();
  };
  const take = (key: string, whose: 'mine' | 'theirs') => {
    const clash = met?.clashes.find((one) => one.key === key);
    if (met === undefined || clash === undefined) return;
    onChange(decided(values, clash, whose));
    setMet({ ...met, clashes: met.clashes.filter((one) => one !== clash) });
  };
  const stale = command.problem?.code === 'record.changed-meanwhile';
  return (
    <Dialog open title={title} onClose={onClose} wide={fields.length > 3}>
      <div className="told">
        {props.children}
        <DraftLine draft={draft} />
        <ErrorNote problem={command.problem} kept={fields.length === 0 ? '' : '您写的都还在下面。'}>{stale ? <Button onPress={() => void look()}>看别人改了什么，接着写</Button> : null}</ErrorNote>
        {met === undefined ? null : <div><p><b>{met.who}先改过。</b>{open > 0 ? `${open} 格你们两位都改了，选用谁的。` : '没有要选的格子，可以再交。'}</p><ClashChoices fields={fields} clashes={met.clashes} taken={met.taken} onTake={take} /></div>}
        {props.above}
        <FormSheet form={form} bareTitle values={values} onChange={onChange} errors={errorsOf(command.fields)} onSubmit={() => void send()} {...(props.labels === undefined ? {} : { labels: props.labels })}>
          <Button onPress={onClose}>先不办</Button><Button kind="main" type="submit" busy={command.busy} {...(open > 0 ? { waiting: '先选用谁的' } : {})}>{props.submit}</Button>
        </FormSheet>
      </div>
    </Dialog>
  );
}
