import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import type { Form, FormField } from '../../../../kernel/contract/form.ts';
import { fen, formatYuan } from '../../../../kernel/values/money.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import type { FormValues } from '../../../../web/forms/form-values.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { Facts, PageHead } from '../../../../web/ui/page-head.tsx';
import { usePost, useSignedIn } from '../../../../web/ui/session.ts';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { FormDialog } from '../../../../web/workbench/cases/form-dialog.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';

type Course = DoorOutput<typeof import('../queries/get-course.ts').default>;
type Learner = Course['learners'][number];
type Act = 'enrol' | 'attendance' | 'complete' | 'verify' | 'unverify';
const KEEPERS = ['elderly-care-clerk', 'town-clerk', 'village-clerk'];
const oneForm = (title: string, fields: readonly FormField[]): Form => ({ id: `senior-course-${title}`, title, sections: [{ id: 'all', title, fields }] });

/** 报名和到课: seats and the waiting list keep themselves; lessons, their verification, who completed. */
function CoursePage() {
  const course = Number((useParams({ strict: false }) as { record: string }).record);
  const read = useApiQuery<Course>('senior-learning.get-course', { course });
  return <div className="page">{read.data === undefined ? <><h1 tabIndex={-1}>报名和到课</h1><Await read={read} what="课程" lines={6}>{() => null}</Await></> : <Sheet page={read.data} />}</div>;
}

function Sheet({ page }: { page: Course }) {
  const { course } = page;
  const keeps = KEEPERS.includes(usePost()?.role ?? '');
  const [act, setAct] = useState<Act | undefined>(undefined);
  const [leaving, setLeaving] = useState<Learner | undefined>(undefined);
  const [told, setTold] = useState('');
  const up = useApiCommand<{ movedUp: number[] }>('senior-learning.move-up');
  const may = keeps && course.open;
  const free = Math.max(0, page.seats - page.seated);
  const moveUp = async () => { const done = await up.run({ course: course.record }); if (done !== undefined) setTold(`已递补 ${done.movedUp.length} 人。`); };
  return (
    <>
      <PageHead over={<><A className="plain" href={`/registers/senior-course/${course.record}`}>老有所学课程</A>，{course.number}</>} title={`${course.name}，${course.term}`}
        lead={<>{course.stateTitle}。学位 {page.seats} 个，<b>在读 {page.seated} 人</b>{page.waiting === 0 ? (free === 0 ? '，已满' : `，还空 ${free} 个`) : `，候补 ${page.waiting} 人`}。</>}>
        {may ? <Button kind="main" hotkey="b" hotkeyTitle="报名" onPress={() => setAct('enrol')}>报名</Button> : null}
      </PageHead>
      {told === '' ? null : <p className="told" aria-live="polite">{told}</p>}
      <ErrorNote problem={up.problem} />
      {keeps ? <p className="acts noprint">
        {page.seated === 0 ? null : <><Button onPress={() => setAct('attendance')}>记一次到课</Button><Button onPress={() => setAct('complete')}>记结业</Button></>}
        {page.verified.toVerify === 0 ? null : <Button onPress={() => setAct('verify')}>核实到课</Button>}
        {page.verified.through === null ? null : <Button kind="bare" onPress={() => setAct('unverify')}>撤回最近一次核实</Button>}
        {may && free > 0 && page.waiting > 0 ? <Button busy={up.busy} onPress={() => void moveUp()}>候补递补</Button> : null}
      </p> : null}
      <Table caption="学员" columns={columnsOn(page, may ? setLeaving : undefined)} rows={page.learners} rowKey={(row) => String(row.person)} empty={<Empty>还没有人报名。有空学位的直接录取，满了的自动排候补。</Empty>} />
      <Facts items={[
        { label: '上过课', value: `${page.lessons} 次` },
        { label: '到课核实', value: page.verified.through === null ? '还没有核实过' : `到 ${page.verified.through}，${page.verified.attendances} 人次；以后还有 ${page.verified.toVerify} 人次没有核实` },
        { label: '办学资助', value: page.grant.rate === null ? '没有写每人次资助' : `已资助 ${page.grant.paid} 人次，还可资助 ${page.grant.open} 人次，${formatYuan(fen(page.grant.due ?? 0))} 元` },
      ]} />
      {act === undefined ? null : <ActDialog act={act} page={page} onClose={() => setAct(undefined)} onDone={setTold} />}
      {leaving === undefined ? null : <LeaveDialog course={course.record} learner={leaving} onClose={() => setLeaving(undefined)} onDone={setTold} />}
    </>
  );
}

