import { useState } from 'react';
import { findDay } from '../../kernel/values/plain-date.ts';
import type { InputIds } from '../ui/field.tsx';
import type { FormValue } from './form-values.ts';

interface Props { readonly value: FormValue | undefined; readonly onChange: (value: FormValue) => void; readonly ids: InputIds; }
type Parts = readonly [string, string, string];

const NAMES = ['年', '月', '日'] as const;

/** A day for people at home: three small boxes, 年 月 日; no calendar to leaf through for a birthday sixty years ago. */
export function DateParts({ value, onChange, ids }: Props) {
  const [typed, setTyped] = useState<Parts | undefined>(undefined);
  const parts = typed ?? partsOf(value);
  const change = (at: number, text: string) => {
    const next = parts.map((part, index) => (index === at ? text : part)) as unknown as Parts;
    setTyped(next);
    onChange(join(next));
  };
  return (
    <span className="date-parts">
      {NAMES.map((name, at) => (
        <span key={name}>
          <input {...(at === 0 ? ids : { 'aria-invalid': ids['aria-invalid'] })} className="input" inputMode="numeric" maxLength={at === 0 ? 4 : 2} aria-label={at === 0 ? undefined : name} value={parts[at]} onChange={(event) => change(at, event.target.value)} />
          <span>{name}</span>
        </span>
      ))}
    </span>
  );
}

function partsOf(value: FormValue | undefined): Parts {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  return [year, month.replace(/^0/, ''), day.replace(/^0/, '')];
}

/** A real day as `YYYY-MM-DD`; a half-filled or impossible one as typed, so that the check can speak; nothing is null. */
function join(parts: Parts): FormValue {
  if (parts.every((part) => part.trim() === '')) return null;
  return findDay(Number(parts[0]), Number(parts[1]), Number(parts[2])) ?? parts.join('-');
}
