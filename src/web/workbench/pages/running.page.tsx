import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { Facts, PageHead, Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import '../cases/cases.css';
import type { RunningStatus } from '../cases/api.ts';
import { definePage } from '../shell/page.ts';

type Process = RunningStatus['processes'][number];

const instant = (iso: string): string => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso)).replaceAll('/', '-');
const whole = (count: number): string => count.toLocaleString('en-US');
const lasted = (seconds: number): string => (seconds < 120 ? `${seconds} 秒` : seconds < 7200 ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 3600)} 小时`);
const kindOf = (name: string): string => (name.startsWith('web') ? '网页' : '后台作业');

const columns: readonly Column<Process>[] = [
  { key: 'what', title: '进程', phone: 'who', nowrap: true, cell: (one) => <>{kindOf(one.name)} <span className="code">{one.name}</span></> },
  { key: 'state', title: '状态', phone: 'state', nowrap: true, cell: (one) => (one.alive ? <State kind="done">在运行</State> : <State kind="over">{lasted(one.silentSeconds)}没有报平安</State>) },
  { key: 'host', title: '机器', phone: 'what', cell: (one) => <span className="code">{one.host}　{one.pid}</span> },
  { key: 'since', title: '什么时候起', num: true, cell: (one) => instant(one.startedAt) },
  { key: 'memory', title: '占用内存（MB）', num: true, phone: 'why', cell: (one) => whole(one.rssMb) },
];

/** After so long something waits that should not, seconds: a worker is missing, or the sealer stands. */
const LATE_SECONDS = 60;

function Running() {
  const read = useApiQuery<RunningStatus>('operations.get-status', {}, { everyMs: 10_000 });
  return (
    <div className="page">
      <PageHead title="运行状况" lead={read.data === undefined ? undefined : said(read.data)} />
      <Await read={read} what="运行状况" lines={6}>{(status) => (
        <>
          <Section title="进程"><Table caption="进程" captionShown={false} columns={columns} rows={status.processes} rowKey={(one) => `${one.host} ${one.pid} ${one.startedAt}`} empty={<Empty>还没有进程报过平安。</Empty>} /></Section>
          <Section title="后台作业和操作记录"><Facts items={factsOf(status)} /></Section>
        </>
      )}</Await>
    </div>
  );
}

function factsOf({ pulse, verified, backup }: RunningStatus) {
  return [
    { label: '排队', value: `${whole(pulse.waiting)} 件${pulse.oldestDueSeconds > LATE_SECONDS ? `，最早的一件已经等了 ${lasted(pulse.oldestDueSeconds)}` : ''}` },
    { label: '正在做', value: `${whole(pulse.running)} 件` },
    { label: '失败', value: pulse.failed === 0 ? '没有' : <A href="/jobs">{whole(pulse.failed)} 件，要人看</A> },
    { label: '还没封存的操作', value: pulse.unsealed === 0 ? '没有，全部已封存' : `${whole(pulse.unsealed)} 项，最早的一项在 ${lasted(pulse.oldestUnsealedSeconds)}以前` },
    { label: '最近一次封存', value: pulse.lastSealed === null ? '还没有' : instant(pulse.lastSealed) },
    { label: '最近一次记录核验', value: verified === null ? '还没有核验过' : `${instant(verified.at)}，${verified.findings === 0 ? '全部相符' : `${whole(verified.findings)} 处不符`}` },
    { label: '最近一次备份', value: backup === null ? '还没有备份过' : `${instant(backup.at)}，${whole(Math.ceil(backup.bytes / 2 ** 20))} MB，用了 ${lasted(backup.seconds)}` },
  ];
}

/** The state of the house in one sentence; what needs a person comes first. */
function said({ processes, pulse }: RunningStatus) {
  const silent = processes.filter((one) => !one.alive).length;
  const wants = [
    ...(silent > 0 ? [`${silent} 个进程没有报平安`] : []), ...(pulse.failed > 0 ? [`${whole(pulse.failed)} 件作业失败`] : []),
    ...(pulse.oldestDueSeconds > LATE_SECONDS ? ['有作业等得太久'] : []), ...(pulse.oldestUnsealedSeconds > LATE_SECONDS ? ['操作记录没有及时封存'] : []),
  ];
  const running = `${processes.length - silent} 个进程在运行。`;
  return wants.length === 0 ? <>一切正常，{running}</> : <><b className="law-ink">{wants.join('，')}</b>；{running}</>;
}

export default definePage({ path: '/running', title: '运行状况', tab: { label: '运行', order: 89 }, roles: ['administrator'], component: Running });
