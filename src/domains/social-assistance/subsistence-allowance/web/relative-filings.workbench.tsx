import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { ExportButton } from '../../../../web/ui/export-button.tsx';
import { dayShort } from '../../../../web/ui/day-text.ts';
import { Empty } from '../../../../web/ui/empty.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { PageHead } from '../../../../web/ui/page-head.tsx';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { RelativeFiling } from '../queries/list-relative-filings.ts';

function Visited({ item, today }: { item: RelativeFiling; today: string }) {
  if (item.visitedOn !== null) return <State kind="done">{dayShort(item.visitedOn, today)} 已入户</State>;
  return item.outcome === null ? <State kind="mine">还没有入户</State> : <span className="quiet">已结，没有到审核确认</span>;
}

const columnsOn = (today: string): readonly Column<RelativeFiling>[] => [
  { key: 'number', title: '备案号', nowrap: true, cell: (item) => <span className="code">{item.number}</span> },
  { key: 'case', title: '案号', phone: 'who', nowrap: true, cell: (item) => <A href={`/cases/${item.caseId}`}>{item.caseNumber}</A> },
  { key: 'name', title: '申请人', nowrap: true, cell: (item) => item.name },
  { key: 'division', title: '村居', phone: 'why', nowrap: true, cell: (item) => item.division },
  { key: 'relative', title: '哪位、什么关系', phone: 'what', cell: (item) => <span className="filled">{item.relative}</span> },
  { key: 'on', title: '备案', nowrap: true, cell: (item) => `${dayShort(item.on, today)} ${item.office} ${item.by}` },
  { key: 'visited', title: '入户核查', phone: 'state', nowrap: true, cell: (item) => <Visited item={item} today={today} /> },
];

/** 近亲属备案登记簿: kept apart from the cases themselves, fed when a case is accepted. */
function RelativeFilings() {
  const read = useApiQuery<{ readonly today: string; readonly items: readonly RelativeFiling[] }>('subsistence-allowance.list-relative-filings', {});
  const waiting = read.data?.items.filter((item) => item.visitedOn === null && item.outcome === null).length ?? 0;
  return (
    <div className="page">
      <PageHead over="低保" title="近亲属备案" lead={read.data === undefined ? undefined : <>共 {read.data.items.length} 件{waiting === 0 ? '' : `，${waiting} 件还没有入户`}。受理时登记；审核确认机关对备案的申请全部入户。</>}>
        <ExportButton list="subsistence-allowance.list-relative-filings" />
      </PageHead>
      <Await read={read} what="备案" lines={5}>{({ today, items }) => <Table caption="近亲属备案" columns={columnsOn(today)} rows={items} rowKey={(item) => String(item.id)} empty={<Empty>没有备案的申请。受理时勾了“有近亲属关系”的，会登记在这里。</Empty>} />}</Await>
    </div>
  );
}

export default definePage({ path: '/relative-filings', title: '近亲属备案', under: '/cases', shelf: { label: '近亲属备案', order: 90 }, roles: ['town-clerk', 'town-lead', 'approver', 'auditor'], covers: ['S001', 'S025'], component: RelativeFilings });
