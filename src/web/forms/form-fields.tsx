import type { FormField } from '../../kernel/contract/form.ts';
import { lazy, Suspense, useState, type ClipboardEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Checklist, Choice, FieldErrorLine, type InputIds } from '../ui/field.tsx';
import { useElder } from '../ui/elder.ts';
import { State } from '../ui/state.tsx';
import { DateParts } from './date-parts.tsx';
import { DivisionPicker } from './division-picker.tsx';
import { FileInput } from './file-input.tsx';
import { goTo } from './error-summary.tsx';
import { inputId, useFormSurroundings } from './form-context.ts';
import { checkFields } from './check-form.ts';
import { errorAt, rowsOf, shownFields, yesNoWords, type FormValue, type FormValues } from './form-values.ts';
import { readPasted } from './read-pasted.ts';
import { writeValue } from './read-written.ts';
import { OneByOne } from './one-question.tsx';
import { WrittenInput } from './written-input.tsx';

/** Only the desk links records: its list of suggestions is not carried to a resident's telephone. */
const LinkInput = lazy(async () => ({ default: (await import('./link-input.tsx')).LinkInput }));

export interface FieldsProps {
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  /** Path these fields hang under, with its dot: `members.1.`; empty at the top. */
  readonly before?: string;
}

/** The fields of one level that are asked for now. A field hidden by `showIf` keeps its value. */
export function FormFields({ fields, values, onChange, before = '' }: FieldsProps) {
  return (
    <div className="qs">
      {shownFields(fields, values).map((field) => (
        <OneField key={field.key} field={field} path={`${before}${field.key}`} value={values[field.key]} onChange={(value) => onChange({ ...values, [field.key]: value })} />
      ))}
    </div>
  );
}

interface OneProps { readonly field: FormField; readonly path: string; readonly value: FormValue | undefined; readonly onChange: (value: FormValue) => void; }

function OneField(props: OneProps) {
  const { field, path, value, onChange } = props;
  const { skin, errors, known, onDispute, idBase, labels } = useFormSurroundings();
  const title = skin === 'home' ? (field.plainTitle ?? field.title) : field.title;
  const error = errorAt(errors, path);
  const name = inputId(idBase, path);
  const fact = known[path];
  if (fact !== undefined) {
    return (
      <div className="known" id={name} tabIndex={-1}>
        <p><span>{title}</span><b className="filled">{fact.text}</b></p>
        <p className="note"><State kind="done">{fact.source}</State>{onDispute === undefined ? null : <button type="button" className="link" onClick={() => onDispute(path)}>这个数不对</button>}</p>
      </div>
    );
  }
  if (field.kind === 'list') return <ListField {...props} title={title} error={error} />;
  if (field.kind === 'yes-no') {
    const [yes, no] = yesNoWords(title);
    const words = [{ value: 'yes', title: yes }, { value: 'no', title: no }] as const;
    const given = value === true ? 'yes' : value === false ? 'no' : undefined;
    return <div id={name} tabIndex={-1}><Choice legend={title} help={field.help} error={error} name={name} options={words} value={given} onChange={(answer) => onChange(answer === 'yes')} /></div>;
  }
  if (field.kind === 'choice' && (field.options?.length ?? 0) <= 6) {
    return <div id={name} tabIndex={-1}><Choice legend={title} help={field.help} error={error} name={name} options={field.options ?? []} value={typeof value === 'string' ? value : undefined} onChange={onChange} /></div>;
  }
  if (field.kind === 'choices') {
    const ticked = Array.isArray(value) ? (value as readonly string[]) : [];
    const toggle = (one: string) => onChange(ticked.includes(one) ? ticked.filter((other) => other !== one) : [...ticked, one]);
    return <div id={name} tabIndex={-1}><Checklist legend={title} help={field.help} error={error} options={field.options ?? []} ticked={ticked} onToggle={toggle} /></div>;
  }
  const described = [field.help === undefined ? '' : `${name}-h`, error === undefined ? '' : `${name}-e`].filter(Boolean).join(' ');
  const ids: InputIds = { id: name, 'aria-describedby': described || undefined, 'aria-invalid': error === undefined ? undefined : true, 'aria-required': field.required === true ? true : undefined };
  return (
    <div className={`field kind-${field.kind}`}>
      <label htmlFor={name}>{title}{field.required === true ? null : <span className="note optional">选填</span>}</label>
      {field.help === undefined ? null : <span className="note" id={`${name}-h`}>{field.help}</span>}
      <Input field={field} value={value} onChange={onChange} ids={ids} home={skin === 'home'} label={labels?.[path]} />
      <FieldErrorLine id={`${name}-e`} sentence={error} />
    </div>
  );
}

