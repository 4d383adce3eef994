import type { FormField } from '../../kernel/contract/form.ts';
import { normaliseDigits, trimAll } from '../../kernel/values/chinese-text.ts';
import { formatYuan, fen, parseYuan } from '../../kernel/values/money.ts';
import { parseMonth } from '../../kernel/values/month.ts';
import { parseWrittenDate } from '../../kernel/values/plain-date.ts';
import type { FormValue } from './form-values.ts';

/** Reads what a person typed into the field's value; what cannot be read stays as typed. Empty is null. */
export function readWritten(kind: FormField['kind'], typed: string): FormValue {
  const text = trimAll(typed);
  if (text === '') return null;
  switch (kind) {
    case 'money': return parseYuan(text) ?? typed;
    case 'integer':
    case 'year': return readInteger(text.replace(/年$/, '')) ?? typed;
    case 'number': return normaliseDigits(text).replace(/,|，/g, '');
    case 'place': return normaliseDigits(text).replace(/[，\s]+/g, ',');
    case 'date': return parseWrittenDate(text) ?? typed;
    case 'month': return readMonth(text) ?? typed;
    case 'id-card': return normaliseDigits(text).replace(/\s/g, '').toUpperCase();
    case 'phone':
    case 'bank-account': return normaliseDigits(text).replace(/\s/g, '');
    default: return typed;
  }
}

/** How a value is written into its input. */
export function writeValue(kind: FormField['kind'], value: FormValue | undefined): string {
  if (value === undefined || value === null || Array.isArray(value)) return '';
  if (typeof value === 'number' && kind === 'money') return formatYuan(fen(value));
  return String(value);
}

function readInteger(text: string): number | undefined {
  const plain = normaliseDigits(text).replace(/,|，/g, '');
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}

/** `2014-11`, `2014.11`, `201411`, `2014年11月`. */
function readMonth(text: string): string | undefined {
  const parts = /^(\d{4})(?:[-./年])?(\d{1,2})月?$/.exec(normaliseDigits(text).replace(/\s/g, ''));
  return parts === null ? undefined : parseMonth(`${parts[1]}-${parts[2]?.padStart(2, '0')}`);
}

/** Whether a read value is a day (what could not be read stays as typed). */
export const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
