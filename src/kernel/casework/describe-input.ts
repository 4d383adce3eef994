import type { FormValues } from '../contract/check-form.ts';
import type { Form, FormField } from '../contract/form.ts';
import { formatYuan, type Fen } from '../values/money.ts';

export interface DescribedValue { readonly key: string; readonly title: string; readonly text: string; /** What was handed in with it, by number. */ readonly files?: readonly number[] }

/** What was filled in a form, field by field, as text to read. */
export function describeInput(form: Form | undefined, values: FormValues): DescribedValue[] {
  const fields = form?.sections.flatMap((section): readonly FormField[] => section.fields) ?? [];
  return fields.filter((field) => values[field.key] !== undefined).map((field) => ({ key: field.key, title: field.title, text: describe(field, values[field.key]), ...(field.kind === 'files' ? { files: values[field.key] as number[] } : {}) }));
}

/** Within a row a yes or no says what it is about: 刘敏（已签字）. */
const describeInside = (field: FormField, value: unknown): string =>
  (field.kind === 'yes-no' ? `（${field.title}${value === true ? '' : '：否'}）` : describe(field, value));

function describe(field: FormField, value: unknown): string {
  switch (field.kind) {
    case 'yes-no': return value === true ? '是' : '否';
    case 'choice': return field.options?.find((option) => option.value === value)?.title ?? String(value);
    case 'choices': return (value as string[]).map((one) => field.options?.find((option) => option.value === one)?.title ?? one).join('、');
    case 'money': return `${formatYuan(Number(value) as Fen)} 元`;
    case 'files': return `${(value as unknown[]).length} 份`;
    case 'list': return (value as FormValues[]).map((item) => (field.item ?? []).filter((one) => item[one.key] !== undefined).map((one) => describeInside(one, item[one.key])).join(' ').replaceAll(' （', '（')).join('、');
    // the trail joins these with its own stops
    default: return `${String(value).replace(/。$/, '')}${field.unit ? ` ${field.unit}` : ''}`;
  }
}
