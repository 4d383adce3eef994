import { useState } from 'react';
import type { FormField } from '../../../kernel/contract/form.ts';
import type { SubRecord } from '../../../kernel/contract/register.ts';
import type { EntryRow, RegisterFace } from '../../../kernel/records/face.ts';
import { useApiCommand } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { isSecret } from './field-value.tsx';
import { ShowSecret } from './show-secret.tsx';
import { askedAgain, changedOf, errorsOf, formOf, FROM, labelsOf, NAME, NUMBER, REASON, valuesOf, writtenOf } from './record-form.ts';


interface Props { readonly face: RegisterFace; readonly record: number; readonly sub: SubRecord; readonly entry?: EntryRow; readonly onClose: () => void }

/** One entry of a sub-record: a new one, or one that is put right or taken back. */
export function EntryDialog(props: Props) {
  const { sub, entry, onClose } = props;
  const [back, setBack] = useState(false);
  return (
    <Dialog open title={entry === undefined ? `记一条，${sub.title}` : back ? `撤回 ${entry.day} 的${sub.title}` : `更正 ${entry.day} 的${sub.title}`} onClose={onClose} wide={!back && sub.fields.length > 3}>
      {entry === undefined ? <NewEntry {...props} /> : back ? <TakeBack {...props} entry={entry} /> : <PutRight {...props} entry={entry} onBack={() => setBack(true)} />}
    </Dialog>
  );
}

const dayField = (sub: SubRecord): FormField => ({ key: FROM, title: sub.day, kind: 'date', required: true });
const personFields = (sub: SubRecord): readonly FormField[] => (sub.person === undefined ? [] : [
  { key: NAME, title: `${sub.person.title}姓名`, kind: 'person-name', ...(sub.person.optional === true ? {} : { required: true }) },
  { key: NUMBER, title: '证件号', kind: 'id-card', ...(sub.person.optional === true ? {} : { required: true }) }]);
const NAMES = { day: FROM, reason: REASON, 'person.name': NAME, 'person.idNumber': NUMBER };

/** Written one after another without leaving the keyboard: what was sent is said, the day stays. */
function NewEntry({ face, record, sub, onClose }: Props) {
  const { today } = useSignedIn();
  const [values, setValues] = useState<FormValues>({ [FROM]: today });
  const [more, setMore] = useState(false);
  const [done, setDone] = useState(0);
  const command = useApiCommand<{ readonly entry: number }>('records.add-entry');
  const send = async () => {
    const named = values[NAME] !== undefined && values[NAME] !== null && values[NAME] !== '';
    const answer = await command.run({ register: face.id, record, sub: sub.id, day: values[FROM], values: writtenOf(sub.fields, values), ...(named ? { person: { name: values[NAME], idNumber: values[NUMBER] } } : {}) });
    if (answer === undefined) return;
    if (!more) return onClose();
    setDone(done + 1);
    setValues({ [FROM]: values[FROM] ?? today });
  };
  return (
    <div className="told">
      <p className="note" role="status">{done === 0 ? '' : `已记下 ${done} 条，接着写。`}</p>
      <ErrorNote problem={command.problem} kept="您写的都还在下面。" />
      <FormSheet key={done} bareTitle form={formOf(`${face.id}-${sub.id}`, sub.title, [dayField(sub), ...personFields(sub), ...sub.fields])} values={values} onChange={setValues} errors={errorsOf(command.fields, NAMES)} onSubmit={() => void send()}>
        <label className="switch"><input type="checkbox" role="switch" aria-checked={more} checked={more} onChange={(event) => setMore(event.target.checked)} />记完接着写下一条</label>
        <Button onPress={onClose}>{done === 0 ? '先不记' : '写完了'}</Button><Button kind="main" type="submit" busy={command.busy}>记下</Button>
      </FormSheet>
    </div>
  );
}

/** 更正 of an entry: what was written first stays to be read. */
function PutRight({ face, record, sub, entry, onClose, onBack }: Props & { entry: EntryRow; onBack: () => void }) {
  const before = { ...valuesOf(sub.fields, entry), [FROM]: entry.day };
  const [values, setValues] = useState<FormValues>(before);
  const command = useApiCommand('records.correct-entry');
  const send = async () => {
    if ((await command.run({ register: face.id, entry: entry.entry, sub: sub.id, day: values[FROM], values: changedOf(sub.fields, before, values), reason: values[REASON] ?? '' })) !== undefined) onClose();
  };
  const form = formOf(`${face.id}-${sub.id}`, sub.title, [dayField(sub), ...askedAgain(sub.fields, entry), { key: REASON, title: '为什么更正', kind: 'long-text', required: true, maxLength: 200 }]);
  return (
    <div className="told">
      {entry.person === null ? null : <p>{sub.person?.title}：<b className="filled">{entry.person.title}</b></p>}
      {sub.fields.filter((field) => isSecret(field) && face.opens.includes(field.key) && entry.values[field.key] !== undefined).map((field) => <p key={field.key}>{field.title}：<span className="filled">{String(entry.values[field.key])}</span>　<ShowSecret register={face.id} record={record} field={field.key} title={field.title} of={{ sub: sub.id, entry: entry.entry }} /></p>)}
      <ErrorNote problem={command.problem} kept="您写的都还在下面。" />
      <FormSheet bareTitle form={form} labels={labelsOf({ values: {}, links: entry.links })} values={values} onChange={setValues} errors={errorsOf(command.fields, NAMES)} onSubmit={() => void send()}>
        <Button kind="bare" onPress={onBack}>本不该有，撤回</Button><Button onPress={onClose}>不改了</Button><Button kind="main" type="submit" busy={command.busy}>更正</Button>
      </FormSheet>
    </div>
  );
}

function TakeBack({ face, sub, entry, onClose }: Props & { entry: EntryRow }) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const command = useApiCommand('records.take-back-entry');
  const send = async () => {
    setError(reason.trim() === '' ? '请写为什么撤回。' : undefined);
    if (reason.trim() !== '' && (await command.run({ register: face.id, entry: entry.entry, sub: sub.id, reason: reason.trim() })) !== undefined) onClose();
  };
  return (
    <form className="told" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <p className="note">合计里不再算它，经过里还查得到。</p>
      <ErrorNote problem={command.problem} kept="您写的都还在下面。" />
      <Field label="为什么撤回" required error={error}>{(ids) => <textarea {...ids} className="input" rows={3} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
      <div className="foot"><Button onPress={onClose}>不撤了</Button><Button kind="main" type="submit" busy={command.busy}>撤回</Button></div>
    </form>
  );
}
