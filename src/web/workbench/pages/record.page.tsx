import '../registers/ruled-list.css';
import { useEffect } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Gloss, PageHead, Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { definePage } from '../shell/page.ts';

type Runs = DoorOutput<typeof import('../../../kernel/audit/queries/list-runs.ts').default>;
type Run = Runs['runs'][number];

const instant = (iso: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));
const count = (n: number): string => n.toLocaleString('en-US');

const COLUMNS: readonly Column<Run>[] = [
  { key: 'at', title: '什么时候', phone: 'who', num: true, cell: (run) => instant(run.startedAt) },
  { key: 'state', title: '结果', phone: 'state', nowrap: true, cell: (run) => (run.findings.length === 0 ? <State kind="done">全部相符</State> : <State kind="over">{run.findings.length} 处不符</State>) },
  { key: 'what', title: '核了什么', phone: 'what', cell: (run) => `${count(run.commands)} 项操作，${count(run.readings)} 条查看记录，${count(run.rows)} 行，${count(run.blocks)} 个封存块` },
  { key: 'open', title: '待封存', num: true, cell: (run) => count(run.unsealed) },
  { key: 'seconds', title: '用时（秒）', num: true, cell: (run) => run.seconds.toFixed(1) },
  { key: 'by', title: '谁要核的', phone: 'why', nowrap: true, cell: (run) => run.by },
];

/** 记录核验: the whole record read again on demand, and what every run found. */
function RecordPage() {
  const command = useApiCommand('audit.start-verify');
  const read = useApiQuery<Runs>('audit.list-runs', {}, { everyMs: 5_000 });
  const { refetch } = read;
  useEffect(() => { if (command.answer !== undefined) void refetch(); }, [command.answer, refetch]);
  const running = read.data?.running ?? false;
  return (
    <div className="page">
      <PageHead title="记录核验" lead={read.data === undefined ? undefined : lead(read.data)}>
        <Button kind="main" busy={command.busy} {...(running ? { waiting: '正在核验' } : {})} onPress={() => void command.run({})}>现在核验</Button>
      </PageHead>
      <ErrorNote problem={command.problem} />
      <Await read={read} what="记录核验" lines={5}>{({ runs, failed, lastBlock }) => (
        <>
          {running ? <p role="status">正在把全部记录重读一遍，做完以后这里有结果。{failed ? '上一次没有做成，会自己再试。' : ''}</p> : null}
          <Table caption="历次核验" columns={COLUMNS} rows={runs} rowKey={(run) => String(run.id)} empty={<Empty>按“现在核验”，几秒到几分钟有结果，历次的都留在这里。</Empty>} />
          <Findings run={runs[0]} />
          {lastBlock === null ? null : <p className="note">最近封存到第 {count(lastBlock.no)} 块，{instant(lastBlock.sealedAt)}，块头 <span className="code">{lastBlock.head}</span>。打印的花名册上印着当时的块头，可以拿来对。</p>}
          <Gloss items={[{ title: '核什么', text: '操作和查看记录的签名、每一行的摘要、封存块与前一块的相连、库外留存的块头。改一行、塞一行、删一行、截去尾部、整本改写、换回旧的副本，都会写在这里。' }, { title: '发现不符', text: '先停用能直接进数据库的账号，保全数据库、密钥文件和块头文件，再查是谁、什么时候。不要先改数据。' }]} />
        </>
      )}</Await>
    </div>
  );
}

function lead({ runs, running }: Runs) {
  const last = runs[0];
  if (last === undefined) return running ? '第一次核验正在做。' : '还没有核验过。';
  return last.findings.length === 0 ? `最近一次 ${instant(last.startedAt)}，全部相符。` : <b className="law-ink">最近一次 {instant(last.startedAt)}，{last.findings.length} 处不符，要人查</b>;
}

function Findings({ run }: { run: Run | undefined }) {
  if (run === undefined || run.findings.length === 0) return null;
  return <Section title="最近一次的发现"><ul className="ruled">{run.findings.map((finding) => <li key={finding}><p className="l1"><span>{finding}</span></p></li>)}</ul></Section>;
}

export default definePage({ path: '/record', title: '记录核验', tab: { label: '核验', order: 92 }, roles: ['auditor'], component: RecordPage });
