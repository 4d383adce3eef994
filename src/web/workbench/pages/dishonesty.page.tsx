import { useState } from 'react';
import type { DishonestyLine } from '../../../kernel/dishonesty/queries/list-records.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Gloss, PageHead } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { FormDialog } from '../cases/form-dialog.tsx';
import { given } from '../service/forms.ts';
import { definePage } from '../shell/page.ts';

const columnsOn = (role: string, onAnswer: (one: DishonestyLine) => void, onTell: (one: DishonestyLine) => void): readonly Column<DishonestyLine>[] => [
  { key: 'name', title: '谁', phone: 'who', nowrap: true, cell: (row) => <A className="plain" href={`/people/${row.personId}`}>{row.name}</A> },
  { key: 'ground', title: '什么事', phone: 'what', cell: (row) => <>{row.ground}<br /><span className="note">{row.number}，{row.law}{row.penaltyFen === null ? null : <>，罚款 <Money fen={row.penaltyFen} unit /></>}</span></> },
  { key: 'until', title: '期限', phone: 'state', nowrap: true, cell: (row) => (row.lifted === true ? <State kind="done">已撤销</State> : row.inForce ? <State kind="over">至 {row.until} 前</State> : <State kind="done">期满</State>) },
  { key: 'told', title: '告知本人', nowrap: true, cell: (row) => (row.toldOn !== null ? row.toldOn : ['approver', 'town-clerk', 'town-lead'].includes(role) ? <Button kind="bare" onPress={() => onTell(row)}>已告知</Button> : <State kind="wait">还没有</State>) },
  { key: 'objection', title: '异议', phone: 'why', cell: (row) => (row.objection === null ? <span className="quiet">没有</span> : <>{row.objection}{row.reply === null ? (role === 'approver' ? <Button kind="bare" onPress={() => onAnswer(row)}>答复</Button> : null) : <><br /><span className="note">答复：{row.reply}</span></>}</>) },
];

const ANSWER = { id: 'answer', title: '答复异议', sections: [{ id: 'answer', title: '答复异议', fields: [{ key: 'lifted', title: '异议成立，撤销记录', kind: 'yes-no' as const, required: true }, { key: 'reply', title: '答复', kind: 'long-text' as const, required: true, maxLength: 500 }] }] };

/** 失信记录: who was found to have given false information, for how long it counts, whether they were told, what they say. */
function Dishonesty() {
  const read = useApiQuery<{ records: readonly DishonestyLine[] }>('dishonesty.list-records');
  const [answer, tell] = [useApiCommand('dishonesty.answer'), useApiCommand('dishonesty.tell')];
  const [open, setOpen] = useState<DishonestyLine | undefined>(undefined);
  const role = usePost()?.role ?? '';
  return (
    <div className="page">
      <PageHead title="失信记录" lead={read.data === undefined ? undefined : `在期 ${read.data.records.filter((one) => one.inForce).length} 条。期内再申请，不走简化程序，按一般程序核查；不影响申请本身。`}><ExportButton list="dishonesty.list-records" /></PageHead>
      <ErrorNote problem={tell.problem} />
      <Await read={read} what="失信记录" lines={4}>{({ records }) => <Table caption="失信记录" columns={columnsOn(role, setOpen, (one) => void tell.run({ recordId: one.id }))} rows={records} rowKey={(row) => String(row.id)} empty={<Empty>没有失信记录。查实骗取的，在那个人的页面里记。</Empty>} />}</Await>
      <Gloss items={[{ title: '处罚', text: '采取虚报、隐瞒、伪造等手段骗取社会救助的，停止救助，责令退回，可以处非法获取款额 1 倍以上 3 倍以下的罚款（社会救助暂行办法第六十八条）。罚款由有权机关另作处罚决定，这里只记数。' }]} />
      {open === undefined ? null : <FormDialog title={`答复异议，${open.number}`} form={ANSWER} submit="答复" command={answer} body={(values) => ({ recordId: open.id, ...given(values) })} onDone={() => setOpen(undefined)} onClose={() => setOpen(undefined)}><p>{open.objection}</p></FormDialog>}
    </div>
  );
}

export default definePage({ path: '/dishonesty', title: '失信记录', under: '/cases', shelf: { label: '失信', order: 70 }, covers: ['S025'], component: Dishonesty });
