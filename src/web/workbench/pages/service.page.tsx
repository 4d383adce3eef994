import type { UnservedDecision } from '../../../kernel/service/queries/list-unserved.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayShort } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Gloss, PageHead } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { definePage } from '../shell/page.ts';

const columnsOn = (today: string): readonly Column<UnservedDecision>[] => [
  { key: 'name', title: '申请人', phone: 'who', nowrap: true, cell: (row) => row.name },
  { key: 'number', title: '文号', phone: 'what', nowrap: true, cell: (row) => row.number },
  { key: 'what', title: '决定', cell: (row) => `${row.matterTitle}，${row.outcomeTitle}` },
  { key: 'division', title: '村居', cell: (row) => row.division },
  { key: 'on', title: '哪天作的', num: true, cell: (row) => dayShort(row.decidedOn, today) },
  { key: 'days', title: '没送达（天）', num: true, phone: 'state', cell: (row) => row.days },
  { key: 'state', title: '送过没有', phone: 'why', cell: (row) => (row.until !== null ? <State kind="held">公告中，{dayShort(row.until, today)} 视为送达</State> : row.tries === 0 ? <State kind="mine">还没送</State> : <State kind="back">送过 {row.tries} 次：{row.lastFailure}</State>) },
];

/** 送达: decisions that have not reached the person. Until they do, nobody's time to turn to a higher office begins. */
function Service() {
  const read = useApiQuery<{ today: string; lines: readonly UnservedDecision[] }>('service.list-unserved');
  return (
    <div className="page">
      <Await read={read} what="没有送达的决定" lines={6}>{({ today, lines }) => (
        <>
          <PageHead title="送达" lead={lines.length === 0 ? '决定都送到了。' : `${lines.length} 份决定还没有送到本人手里，最久的 ${lines[0]?.days ?? 0} 天。复议和诉讼的期限从送达起算。`}><ExportButton list="service.list-unserved" /></PageHead>
          <Table caption="没有送达的决定" columns={columnsOn(today)} rows={lines} rowKey={(row) => String(row.decisionId)} href={(row) => `/cases/${row.caseId}/paper`} empty={<Empty>没有等着送达的。作出决定以后，会列在这里。</Empty>} />
          <Gloss items={[{ title: '哪些要送', text: '批准、不予批准、变更、暂停、停发的都要送到本人。复核维持的，待遇没有变，不列在这里。' }, { title: '怎么送', text: '直接送、拒收留置（要有见证人，或者拍照、录像）、委托、邮寄（以回执为准）、电子（本人同意，或者本人在网上确认）、公告（其他方式都送不到）。' }, { title: '本人自己确认', text: '申请人登录门户，打开决定，按“我收到了”，当天就是送达。' }]} />
        </>
      )}</Await>
    </div>
  );
}

export default definePage({ path: '/service', title: '送达', go: 's', under: '/cases', shelf: { label: '送达', order: 40, count: 'service.count-unserved' }, roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver'], covers: ['S025'], component: Service });