const STANDING = { sits: '在读', waits: '候补', completed: '结业', gone: '已退' } as const;

const columnsOn = (page: Course, onLeave: ((learner: Learner) => void) | undefined): readonly Column<Learner>[] => [
  { key: 'name', title: '学员', phone: 'who', nowrap: true, cell: (row) => (row.href === null ? row.name : <A className="plain" href={row.href}>{row.name}</A>) },
  { key: 'standing', title: '名单', phone: 'state', nowrap: true, cell: (row) => <State kind={row.standing === 'waits' ? 'wait' : row.standing === 'gone' ? 'over' : 'done'}>{STANDING[row.standing]}{row.place === null ? '' : `第 ${row.place} 位`}</State> },
  { key: 'since', title: '从哪天', phone: 'why', nowrap: true, cell: (row) => row.since },
  { key: 'came', title: '到课（次）', num: true, phone: 'what', cell: (row) => (page.lessons === 0 || row.standing === 'waits' ? '—' : `${row.came}／${page.lessons}`) },
  { key: 'leave', title: '退出', nowrap: true, cell: (row) => (onLeave !== undefined && (row.standing === 'sits' || row.standing === 'waits') ? <Button kind="bare" onPress={() => onLeave(row)}>{row.standing === 'sits' ? '退学' : '放弃候补'}</Button> : null) },
];

function LeaveDialog({ course, learner, onClose, onDone }: { course: number; learner: Learner; onClose: () => void; onDone: (words: string) => void }) {
  const command = useApiCommand<{ movedUp: number[] }>('senior-learning.give-up');
  const word = learner.standing === 'sits' ? '退学' : '放弃候补';
  const form = oneForm(word, [{ key: 'remark', title: '说明', kind: 'text', maxLength: 100 }]);
  return (
    <FormDialog title={`${word}，${learner.name}`} form={form} submit={`记${word}`} command={command} onClose={onClose} body={(values) => ({ course, person: learner.person, ...(values['remark'] ? { remark: values['remark'] } : {}) })}
      onDone={(done) => { onDone(done.movedUp.length === 0 ? `已记${word}。` : `已记${word}，候补第一位已递补。`); onClose(); }}>
      {learner.standing === 'sits' ? <p className="note">空出的学位马上给候补的第一位。</p> : null}
    </FormDialog>
  );
}

interface Asked { readonly title: string; readonly submit: string; readonly door: string; readonly fields: readonly FormField[]; readonly initial: FormValues; readonly body: (values: FormValues) => object; readonly said: (done: Done) => string; readonly note: string }
interface Done { readonly step?: string; readonly place?: number | null; readonly came?: number; readonly of?: number; readonly completed?: number; readonly verified?: number; readonly leftOut?: number }

const people = (page: Course, standing: readonly Learner['standing'][]): { value: string; title: string }[] => page.learners.filter((one) => standing.includes(one.standing)).map((one) => ({ value: String(one.person), title: one.name }));
const chosen = (value: FormValues[string]): number[] => (Array.isArray(value) ? value.map(Number) : []);

