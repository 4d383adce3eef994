import type { FormField } from '../../../kernel/contract/form.ts';
import { useApiQuery } from '../../api-client.ts';
import { isBlank, rowsOf, shownFields, yesNoWords, type FormValue, type FormValues } from '../../forms/form-values.ts';
import { writeValue } from '../../forms/read-written.ts';
import { dayLong } from '../../ui/day-text.ts';

/** What was answered, question by question, to be read over. What was left open says so. */
export function Told({ fields, values }: { fields: readonly FormField[]; values: FormValues }) {
  const shown = shownFields(fields, values);
  const plain = shown.filter((field) => field.kind !== 'list');
  return (
    <>
      {plain.length === 0 ? null : <dl className="told-list">{plain.map((field) => <Pair key={field.key} field={field} value={values[field.key]} />)}</dl>}
      {shown.filter((field) => field.kind === 'list').map((field) => <Rows key={field.key} field={field} value={values[field.key]} />)}
    </>
  );
}

const titleOf = (field: FormField) => (field.plainTitle ?? field.title).replace(/[？?]$/, '');

function Pair({ field, value }: { field: FormField; value: FormValue | undefined }) {
  return <div><dt>{titleOf(field)}</dt><dd>{isBlank(value) ? <span className="quiet">没有写</span> : <span className="filled"><Answer field={field} value={value} /></span>}</dd></div>;
}

function Answer({ field, value }: { field: FormField; value: FormValue | undefined }) {
  if (field.kind === 'division') return <Place code={String(value)} />;
  return answerWords(field, value);
}

function Rows({ field, value }: { field: FormField; value: FormValue | undefined }) {
  const rows = rowsOf(value);
  if (rows.length === 0) return <p className="told-none">{titleOf(field)}：<span className="quiet">没有写</span></p>;
  const nameKey = field.item?.find((one) => one.kind === 'person-name')?.key;
  return rows.map((row, at) => (
    <section key={at} className="told-row">
      <h3>{(nameKey === undefined ? undefined : (row[nameKey] as string | undefined)) || `第 ${at + 1} ${field.unit ?? '项'}`}</h3>
      <Told fields={(field.item ?? []).filter((one) => one.key !== nameKey && !isBlank(row[one.key]))} values={row} />
    </section>
  ));
}

/** The answer in words: the option's title, 620.00 元, 有 or 没有. */
export function answerWords(field: FormField, value: FormValue | undefined): string {
  switch (field.kind) {
    case 'choice': return field.options?.find((option) => option.value === value)?.title ?? String(value);
    case 'yes-no': return yesNoWords(field.plainTitle ?? field.title)[value === true ? 0 : 1];
    case 'money': return `${writeValue('money', value)} 元`;
    case 'integer': return `${writeValue('integer', value)}${field.unit === undefined ? '' : ` ${field.unit}`}`;
    case 'date': return dayLong(String(value));
    case 'files': return `${Array.isArray(value) ? value.length : 0} 份`;
    default: return String(value);
  }
}

function Place({ code }: { code: string }) {
  const read = useApiQuery<readonly { readonly code: string; readonly path: string }[]>('division.find', { text: code });
  return read.data?.find((one) => one.code === code)?.path ?? code;
}
