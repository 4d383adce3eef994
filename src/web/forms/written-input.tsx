import { useState } from 'react';
import type { FormField } from '../../kernel/contract/form.ts';
import { dayWithWeekday } from '../ui/day-text.ts';
import type { InputIds } from '../ui/field.tsx';
import type { FormValue } from './form-values.ts';
import { readWritten, writeValue } from './read-written.ts';
import { useToday } from '../ui/session.ts';
import { isDay } from './read-written.ts';

/** Written for the business day of today. */
const TODAY: readonly string[] = ['t', '今', '今天'];

interface Props { readonly field: FormField; readonly value: FormValue | undefined; readonly onChange: (value: FormValue) => void; readonly ids: InputIds; }

const MODE: Partial<Record<FormField['kind'], 'decimal' | 'numeric' | 'tel'>> = { money: 'decimal', integer: 'numeric', number: 'decimal', year: 'numeric', phone: 'tel', 'bank-account': 'numeric' };
const COMPLETE: Partial<Record<FormField['kind'], string>> = { phone: 'tel', 'person-name': 'name' };

/**
 * One line of text that is read as it is typed (620 → 620.00 元, 20141126 → 2014-11-26). While it has the focus it stays as typed;
 * leaving it writes the read value back; what cannot be read stays.
 */
export function WrittenInput({ field, value, onChange, ids }: Props) {
  const today = useToday();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const text = typed ?? writeValue(field.kind, value);
  const unit = field.kind === 'money' ? (field.unit ?? '元') : field.unit;
  const input = (
    <input {...ids} className="input" value={text} inputMode={MODE[field.kind]} autoComplete={COMPLETE[field.kind] ?? 'off'} maxLength={field.kind === 'id-card' ? 24 : undefined}
      placeholder={field.kind === 'date' ? '年-月-日' : field.kind === 'month' ? '年-月' : field.kind === 'year' ? '年' : field.kind === 'place' ? '经度,纬度' : undefined}
      onChange={(event) => { setTyped(event.target.value); onChange(field.kind === 'date' && today !== undefined && TODAY.includes(event.target.value.trim().toLowerCase()) ? today : readWritten(field.kind, event.target.value)); }}
      onBlur={() => setTyped(undefined)} />
  );
  if (field.kind === 'date') return <span className="in-date">{input}<DayEcho value={value} /></span>;
  if (unit !== undefined || field.kind === 'money' || field.kind === 'integer' || field.kind === 'number') return <span className={`in-unit ${field.kind}`}>{input}{unit === undefined ? null : <span>{unit}</span>}</span>;
  return <span className={`in-text ${field.kind}`}>{input}</span>;
}

/** Says back which day was understood, with its weekday. */
function DayEcho({ value }: { value: FormValue | undefined }) {
  return isDay(value) ? <span className="note">{dayWithWeekday(value)}</span> : null;
}
