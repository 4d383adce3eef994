import { isDay, readWritten } from '../../forms/read-written.ts';
import { Field } from '../../ui/field.tsx';

export interface DayFaults { readonly from?: string; readonly to?: string }
const WRONG = '写成 2014-11-18 这样。';

/** The days of a range as they were written: 2014-11-18, 2014.11.18, 20141118. Left empty, the end is open. */
export function readDays({ from, to }: { readonly from: string; readonly to: string }): { readonly days: { readonly from?: string; readonly to?: string }; readonly faults: DayFaults } {
  const read = (text: string): unknown => (text.trim() === '' ? undefined : readWritten('date', text));
  const [first, last] = [read(from), read(to)];
  return {
    days: { ...(isDay(first) ? { from: first } : {}), ...(isDay(last) ? { to: last } : {}) },
    faults: { ...(first !== undefined && !isDay(first) ? { from: WRONG } : {}), ...(last !== undefined && !isDay(last) ? { to: WRONG } : {}) },
  };
}

/** 从哪天、到哪天 of a search, side by side also on a phone. */
export function DayRange({ from, to, faults, onChange }: { from: string; to: string; faults: DayFaults; onChange: (key: 'from' | 'to', value: string) => void }) {
  return (
    <div className="day-range">
      <Field label="从哪天" error={faults.from}>{(ids) => <input {...ids} className="input" inputMode="numeric" autoComplete="off" value={from} onChange={(event) => onChange('from', event.target.value)} />}</Field>
      <Field label="到哪天" error={faults.to}>{(ids) => <input {...ids} className="input" inputMode="numeric" autoComplete="off" value={to} onChange={(event) => onChange('to', event.target.value)} />}</Field>
    </div>
  );
}
