import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayShort } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { Gloss, PageHead } from '../../ui/page-head.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { BulkRuns } from '../bulk/api.ts';
import { definePage } from '../shell/page.ts';

const KIND = { trying: 'wait', tried: 'mine', running: 'wait', done: 'done', stopped: 'back' } as const;
const SAID = { trying: '正在试', tried: '试过了，等您说办', running: '正在办', done: '办完了', stopped: '停下了' } as const;

const columnsOn = (today: string): readonly Column<BulkRuns[number]>[] => [
  { key: 'title', title: '办什么', phone: 'who', cell: (row) => row.title },
  { key: 'state', title: '到哪里', phone: 'state', nowrap: true, cell: (row) => <State kind={row.state === 'tried' && !row.mine ? 'wait' : KIND[row.state]}>{row.state === 'tried' && !row.mine ? '试过了，等下单的人' : SAID[row.state]}</State> },
  { key: 'all', title: '共', num: true, cell: (row) => row.all },
  { key: 'done', title: '办好', num: true, phone: 'what', cell: (row) => row.done },
  { key: 'refused', title: '办不了', num: true, cell: (row) => row.refused },
  { key: 'by', title: '谁下的', phone: 'why', nowrap: true, cell: (row) => row.orderedBy },
  { key: 'on', title: '哪天', num: true, cell: (row) => dayShort(row.orderedOn, today) },
];

/** 批量办理: what was ordered for many at once in this office, and how it went. */
function Bulk() {
  const { today } = useSignedIn();
  const read = useApiQuery<BulkRuns>('bulk.list-runs', {}, { everyMs: 15_000 });
  return (
    <div className="page">
      <PageHead title="批量办理" lead="本单位成批办过的事，新的在前。每一件怎么样，打开看。" />
      <Await read={read} what="批量办理" lines={6}>{(runs) => <Table caption="批量办理" columns={columnsOn(today)} rows={runs} rowKey={(row) => String(row.id)} href={(row) => `/bulk/${row.id}`} empty={<Empty>还没有成批办过。在待办、办件、定期复核里按 X 选上几行，下面就有能一起办的。</Empty>} />}</Await>
      <Gloss items={[{ title: '什么能成批办', text: '受理、发出核对、出具核对报告、公示期满上报、复核维持、办结交办事项这些，程序里写明可以的。作决定法律要一件一件来，不能成批。' }, { title: '每件各算各的', text: '先逐件试一遍，再逐件办；办不了的原样不动，写明原因。办到一半断了，接着办，不会办重。' }]} />
    </div>
  );
}

export default definePage({ path: '/bulk', title: '批量办理', go: 'k', under: '/tasks', shelf: { label: '批量办理', order: 40 }, covers: ['S001'], component: Bulk });
