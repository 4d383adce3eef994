import { useState } from 'react';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import type { Form } from '../../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { dayShort } from '../../../../web/ui/day-text.ts';
import { Empty } from '../../../../web/ui/empty.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { Facts, PageHead, Section, Unsourced, Views } from '../../../../web/ui/page-head.tsx';
import { usePost } from '../../../../web/ui/session.ts';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { FormDialog } from '../../../../web/workbench/cases/form-dialog.tsx';
import { FileButton } from '../../../../web/workbench/shell/file-button.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';

type Clocks = DoorOutput<typeof import('../queries/list-clocks.ts').default>;
type Clock = Clocks['lines'][number];
type Notes = DoorOutput<typeof import('../queries/list-notes.ts').default>;
type Note = Notes['lines'][number];
type View = 'late' | 'soon' | 'notes';
const SUPERVISORS = ['administrator', 'auditor', 'statistician', 'approver', 'town-lead'];
const isLate = (line: Clock): boolean => line.delay === 'serious' || line.delay === 'over';

/** 效能监督: whose clocks have run out, by office; what runs out soon; what was written about it. */
function Supervision() {
  const [view, setView] = useState<View>('late');
  const clocks = useApiQuery<Clocks>('supervision.list-clocks');
  const notes = useApiQuery<Notes>('supervision.list-notes');
  const late = clocks.data?.lines.filter(isLate) ?? [];
  const lead = clocks.data === undefined ? undefined : late.length === 0 ? '现在没有超期的。' : <><b className="law-ink">{late.length} 项超期</b>，{new Set(late.map((line) => line.office)).size} 个单位；另有 {clocks.data.lines.length - late.length} 项快到期。</>;
  return (
    <div className="page">
      <PageHead title="督办" lead={lead}><FileButton door="supervision.export-clocks" body={{}}>导出 Excel</FileButton></PageHead>
      <Views label="看哪些" views={[{ value: 'late', title: '已超期' }, { value: 'soon', title: '快到期' }, { value: 'notes', title: notes.data === undefined || notes.data.waiting === 0 ? '督办单' : `督办单，${notes.data.waiting} 张待答复` }]} value={view} onChange={setView} />
      {view === 'notes' ? <Await read={notes} what="督办单" lines={5}>{(list) => <NoteList list={list} />}</Await>
        : <Await read={clocks} what="期限" lines={6}>{(list) => <ClockList key={view} list={list} late={view === 'late'} />}</Await>}
    </div>
  );
}

const columnsOn = (today: string, onUrge: ((line: Clock) => void) | undefined): readonly Column<Clock>[] => [
  { key: 'title', title: '要办的', phone: 'who', cell: (line) => line.title },
  { key: 'matter', title: '事项', phone: 'what', cell: (line) => line.matter },
  { key: 'delay', title: '程度', phone: 'state', nowrap: true, cell: (line) => <DelayWords line={line} /> },
  { key: 'due', title: '期限', num: true, cell: (line) => dayShort(line.dueOn, today) },
  { key: 'number', title: '案号', cell: (line) => <A href={line.path}>{line.number}</A> },
  { key: 'urge', title: '督办', phone: 'why', nowrap: true, cell: (line) => (line.openNotes > 0 ? <State kind="wait">已督办，等答复</State> : onUrge === undefined ? (line.notes > 0 ? `督办过 ${line.notes} 次` : '—') : <Button onPress={() => onUrge(line)}>督办</Button>) },
];

function DelayWords({ line }: { line: Clock }) {
  const days = Math.abs(line.left);
  if (line.delay === 'serious' || line.delay === 'over') return <b className="law-ink">{line.delayTitle}{days === 0 ? '' : ` ${days} 个工作日`}</b>;
  return line.delay === 'today' ? <b className="filled">{line.delayTitle}</b> : <span>{line.delayTitle}，剩 {days} 个工作日</span>;
}

