import { useState } from 'react';
import { ABOUT, HOW, OUTCOME } from '../../../kernel/contract/complaint-words.ts';
import type { ListedComplaint } from '../../../kernel/complaints/queries/list-complaints.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { dayShort } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Gloss, PageHead, Views } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { FormDialog } from '../cases/form-dialog.tsx';
import { registerForm } from '../complaints/forms.ts';
import { given } from '../service/forms.ts';
import { definePage } from '../shell/page.ts';

const columnsOn = (today: string): readonly Column<ListedComplaint>[] => [
  { key: 'content', title: '反映什么', phone: 'who', cell: (row) => <>{row.content}<br /><span className="note">{row.number}</span></> },
  { key: 'about', title: '反映谁', phone: 'what', nowrap: true, cell: (row) => `${ABOUT[row.about]}${row.household === null ? '' : `，${row.household}`}` },
  { key: 'division', title: '地方', cell: (row) => row.division },
  { key: 'how', title: '来路', cell: (row) => `${HOW[row.how] ?? ''}，${row.named ? '留名' : '匿名'}` },
  { key: 'on', title: '收到', num: true, cell: (row) => dayShort(row.receivedOn, today) },
  { key: 'state', title: '到哪里', phone: 'state', nowrap: true, cell: (row) => <State kind={row.state === 'closed' ? 'done' : row.daysLeft !== null && row.daysLeft < 0 ? 'over' : row.state === 'assigned' ? 'wait' : 'mine'}>{row.state === 'closed' ? (OUTCOME[row.outcome ?? ''] ?? row.stateTitle) : row.stateTitle}</State> },
  { key: 'left', title: '期限', phone: 'why', nowrap: true, cell: (row) => (row.daysLeft === null ? <span className="unsourced">期限未录入</span> : row.daysLeft < 0 ? `超 ${-row.daysLeft} 天` : `还有 ${row.daysLeft} 天`) },
];

/** 投诉举报: the desk sees what the database shows this post; what is restricted is for supervisors alone. */
function Complaints() {
  const [closed, setClosed] = useState(false);
  const [adding, setAdding] = useState(false);
  const register = useApiCommand<{ number: string; code: string }>('complaints.register');
  const matters = useApiQuery<readonly { readonly matter: string; readonly title: string }[]>('benefits.what-can-i-get').data ?? [];
  const supervisor = usePost()?.role === 'supervisor';
  const read = useApiQuery<{ today: string; complaints: readonly ListedComplaint[] }>('complaints.list-complaints', { closed });
  return (
    <div className="page">
      <PageHead title="投诉举报" lead={read.data === undefined ? undefined : `${closed ? '办结' : '在办'} ${read.data.complaints.length} 件。${supervisor ? '留名的、反映机关和人员的，只有纪检看得到。' : '留名的、反映机关和人员的不在这里，由纪检办。'}`}>
        <ExportButton list="complaints.list-complaints" asked={{ closed }} /><Button kind="main" onPress={() => setAdding(true)}>登记投诉</Button>
      </PageHead>
      <Views label="看哪些" views={[{ value: 'open', title: '在办' }, { value: 'closed', title: '办结' }]} value={closed ? 'closed' : 'open'} onChange={(view) => setClosed(view === 'closed')} />
      <Await read={read} what="投诉举报" lines={6}>{({ today, complaints }) => <Table caption="投诉举报" columns={columnsOn(today).filter((column) => !closed || column.key !== 'left')} rows={complaints} rowKey={(row) => String(row.id)} href={(row) => `/complaints/${row.id}`} empty={<Empty>{closed ? '还没有办结的。' : '没有在办的投诉。'}</Empty>} />}</Await>
      <Gloss items={[{ title: '实名举报', text: '逐一核查，核查结果要告诉举报人，才能办结（最低生活保障审核确认办法第三十七条）。' }, { title: '查实以后', text: '结论和改数据是一步：更正、重算、暂停或停发，多发的按台账算出来，再定扣回办法。' }]} />
      {!adding ? null : register.answer === undefined
        ? <FormDialog title="登记投诉" form={registerForm(matters)} submit="登记" command={register} body={given} onDone={() => undefined} onClose={() => setAdding(false)} />
        : <Dialog open title="登记好了" onClose={() => { setAdding(false); register.clear(); }} foot={<Button kind="main" onPress={() => { setAdding(false); register.clear(); }}>好</Button>}><p>编号 <b>{register.answer.number}</b>，查询码 <b>{register.answer.code}</b>。抄给来反映的人，凭这两个在门户查办到哪里。</p></Dialog>}
    </div>
  );
}

export default definePage({ path: '/complaints', title: '投诉举报', go: 'o', under: '/cases', shelf: { label: '投诉', order: 60, count: 'complaints.count-complaints' }, covers: ['S025'], component: Complaints });
