import { useState } from 'react';
import { readWritten } from '../../forms/read-written.ts';
import { dayLong } from '../../ui/day-text.ts';
import { Field } from '../../ui/field.tsx';
import { Views } from '../../ui/page-head.tsx';
import { wasKnown, type Known } from './known-on.ts';
import { isDay } from '../../forms/read-written.ts';

type View = 'now' | 'then' | 'all';

/** Three ways to look at what is recorded: what counts now, what we knew on a day, and every line with its corrections. */
export function useKnown(today: string): { readonly shows: (record: Known) => boolean; readonly controls: React.ReactNode } {
  const [view, setView] = useState<View>('now');
  const [typed, setTyped] = useState(today);
  const read = readWritten('date', typed);
  const day = isDay(read) ? read : undefined;
  const shows = (record: Known) => (view === 'all' ? true : wasKnown(record, view === 'now' ? null : (day ?? today)));
  const controls = (
    <>
      <Views label="按什么时候知道的看" value={view} onChange={setView} views={[{ value: 'now', title: '现在算数的' }, { value: 'then', title: '某一天知道的' }, { value: 'all', title: '连同更正前的' }]} />
      {view === 'then' ? (
        <div className="seek">
          <Field label="哪一天" help="看那一天我们手里有什么，后来才知道的不在" error={day === undefined ? '日期没有看懂，请写成 2014-11-26。' : undefined}>{(ids) => <input {...ids} className="input" value={typed} onChange={(event) => setTyped(event.target.value)} />}</Field>
          {day === undefined ? null : <p className="count">{dayLong(day)}当天知道的</p>}
        </div>
      ) : null}
    </>
  );
  return { shows, controls };
}

/** When the office came to know a line, and when it knew better. */
export function KnownText({ record }: { record: Known }) {
  if (record.correctedOn !== null) return <span className="law-ink">{record.correctedOn} 更正，不再算数</span>;
  return <span className="quiet">{record.knownOn ?? '建库时带来'}</span>;
}