function ClockList({ list, late }: { list: Clocks; late: boolean }) {
  const role = usePost()?.role ?? '';
  const [urging, setUrging] = useState<Clock | undefined>(undefined);
  const rows = list.lines.filter((line) => isLate(line) === late);
  const groups = [...Map.groupBy(rows, (line) => line.office)].toSorted((a, b) => b[1].length - a[1].length).map(([title, some]) => ({ title, note: `${some.length} 项`, rows: some }));
  return (
    <>
      <Table caption={late ? '已超期' : '快到期'} columns={columnsOn(list.today, SUPERVISORS.includes(role) ? setUrging : undefined)} groups={groups} rowKey={(line) => `${line.source} ${line.subjectId}`} empty={<Empty>{late ? '辖区内没有超期的。' : '辖区内没有快到期的。'}</Empty>} />
      {list.limits.warningDays === null ? <p className="note"><Unsourced>到期前几天预警、超期几天算严重，还没有录入</Unsourced>：只列今天到期和已超期的。</p> : <p className="note">到期前 {list.limits.warningDays} 个工作日预警{list.limits.seriousDays === null ? '' : `，超期满 ${list.limits.seriousDays} 个工作日为严重`}；期限停着的（公示、等补材料）不列。</p>}
      {urging === undefined ? null : <UrgeDialog line={urging} onClose={() => setUrging(undefined)} />}
    </>
  );
}

const urgeForm: Form = { id: 'urge', title: '督办', sections: [{ id: 'urge', title: '督办', fields: [{ key: 'content', title: '督办内容', kind: 'long-text', required: true, maxLength: 1000, help: '写清要对方做什么。' }, { key: 'answerBy', title: '几号前答复', kind: 'date' }] }] };

function UrgeDialog({ line, onClose }: { line: Clock; onClose: () => void }) {
  const command = useApiCommand('supervision.urge');
  return (
    <FormDialog title={`督办，${line.office}`} form={urgeForm} submit="发督办单" command={command} onDone={onClose} onClose={onClose} body={(values) => ({ source: line.source, subjectId: line.subjectId, content: values['content'], ...(values['answerBy'] ? { answerBy: values['answerBy'] } : {}) })}>
      <Facts items={[{ label: '事项', value: `${line.matter}，${line.title}` }, { label: '案号', value: line.number }, { label: '期限', value: line.dueOn }]} />
    </FormDialog>
  );
}

const answerForm: Form = { id: 'answer', title: '答复督办', sections: [{ id: 'answer', title: '答复', fields: [{ key: 'content', title: '办到哪里、什么时候办完', kind: 'long-text', required: true, maxLength: 1000 }] }] };

function NoteList({ list }: { list: Notes }) {
  const [answering, setAnswering] = useState<Note | undefined>(undefined);
  const command = useApiCommand('supervision.answer-note');
  if (list.lines.length === 0) return <Empty>还没有发过督办单。在“已超期”里按“督办”。</Empty>;
  return (
    <>
      {list.lines.map((note) => (
        <Section key={note.id} title={note.office} note={`${note.number}　${note.writtenOn} ${note.writtenBy}`}>
          <p>{note.state === 'open' ? <State kind="wait">等答复{note.answerBy === null ? '' : `，${dayShort(note.answerBy, list.today)} 前`}</State> : <State kind="done">已答复</State>}</p>
          <p>{note.title}（<A href={note.path}>{note.subjectNumber}</A>，期限 {note.dueOn}）。{note.content}</p>
          {note.answer === null ? null : <p className="filled">{note.answer}<span className="note">　{note.answeredBy}　{note.answeredOn}</span></p>}
          {note.state === 'open' && !note.mine ? <p className="acts"><ButtonLink href={note.path}>先去办</ButtonLink><Button onPress={() => setAnswering(note)}>答复</Button></p> : null}
        </Section>
      ))}
      {answering === undefined ? null : <FormDialog title="答复督办" form={answerForm} submit="答复" command={command} onDone={() => setAnswering(undefined)} onClose={() => setAnswering(undefined)} body={(values) => ({ note: answering.id, content: values['content'] })} />}
    </>
  );
}

export default definePage({
  path: '/supervision', title: '督办', go: 'd', under: '/tasks', shelf: { label: '督办', order: 20, count: 'supervision.count-notes' }, roles: ['town-clerk', 'town-lead', 'approver', 'payroll-officer', 'administrator', 'auditor', 'statistician'], covers: ['S216'], component: Supervision,
});
