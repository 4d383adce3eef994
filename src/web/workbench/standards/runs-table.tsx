import { useApiQuery } from '../../api-client.ts';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { RunLine } from './answers.ts';

const COLUMNS: readonly Column<RunLine>[] = [
  { key: 'what', title: '标准', phone: 'who', cell: (run) => <>{run.title}，{run.fromMonth} 起</> },
  { key: 'state', title: '到哪里', phone: 'state', nowrap: true, cell: (run) => (run.state === 'done' ? <State kind="done">算完</State> : <State kind="mine">算到 {run.grants.toLocaleString('en-US')} 户</State>) },
  { key: 'changed', title: '改了（户）', num: true, cell: (run) => run.changed.toLocaleString('en-US') },
  { key: 'month', title: '每月（元）', num: true, phone: 'what', cell: (run) => <Money fen={run.monthFen} difference /> },
  { key: 'review', title: '待复核（户）', num: true, phone: 'why', cell: (run) => (run.review === 0 ? <span className="quiet">无</span> : <b className="law-ink">{run.review.toLocaleString('en-US')}</b>) },
  { key: 'on', title: '签发', nowrap: true, cell: (run) => run.onDay },
];

/** Runs over the register after a standard was signed; each opens to who was changed and who waits for a person. Nothing while there was none. */
export function RunsTable() {
  const read = useApiQuery<readonly RunLine[]>('repricing.list-runs', {});
  if (read.data === undefined || read.data.length === 0) return null;
  return <Section title="标准调整重算" note="签发以后逐户重算，不能算的列出来，其余照算"><Table caption="标准调整重算" columns={COLUMNS} rows={read.data} rowKey={(run) => String(run.run)} href={(run) => `/standards/proposals/${run.proposal}`} /></Section>;
}
