import { isAsked, type FormField } from '../../../kernel/contract/form.ts';
import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { Facts, Section } from '../../ui/page-head.tsx';
import type { CaseDetail } from './api.ts';

type Values = Readonly<Record<string, unknown>>;

/** An answer of the form in words; undefined = was not answered. */
export function answerWords(field: FormField, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  switch (field.kind) {
    case 'yes-no': return value === true ? '是' : '否';
    case 'choice': return field.options?.find((option) => option.value === value)?.title ?? String(value);
    case 'money': return `${formatYuan(Number(value) as Fen)} 元`;
    case 'files': return Array.isArray(value) ? `${value.length} 份` : undefined;
    case 'list': return undefined;
    case 'integer': return `${String(value)}${field.unit === undefined ? '' : ` ${field.unit}`}`;
    default: return String(value);
  }
}

const shown = (fields: readonly FormField[], values: Values) => fields.filter((field) => isAsked(field, values));

/** The application as it was handed in: folded, for whoever wants to compare. Later corrections stand in 经过. */
export function CaseAnswers({ detail, title }: { detail: CaseDetail; title: string }) {
  const values = detail.form.values as Values;
  return (
    <Section title={title} note="证件号、账号只留头尾">
      {detail.form.declaration.sections.map((section) => (
        <details key={section.id} className="answers">
          <summary>{section.title}</summary>
          <Facts items={shown(section.fields, values).flatMap((field) => {
            const words = answerWords(field, values[field.key]);
            return words === undefined ? [] : [{ label: field.title, value: words }];
          })} />
          {section.fields.filter((field) => field.kind === 'list' && Array.isArray(values[field.key])).map((field) => <Rows key={field.key} field={field} rows={values[field.key] as readonly Values[]} />)}
        </details>
      ))}
    </Section>
  );
}

function Rows({ field, rows }: { field: FormField; rows: readonly Values[] }) {
  if (rows.length === 0) return <p className="note">{field.title}：没有写。</p>;
  return (
    <ol className="answer-rows" aria-label={field.title}>
      {rows.map((row, at) => <li key={at}>{shown(field.item ?? [], row).flatMap((one) => { const words = answerWords(one, row[one.key]); return words === undefined ? [] : [`${one.kind === 'person-name' ? '' : `${one.title}：`}${words}`]; }).join('，')}</li>)}
    </ol>
  );
}
