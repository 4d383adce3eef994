import type { RegisterField } from '../../contract/register.ts';
import { formatYuan, type Fen } from '../../values/money.ts';
import type { Linked } from '../face.ts';

/** A value as a paper or a workbook shows it; empty where nothing is written. Pure. */
export function wordsOf(field: Pick<RegisterField, 'kind' | 'options'>, value: unknown, label?: Linked): string {
  if (value === undefined || value === null || value === '') return '';
  if (label !== undefined) return label.title;
  switch (field.kind) {
    case 'yes-no': return value === true ? '是' : '否';
    case 'money': return formatYuan(value as Fen);
    case 'choice': return field.options?.find((option) => option.value === value)?.title ?? String(value);
    case 'choices': return (value as readonly string[]).map((one) => field.options?.find((option) => option.value === one)?.title ?? one).join('、');
    case 'files': return `${(value as readonly unknown[]).length} 份`;
    default: return String(value as string | number);
  }
}