function askedOf(act: Act, page: Course, today: string): Asked {
  const sitting = people(page, ['sits', 'completed']);
  switch (act) {
    case 'enrol': return {
      title: '报名', submit: '报名', door: 'senior-learning.enrol', initial: {}, note: '有空学位的直接录取，满了的排在候补最后。',
      fields: [{ key: 'name', title: '姓名', kind: 'person-name', required: true }, { key: 'idNumber', title: '身份证号码', kind: 'id-card', required: true }, { key: 'remark', title: '说明', kind: 'text', maxLength: 100 }],
      body: (values) => ({ person: { name: values['name'], idNumber: values['idNumber'] }, ...(values['remark'] ? { remark: values['remark'] } : {}) }), said: (done) => (done.step === 'seated' ? '已录取。' : `学位已满，排候补第 ${done.place} 位。`),
    };
    case 'attendance': return {
      title: '记一次到课', submit: '记下', door: 'senior-learning.take-attendance', initial: { day: today, came: sitting.map((one) => one.value) }, note: '没有选上的记为没到。',
      fields: [{ key: 'day', title: '哪天的课', kind: 'date', required: true }, { key: 'came', title: '到课的人', kind: 'choices', options: sitting }, { key: 'hours', title: '学时', kind: 'number', decimals: 1, min: 0.5, max: 24 }],
      body: (values) => ({ day: values['day'], came: chosen(values['came']), ...(values['hours'] ? { hours: Number(values['hours']) } : {}) }), said: (done) => `已记下，到课 ${done.came} 人，应到 ${done.of} 人。`,
    };
    case 'complete': return {
      title: '记结业', submit: '记结业', door: 'senior-learning.complete', initial: {}, note: '到过课的在读学员才能结业。',
      fields: [{ key: 'people', title: '结业的人', kind: 'choices', required: true, options: people(page, ['sits']) }], body: (values) => ({ people: chosen(values['people']) }), said: (done) => `已记 ${done.completed} 人结业。`,
    };
    case 'verify': return {
      title: '核实到课', submit: '核实', door: 'senior-learning.verify-attendance', initial: { through: today }, note: `还有 ${page.verified.toVerify} 人次没有核实。自己记的自己不能核实；核实过的到课不再改，办学资助按核实的人次给。`,
      fields: [{ key: 'through', title: '核实到哪一天', kind: 'date', required: true }, { key: 'how', title: '怎么核实的', kind: 'text', required: true, maxLength: 200, again: true, help: '如：点名册、到堂抽查' }],
      body: (values) => ({ through: values['through'], how: values['how'] }), said: (done) => `已核实 ${done.verified} 人次${done.leftOut === 0 ? '' : `，${done.leftOut} 人次那天没有学位，不算`}。`,
    };
    case 'unverify': return {
      title: '撤回最近一次核实', submit: '撤回', door: 'senior-learning.take-back-verification', initial: {}, note: '已经资助的人次不能撤到少于资助的。',
      fields: [{ key: 'reason', title: '为什么撤回', kind: 'text', required: true, maxLength: 200 }], body: (values) => ({ reason: values['reason'] }), said: () => '已撤回，那一段的到课可以更正了。',
    };
  }
}

function ActDialog({ act, page, onClose, onDone }: { act: Act; page: Course; onClose: () => void; onDone: (words: string) => void }) {
  const { today } = useSignedIn();
  const asked = askedOf(act, page, today);
  const command = useApiCommand<Done>(asked.door);
  return (
    <FormDialog title={asked.title} form={oneForm(asked.title, asked.fields)} initial={asked.initial} submit={asked.submit} command={command} onClose={onClose}
      body={(values) => ({ course: page.course.record, ...asked.body(values) })} onDone={(done) => { onDone(asked.said(done)); onClose(); }}>
      <p className="note">{asked.note}</p>
    </FormDialog>
  );
}

export default definePage({ path: '/senior-courses/$record', title: '报名和到课', under: '/registers', roles: ['elderly-care-clerk', 'town-clerk', 'village-clerk', 'town-lead', 'approver', 'auditor', 'statistician', 'supervisor'], covers: ['S066'], component: CoursePage });
