import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { dayShort } from '../../ui/day-text.ts';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { PageHead, Views } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { definePage } from '../shell/page.ts';

type Draws = DoorOutput<typeof import('../../../kernel/sampling/queries/list-draws.ts').default>;
type Line = Draws['lines'][number];

const LOTS = 1_000_000;
/** 0.213 of 1: the lot as a share, three places. */
const share = (point: number): string => (point / LOTS).toFixed(3);

function Standing({ line }: { line: Line }) {
  if (!line.drawn) return <span className="quiet">没有抽中</span>;
  if (line.answeredOn !== null) return <State kind="done">已入户</State>;
  return line.open ? <State kind="mine">抽中，待入户</State> : <State kind="back">抽中，没有入户就结案了</State>;
}

const columnsOn = (today: string): readonly Column<Line>[] => [
  { key: 'number', title: '案号', phone: 'who', nowrap: true, cell: (line) => <A href={`/cases/${line.caseId}`}>{line.number}</A> },
  { key: 'name', title: '申请人', phone: 'what', nowrap: true, cell: (line) => line.name },
  { key: 'village', title: '村居', phone: 'why', nowrap: true, cell: (line) => line.division },
  { key: 'on', title: '抽的日子', num: true, cell: (line) => dayShort(line.drawnOn, today) },
  { key: 'seed', title: '种子', nowrap: true, cell: (line) => <>{line.office} {line.month}{line.seed === null ? null : <><br /><span className="code">{line.seed.slice(0, 16)}…</span></>}</> },
  { key: 'lot', title: '抽到的数／比例', num: true, cell: (line) => <>{share(line.point)}／{line.ratio}{line.document?.title.startsWith('演示值') ? <DemoMark /> : null}</> },
  { key: 'state', title: '结果', phone: 'state', nowrap: true, cell: (line) => <Standing line={line} /> },
  { key: 'same', title: '重算', nowrap: true, cell: (line) => (line.repeats ? <span className="quiet">相同</span> : <b className="law-ink">不同</b>) },
];

/** 入户抽查: who was drawn, by which seed, and that working it out again gives the same. */
function Samples() {
  const [view, setView] = useState<'all' | 'drawn'>('all');
  const read = useApiQuery<Draws>('sampling.list-draws', view === 'drawn' ? { drawn: true } : {});
  return (
    <div className="page">
      <PageHead title="入户抽查" lead="上报审核确认时抽，一件只抽一次，退回再报也不重抽。数小于比例就是抽中；种子先记下，谁来重算都一样。">
        <ExportButton list="sampling.list-draws" asked={view === 'drawn' ? { drawn: true } : {}} />
      </PageHead>
      <Views label="看哪些" views={[{ value: 'all', title: '全部' }, { value: 'drawn', title: '抽中的' }]} value={view} onChange={setView} />
      <Await read={read} what="抽查" lines={6}>{(draws) => (
        <Table caption="入户抽查" columns={columnsOn(draws.today)} rows={draws.lines} rowKey={(line) => `${line.caseId} ${line.purpose}`} empty={<Empty>还没有抽过。本地定了抽查比例，上报审核确认时就会抽。</Empty>} />
      )}</Await>
    </div>
  );
}

export default definePage({ path: '/samples', title: '入户抽查', go: 'x', under: '/cases', shelf: { label: '抽查', order: 30 }, roles: ['approver', 'auditor', 'town-lead'], covers: ['S001'], component: Samples });
