import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Errand } from '../../../kernel/errands/queries/list-errands.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { dayShort } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Facts, PageHead, Views } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { useTicks } from '../bulk/use-ticks.ts';
import { FormDialog } from '../cases/form-dialog.tsx';
import { given } from '../service/forms.ts';
import { definePage } from '../shell/page.ts';

type Request = DoorOutput<typeof import('../../../kernel/own-data/queries/get-request.ts').default>;

const columnsOn = (today: string, onOpen: (one: Errand) => void): readonly Column<Errand>[] => [
  { key: 'title', title: '什么事', phone: 'who', cell: (row) => <>{row.title}<br /><span className="note">{row.because}</span></> },
  { key: 'where', title: '去哪里看', cell: (row) => (row.caseId !== null ? <A href={`/cases/${row.caseId}`}>打开这一件</A> : row.personId !== null ? <A href={`/people/${row.personId}`}>打开这个人</A> : row.householdId !== null ? <A href={`/households/${row.householdId}`}>打开这一户</A> : null) },
  { key: 'division', title: '村居', phone: 'what', cell: (row) => row.division },
  { key: 'on', title: '交办', num: true, cell: (row) => dayShort(row.openedOn, today) },
  { key: 'days', title: '天', num: true, phone: 'state', cell: (row) => row.days },
  { key: 'act', title: '办理', phone: 'why', cell: (row) => (row.doneOn !== null ? <State kind="done">{row.doneBy}：{row.result}</State> : row.mine ? <Button onPress={() => onOpen(row)}>{row.kind === 'correct-record' ? '答复' : '办结'}</Button> : <State kind="wait">别的岗位办</State>) },
];

/** 交办事项: work left by a review, a complaint or a request, outside every procedure. */
function Errands() {
  const [done, setDone] = useState(false);
  const [open, setOpen] = useState<Errand | undefined>(undefined);
  const read = useApiQuery<{ today: string; errands: readonly Errand[] }>('errands.list-errands', { done });
  const ticks = useTicks((read.data?.errands ?? []).map((row) => String(row.id)));
  return (
    <div className="page">
      <PageHead title="交办事项" lead={read.data === undefined ? undefined : done ? '办结的，新的在前。' : read.data.errands.length === 0 ? '没有交办的事。' : `${read.data.errands.length} 件没有办结，最早的在前。`}><ExportButton list="errands.list-errands" asked={{ done }} /></PageHead>
      <Views label="看哪些" views={[{ value: 'open', title: '没办结' }, { value: 'done', title: '办结' }]} value={done ? 'done' : 'open'} onChange={(view) => setDone(view === 'done')} />
      <Await read={read} what="交办事项" lines={5}>{({ today, errands }) => <Table caption="交办事项" columns={columnsOn(today, setOpen)} rows={errands} {...(done ? {} : { ticks })} rowKey={(row) => String(row.id)} empty={<Empty>{done ? '还没有办结的。' : '复议撤销的决定、查实的投诉、本人要求更正的信息，会交办到这里。'}</Empty>} />}</Await>
      {done ? null : <BulkBar work="errands.finish" rows={[...ticks.ticked].map((key) => ({ id: Number(key) }))} ticks={ticks} />}
      {open === undefined ? null : open.kind === 'correct-record' ? <AnswerRequest requestId={open.sourceId} onClose={() => setOpen(undefined)} /> : <Finish errand={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

const FINISH = { id: 'finish', title: '办结', sections: [{ id: 'finish', title: '办结', fields: [{ key: 'result', title: '办成什么样', kind: 'long-text' as const, required: true, maxLength: 500, help: '例如：已重新受理，案号 …' }] }] };
function Finish({ errand, onClose }: { errand: Errand; onClose: () => void }) {
  const command = useApiCommand('errands.finish');
  return <FormDialog title={errand.title} form={FINISH} submit="办结" command={command} body={(values) => ({ errandId: errand.id, ...given(values) })} onDone={onClose} onClose={onClose}><p>{errand.because}</p></FormDialog>;
}

const ANSWER = { id: 'answer', title: '答复', sections: [{ id: 'answer', title: '答复', fields: [{ key: 'accepted', title: '同意更正', kind: 'yes-no' as const, required: true }, { key: 'reason', title: '理由', kind: 'long-text' as const, required: true, maxLength: 300 }] }] };
function AnswerRequest({ requestId, onClose }: { requestId: number; onClose: () => void }) {
  const read = useApiQuery<Request>('own-data.get-request', { requestId });
  const command = useApiCommand('own-data.answer-correction');
  if (read.data === undefined) return <Dialog open title="更正申请" onClose={onClose}><Await read={read} what="更正申请" lines={4}>{() => null}</Await></Dialog>;
  const one = read.data;
  return (
    <FormDialog title={`${one.name}要求更正${one.fieldTitle}`} form={ANSWER} submit="答复" command={command} body={(values) => ({ requestId, ...given(values) })} onDone={onClose} onClose={onClose}>
      <Facts items={[...(one.field === 'other' ? [] : [{ label: '现在登记', value: one.now }]), { label: '应当是', value: one.wanted }, { label: '理由', value: one.reason }, { label: '证明', value: one.fileId === null ? '没有附' : <a href={`/api/files/${one.fileId}`}>打开</a> }]} />
      <p className="note">{one.field === 'other' ? '这一项要先到相应的页面改好，再在这里答复。' : '同意的，登记马上改过来，依据就是这次申请；原来的记录留着可查。'}</p>
    </FormDialog>
  );
}

export default definePage({ path: '/errands', title: '交办事项', go: 'e', under: '/cases', shelf: { label: '交办', order: 50, count: 'errands.count-errands' }, covers: ['S025'], component: Errands });
