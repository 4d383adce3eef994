import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { readWritten } from '../../forms/read-written.ts';
import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import { addMonths, month } from '../../../kernel/values/month.ts';
import { Button } from '../../ui/button.tsx';
import { dayShort, dayWithWeekday } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { isDay } from '../../forms/read-written.ts';

/** The business day of a demonstration city, and how it is walked forward. It never goes back. */
export function DemoClock({ today }: { today: string }) {
  const [open, setOpen] = useState(false);
  return (
    <span className="day">
      {dayWithWeekday(today)} <button type="button" className="link" onClick={() => setOpen(true)}>往前走</button>
      <Dialog open={open} title="往前走到哪一天" onClose={() => setOpen(false)}><MoveForm today={today} onDone={() => setOpen(false)} /></Dialog>
    </span>
  );
}

function MoveForm({ today, onDone }: { today: string; onDone: () => void }) {
  const day = plainDate(today);
  const nearby = [addDays(day, 1), addDays(day, 7), `${addMonths(month(today.slice(0, 7)), 1)}-01`];
  const [typed, setTyped] = useState<string>(addDays(day, 1));
  const [error, setError] = useState<string | undefined>(undefined);
  const move = useApiCommand('clock.move');
  const to = readWritten('date', typed);
  const readable = isDay(to);
  const go = async () => {
    if (!readable) return setError('日期没有看懂。请写成 2014-11-26 这样。');
    if (to <= today) return setError('演示时钟只能往前走。');
    setError(undefined);
    if ((await move.run({ to })) !== undefined) onDone();
  };
  return (
    <form className="move" noValidate onSubmit={(event) => { event.preventDefault(); void go(); }}>
      <p>现在是{dayWithWeekday(today)}。走到的那一天以前到期的事，会照期限办：公示期满、核对超时、到期提醒。只有演示城市能这样走。</p>
      <Field label="走到" error={error} help={readable ? dayWithWeekday(to) : '写成 2014-11-26 这样'}>{(ids) => <input {...ids} className="input" value={typed} onChange={(event) => setTyped(event.target.value)} />}</Field>
      <div className="acts">{nearby.map((one, at) => <Button key={one} onPress={() => setTyped(one)}>{['明天', '一周后', '下月初'][at]} {dayShort(one, today)}</Button>)}</div>
      <ErrorNote problem={move.problem} />
      <div className="foot"><Button onPress={onDone}>不走了</Button><Button kind="main" type="submit" busy={move.busy}>{readable ? `走到 ${dayShort(to, today)}` : '往前走'}</Button></div>
    </form>
  );
}
