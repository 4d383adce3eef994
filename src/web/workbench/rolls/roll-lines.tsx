import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Money } from '../../ui/money.tsx';
import { Section, Views } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { monthShort, type LineList, type LineView, type ListedLine, type RollAnswer } from './roll-answer.ts';

const VIEWS: readonly (readonly [LineView, string])[] = [
  ['changed', '有变化'], ['new', '新增'], ['stopped', '停发'], ['members', '成员'], ['income', '收入'], ['standard', '标准'], ['arrears-recovery', '补发扣回'], ['held', '暂缓'], ['failed', '退回'], ['all', '全部'],
];

const columnsOf = (roll: RollAnswer, onLine: (line: number) => void): readonly Column<ListedLine>[] => [
  { key: 'head', title: '户主', phone: 'who', cell: (row) => <button type="button" className="link plain" onClick={() => onLine(row.id)}>{row.head}</button> },
  { key: 'place', title: '镇街', cell: (row) => row.place },
  { key: 'last', title: roll.bridge?.from.month ? monthShort(roll.bridge.from.month) : '上月', num: true, cell: (row) => <Money fen={row.lastFen === 0 ? null : row.lastFen} /> },
  { key: 'fen', title: monthShort(roll.month), num: true, phone: 'state', cell: (row) => <Money fen={row.fen === 0 && row.persons === 0 ? null : row.fen} /> },
  { key: 'difference', title: '差', num: true, phone: 'why', cell: (row) => (row.difference === 0 ? <span className="quiet">0.00</span> : <Money fen={row.difference} difference />) },
  { key: 'kind', title: '类别', cell: (row) => <LineState line={row} /> },
  { key: 'reason', title: '原因', phone: 'what', cell: (row) => row.reason },
];

/** What became of the line, else which kind of change it is. */
export function LineState({ line }: { line: Pick<ListedLine, 'status' | 'changeTitle'> }) {
  if (line.status === 'held') return <State kind="held">暂缓</State>;
  if (line.status === 'withdrawn') return <State kind="wait">没有送出</State>;
  if (line.status === 'failed') return <State kind="back">退回</State>;
  return <>{line.changeTitle ?? <span className="quiet">相同</span>}</>;
}

const FIRST = 12;
const MORE = 60;

/** The households of the roll by view; each opens into what its amount is made of. */
export function RollLines({ roll, view, title, onView, onLine }: { roll: RollAnswer; view: LineView; title: string; onView: (view: LineView) => void; onLine: (line: number) => void }) {
  const counts = roll.views as Partial<Record<LineView, number>>;
  const shown = VIEWS.filter(([value]) => value === 'all' || value === 'changed' || value === view || (counts[value] ?? 0) > 0);
  const all = counts.all ?? 0;
  const changed = counts.changed ?? 0;
  return (
    <Section title={`${title}各户`} note={roll.kind === 'main' ? `有变化的 ${changed.toLocaleString('en-US')} 户，其余 ${(all - changed).toLocaleString('en-US')} 户与上月相同` : `${all} 户，都是上一册退回来的`}>
      <div id="lines" className="roll-lines">
        <p className="acts"><ExportButton list="payroll.list-lines" asked={{ roll: roll.id, view }}>导出这些户</ExportButton></p>
        <Views label="看哪些户" value={view} onChange={onView} views={shown.map(([value, word]) => ({ value, title: `${word} ${(counts[value] ?? 0).toLocaleString('en-US')}` }))} />
        <Lines key={`${roll.id} ${view}`} roll={roll} view={view} onLine={onLine} />
      </div>
    </Section>
  );
}

function Lines({ roll, view, onLine }: { roll: RollAnswer; view: LineView; onLine: (line: number) => void }) {
  const [limit, setLimit] = useState(FIRST);
  const read = useApiQuery<LineList>('payroll.list-lines', { roll: roll.id, view, limit });
  const columns = columnsOf(roll, onLine);
  return (
    <Await read={read} what="各户" lines={6}>{({ lines, total, more }) => (
      <>
        <Table caption="各户" columns={columns} rows={lines} rowKey={(row) => String(row.id)} empty={<Empty>{view === 'failed' ? '银行没有退回。' : view === 'held' ? '没有暂缓的户。' : view === 'changed' ? '每一户都和上月相同。' : '没有这样的户。'}</Empty>} />
        {more === null ? null : limit < 200 ? <p className="after"><Button onPress={() => setLimit(Math.min(200, limit + MORE))}>再看 {Math.min(200 - limit, MORE, total - lines.length)} 户</Button><span className="quiet">共 {total > 1000 ? '超过 1,000' : total} 户</span></p>
          : <p className="after quiet">只列前 200 户。要看全部，请导出。</p>}
      </>
    )}</Await>
  );
}
