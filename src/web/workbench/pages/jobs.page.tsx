import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PageHead, Views } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import '../cases/cases.css';
import type { JobList } from '../cases/api.ts';
import { RunsTable } from '../standards/runs-table.tsx';
import { definePage } from '../shell/page.ts';

type Job = JobList['lines'][number];
type View = 'all' | 'failed' | 'running' | 'waiting';

const instant = (iso: string): string => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso)).replaceAll('/', '-');

function JobState({ job }: { job: Job }) {
  if (job.state === 'failed') return <State kind="over">失败，试了 {job.attempts} 次</State>;
  if (job.state === 'running') return <State kind="mine">正在做</State>;
  if (job.lastError !== null) return <State kind="back">第 {job.attempts} 次没成，等下一次</State>;
  return job.overdue ? <State kind="over">早该做了，没有人做</State> : <State kind="wait">排队</State>;
}

const columnsOn = (retry: (job: Job) => void): readonly Column<Job>[] => [
  { key: 'what', title: '作业', phone: 'who', cell: (job) => <>{job.title}{job.title === job.kind ? null : <><br /><span className="code">{job.kind}</span></>}</> },
  { key: 'state', title: '到哪里', phone: 'state', nowrap: true, cell: (job) => <JobState job={job} /> },
  { key: 'why', title: '没成的原因', phone: 'what', cell: (job) => (job.reason === null ? <span className="quiet">无</span> : <>{job.reason}<br /><span className="code">{job.lastError}</span></>) },
  { key: 'made', title: '什么时候排的', num: true, cell: (job) => instant(job.createdAt) },
  { key: 'next', title: '下一次', num: true, cell: (job) => (job.state === 'failed' ? <span className="quiet">不再做</span> : instant(job.runAfter)) },
  { key: 'act', title: '重做', phone: 'why', cell: (job) => (job.state === 'failed' || (job.state === 'waiting' && job.lastError !== null) ? <Button kind="bare" onPress={() => retry(job)}>现在重做</Button> : <span className="quiet">不用</span>) },
];

function Jobs() {
  const [view, setView] = useState<View>('all');
  const read = useApiQuery<JobList>('jobs.list-jobs', view === 'all' ? {} : { state: view }, { everyMs: 10_000 });
  const command = useApiCommand('jobs.retry');
  return (
    <div className="page">
      <PageHead title="后台作业" lead={read.data === undefined ? undefined : said(read.data.counts)} />
      <Views label="看哪些" views={[{ value: 'all', title: '没做完的' }, { value: 'failed', title: '失败' }, { value: 'running', title: '正在做' }, { value: 'waiting', title: '排队' }]} value={view} onChange={setView} />
      <ErrorNote problem={command.problem} />
      <Await read={read} what="后台作业" lines={6}>{(jobs) => (
        <Table caption="后台作业" columns={columnsOn((job) => void command.run({ jobId: job.id }))} rows={jobs.lines} rowKey={(job) => String(job.id)}
          empty={<Empty>没有排队的，也没有失败的。24 小时内做完 {jobs.counts.doneLately.toLocaleString('en-US')} 件。</Empty>} />
      )}</Await>
      <RunsTable />
    </div>
  );
}

function said({ waiting, again, running, failed, doneLately }: JobList['counts']) {
  return (
    <>{failed > 0 ? <b className="law-ink">{failed} 件失败，要人看</b> : '没有失败的'}，{running} 件正在做，{waiting} 件排队{again > 0 ? `（${again} 件没成过，会再试）` : ''}。24 小时内做完 {doneLately.toLocaleString('en-US')} 件。做两次和做一次一样，可以放心重做。</>
  );
}

export default definePage({ path: '/jobs', title: '后台作业', go: 'j', tab: { label: '作业', order: 90 }, roles: ['administrator'], component: Jobs });