function Input({ field, value, onChange, ids, home, label }: Omit<OneProps, 'path'> & { ids: InputIds; home: boolean; label: string | undefined }) {
  if (field.kind === 'choice') {
    return (
      <select {...ids} className="input" value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
        <option value="">请选</option>
        {field.options?.map((option) => <option key={option.value} value={option.value}>{option.title}</option>)}
      </select>
    );
  }
  if (field.kind === 'long-text') return <textarea {...ids} className="input" rows={home ? 4 : 3} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />;
  if (field.kind === 'division') return <DivisionPicker value={value} onChange={onChange} ids={ids} />;
  if (field.kind === 'files') return <FileInput value={value} onChange={onChange} ids={ids} />;
  if (field.kind === 'link') return <Suspense fallback={<span className="note">正在取…</span>}><LinkInput field={field} value={value} onChange={onChange} ids={ids} label={label} /></Suspense>;
  if (field.kind === 'date' && home) return <DateParts value={value} onChange={onChange} ids={ids} />;
  return <WrittenInput field={field} value={value} onChange={onChange} ids={ids} />;
}

/**
 * A repeated part: members of the household, incomes. Each row has its own heading; taking one away asks nothing and can be written again.
 * At home one row is open at a time: those that are done fold into their heading and a line, so that a phone shows one person's questions.
 */
function ListField({ field, path, value, onChange, title, error }: OneProps & { title: string; error: string | undefined }) {
  const { idBase, skin, errors } = useFormSurroundings();
  const oneByOne = useElder() && skin === 'home';
  const [open, setOpen] = useState<number | undefined>(undefined);
  const rows = rowsOf(value);
  const items = field.item ?? [];
  // whose row it is: a name that was typed, or one chosen among names typed before
  const nameKey = items.find((one) => one.kind === 'person-name' || one.key === 'person')?.key;
  const name = inputId(idBase, path);
  /** Rows copied from a spreadsheet fall into the rows of the form; an empty last row is filled, not left behind. */
  const paste = (event: ClipboardEvent) => {
    const pasted = readPasted(items, event.clipboardData.getData('text/plain'));
    if (pasted === undefined) return;
    event.preventDefault();
    onChange([...rows.filter((row) => Object.values(row).some((one) => one !== undefined && one !== null && one !== '')), ...pasted]);
  };
  /** At the desk the keyboard goes on in the new row. */
  const add = () => {
    setOpen(rows.length);
    onChange([...rows, {}]);
    if (skin === 'desk' && items[0] !== undefined) queueMicrotask(() => goTo(inputId(idBase, `${path}.${rows.length}.${items[0]?.key ?? ''}`)));
  };
  const replace = (at: number, row: FormValues) => onChange(rows.map((one, index) => (index === at ? row : one)));
  return (
    <fieldset className="list" id={name} tabIndex={-1} {...(skin === 'desk' ? { onPaste: paste } : {})} aria-describedby={error === undefined ? undefined : `${name}-e`}>
      <legend>{title}</legend>
      {field.help === undefined ? null : <p className="note">{field.help}</p>}
      {rows.map((row, at) => {
        const heading = (nameKey === undefined ? undefined : (row[nameKey] as string | undefined)) || `第 ${at + 1} ${field.unit ?? '项'}`;
        const wrong = errors.some((one) => one.path.startsWith(`${path}.${at}.`));
        const folded = skin === 'home' && at !== open && !wrong && checkFields(items, row, '').length === 0;
        return (
          <section className={folded ? 'list-row folded' : 'list-row'} key={at} aria-label={`第 ${at + 1} ${field.unit ?? '项'}`}>
            <div className="list-head">
              <h3>{heading}</h3>
              {folded ? <Button kind="bare" onPress={() => setOpen(at)}>改<span className="vh">{heading}</span></Button> : <Button kind="bare" onPress={() => { setOpen(undefined); onChange(rows.filter((_, index) => index !== at)); }}>去掉这一{field.unit ?? '项'}</Button>}
            </div>
            {folded ? <p className="note">{summaryOf(items, row, nameKey)}</p> : oneByOne
              ? <OneByOne fields={items} values={row} path={`${path}.${at}.`} doneTitle={`这一${field.unit ?? '项'}写好了`} onDone={() => setOpen(undefined)} render={(fields) => <FormFields fields={fields} values={row} before={`${path}.${at}.`} onChange={(next) => { if (open !== at) setOpen(at); replace(at, next); }} />} />
              : <FormFields fields={items} values={row} before={`${path}.${at}.`} onChange={(next) => { if (skin === 'home' && open !== at) setOpen(at); replace(at, next); }} />}
          </section>
        );
      })}
      <FieldErrorLine id={`${name}-e`} sentence={error} />
      <p className="acts"><Button onPress={add}>{rows.length === 0 ? '加一' : '再加一'}{field.unit ?? '项'}</Button>{skin === 'desk' ? <span className="note">从表格里复制几行，可以直接贴在这里。</span> : null}</p>
    </fieldset>
  );
}

/** The line under a folded row: what was chosen and the sums, not the numbers of documents. */
function summaryOf(fields: readonly FormField[], row: FormValues, nameKey: string | undefined): string {
  const told = shownFields(fields, row).filter((field) => field.key !== nameKey && ['choice', 'money', 'date', 'text'].includes(field.kind) && row[field.key] !== undefined && row[field.key] !== null && row[field.key] !== '');
  return told.slice(0, 4).map((field) => (field.kind === 'choice' ? (field.options?.find((option) => option.value === row[field.key])?.title ?? '') : field.kind === 'money' ? `${writeValue('money', row[field.key])} 元` : String(row[field.key]))).filter(Boolean).join('，');
}
