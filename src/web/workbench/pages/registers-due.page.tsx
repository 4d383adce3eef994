import '../records/records.css';
import { useState } from 'react';
import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayWithWeekday } from '../../ui/day-text.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { A } from '../../ui/link.tsx';
import { PageHead, Views } from '../../ui/page-head.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column, type Group } from '../../ui/table.tsx';
import type { DueLine } from '../records/api.ts';
import { definePage } from '../shell/page.ts';
import { useListAddress } from '../views/list-address.ts';

type By = 'day' | 'register';
/** So many are shown at once, earliest first. */
const AT_ONCE = 60;

/** 到期提醒 of all registers one keeps: what is over, then day after day. */
function RegistersDue() {
  const { today } = useSignedIn();
  const [address, setAddress] = useListAddress();
  const [by, setBy] = useState<By>('day');
  const register = typeof address['register'] === 'string' ? address['register'] : undefined;
  const asked = register === undefined ? {} : { register };
  const [many, setMany] = useState(AT_ONCE);
  const read = useApiQuery<readonly DueLine[]>('records.due', asked);
  return (
    <div className="page">
      <Await read={read} what="到日子的" lines={8}>{(lines) => (
        <>
          <PageHead over={<A className="plain" href="/registers">台账</A>} title={register === undefined ? '到日子的' : `${lines[0]?.registerTitle ?? '这个台账'}到日子的`} lead={<Lead lines={lines} />}>
            {register === undefined ? null : <button type="button" className="link" onClick={() => setAddress({})}>看全部台账的</button>}
            <ExportButton list="records.due" asked={asked} />
          </PageHead>
          <Views label="怎么排" views={[{ value: 'day', title: '按日子' }, { value: 'register', title: '按台账' }]} value={by} onChange={setBy} />
          <Table caption="到日子的" columns={by === 'day' ? COLUMNS : COLUMNS.filter((column) => column.key !== 'register')} groups={by === 'day' ? byDay(lines.slice(0, many), today) : byRegister(lines.slice(0, many))} rowKey={(row) => `${row.register} ${row.record} ${row.reminder}`} href={(row) => `/registers/${row.register}/${row.record}`}
            empty={<Empty>没有到日子的事。续签、换届、该报的数到了日子，会自己列在这里。</Empty>} />
          {lines.length <= many ? null : <p className="acts table-foot noprint"><Button onPress={() => setMany(many + AT_ONCE)}>再看 {Math.min(AT_ONCE, lines.length - many)} 件</Button><span className="quiet">日子早的在前，还有 {lines.length - many} 件</span></p>}
        </>
      )}</Await>
    </div>
  );
}

function Lead({ lines }: { lines: readonly DueLine[] }) {
  const over = lines.filter((one) => one.overdue).length;
  if (lines.length === 0) return <>没有要赶的。</>;
  return <>{lines.length} 件，{over === 0 ? '都还没有过日子。' : <><b className="law-ink">{over} 件已经过了日子</b>。</>}办好以后改了记录，提醒自己消去。</>;
}

const COLUMNS: readonly Column<DueLine>[] = [
  { key: 'title', title: '哪一条', phone: 'who', cell: (row) => row.title },
  { key: 'reminder', title: '什么事', phone: 'what', cell: (row) => row.reminder },
  { key: 'register', title: '台账', phone: 'why', nowrap: true, cell: (row) => <span className="quiet">{row.registerTitle}</span> },
  { key: 'day', title: '哪一天', phone: 'state', nowrap: true, cell: (row) => <State kind={row.overdue ? 'over' : 'mine'}>{row.day}</State> },
];

/** What is over, this week, the rest; in the order of the days. */
function byDay(lines: readonly DueLine[], today: string): Group<DueLine>[] {
  const week = addDays(plainDate(today), 7);
  const sorted = lines.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const parts: readonly (readonly [string, string, (one: DueLine) => boolean])[] = [
    ['已经过了', '', (one) => one.overdue], ['七天以内', `到 ${dayWithWeekday(week)}`, (one) => !one.overdue && one.day <= week], ['以后', '', (one) => !one.overdue && one.day > week],
  ];
  return parts.map(([title, note, fits]) => ({ title, note, rows: sorted.filter(fits) })).filter((group) => group.rows.length > 0);
}

const byRegister = (lines: readonly DueLine[]): Group<DueLine>[] => [...Map.groupBy(lines, (one) => one.registerTitle)].map(([title, rows]) => ({ title, note: `${rows.length} 件`, rows }));

export default definePage({ path: '/registers/due', title: '到日子的台账', go: 'q', under: '/registers', shelf: { label: '到日子的', order: 20 }, component: RegistersDue });
