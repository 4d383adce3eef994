import { useState } from 'react';
import { readWritten } from '../../forms/read-written.ts';
import { lastDayOf, month as asMonth, addMonths } from '../../../kernel/values/month.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import type { Period } from './figure-answer.ts';
import { isDay } from '../../forms/read-written.ts';


/** 截至哪一天, and from which day for what flows; the usual ones at hand. */
export function PeriodChoice({ period, today, onChange }: { period: Period; today: string; onChange: (period: Period) => void }) {
  const [typed, setTyped] = useState({ from: period.from as string, last: period.last as string, known: '' });
  const [error, setError] = useState<string | undefined>(undefined);
  const take = (from: string, last: string, known = '') => {
    setTyped({ from, last, known });
    setError(undefined);
    onChange({ from: plainDate(from), last: plainDate(last), ...(known === '' ? {} : { knownOn: plainDate(known) }) });
  };
  const read = () => {
    const [from, last, known] = [readWritten('date', typed.from), readWritten('date', typed.last), readWritten('date', typed.known)];
    if (!isDay(from) || !isDay(last) || (known !== null && !isDay(known))) return setError('日期没有看懂，请写成 2014-11-03。');
    if (last < from) return setError('止日要在起日之后。');
    return take(from, last, known ?? '');
  };
  const month = asMonth(today.slice(0, 7));
  const before = addMonths(month, -1);
  const year = Number(today.slice(0, 4));
  return (
    <form className="seek" noValidate onSubmit={(event) => { event.preventDefault(); read(); }}>
      <div className="field short"><Field label="从" error={error}>{(ids) => <input {...ids} className="input" value={typed.from} onChange={(event) => setTyped({ ...typed, from: event.target.value })} />}</Field></div>
      <div className="field short"><Field label="到（时点数看这一天）">{(ids) => <input {...ids} className="input" value={typed.last} onChange={(event) => setTyped({ ...typed, last: event.target.value })} />}</Field></div>
      <div className="field short"><Field label="按哪天知道的">{(ids) => <input {...ids} className="input" value={typed.known} placeholder="不写就是现在" onChange={(event) => setTyped({ ...typed, known: event.target.value })} />}</Field></div>
      <Button type="submit">看这一期</Button>
      <span className="acts">
        <Button kind="bare" onPress={() => take(`${year}-01-01`, today)}>今年到今天</Button>
        <Button kind="bare" onPress={() => take(`${before}-01`, lastDayOf(before))}>上个月</Button>
        <Button kind="bare" onPress={() => take(`${year - 1}-01-01`, `${year - 1}-12-31`)}>去年</Button>
      </span>
    </form>
  );
}
