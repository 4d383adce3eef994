import { useState } from 'react';
import type { Form } from '../../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { dayShort } from '../../../../web/ui/day-text.ts';
import { Empty } from '../../../../web/ui/empty.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { Facts, PageHead, Section, Views } from '../../../../web/ui/page-head.tsx';
import { usePost, useSignedIn } from '../../../../web/ui/session.ts';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { FormDialog } from '../../../../web/workbench/cases/form-dialog.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { SampleLine, SurveyLine, SurveyPage } from '../queries/get-survey.ts';

type Surveys = { readonly surveys: readonly SurveyLine[]; readonly survey: SurveyPage | null };
type Act = { readonly kind: 'draw' } | { readonly kind: 'answer' | 'follow-up'; readonly line: SampleLine };

const isAnswered = (line: SampleLine): boolean => line.reply === 'answered';
const isOpen = (line: SampleLine): boolean => line.followUp === 'open';
const REPLIES: Readonly<Record<string, string>> = { waiting: '待访问', answered: '已答', refused: '不愿答', absent: '访问不到' };
/** 66.7%（30 人中 20 人）; nothing over nothing is not said. */
const rate = (part: number, whole: number, unit: string): string => (whole === 0 ? '还没有答卷' : `${((part / whole) * 100).toFixed(1)}%（${whole} ${unit}中 ${part} ${unit}）`);

/** 优抚调查: the yearly sample, drawn here from the service register; what those who were drawn said; who is to be gone back to. */
function Surveys() {
  const [asked, setAsked] = useState<number | undefined>(undefined);
  const [act, setAct] = useState<Act | undefined>(undefined);
  const [told, setTold] = useState('');
  const read = useApiQuery<Surveys>('special-care-social-work.get-survey', asked === undefined ? {} : { record: asked });
  const keeps = usePost()?.role === 'special-care-clerk';
  const survey = read.data?.survey ?? undefined;
  const done = (words: string): void => { setAct(undefined); setTold(words); };
  return (
    <div className="page">
      <PageHead over="优抚社工" title="优抚调查" lead="样本由平台从服务台账在册的优抚对象里抽，种子和样本量先写下，谁来重抽都一样；打低分的自动列入回访。">
        {keeps && survey?.state === 'planned' ? <Button kind="main" onPress={() => setAct({ kind: 'draw' })}>抽样</Button> : null}
      </PageHead>
      {told === '' ? null : <p className="told" aria-live="polite">{told}</p>}
      <Await read={read} what="调查" lines={6}>{(found) => (found.survey === null
        ? <Empty>还没有调查。请先在<A href="/registers/special-care-survey">满意度调查台账</A>登记这一年的调查，写样本量和分数线。</Empty>
        : (
          <>
            {found.surveys.length < 2 ? null : <Views label="哪一年" views={found.surveys.map((one) => ({ value: String(one.record), title: `${one.year}年` }))} value={String(found.survey.record)} onChange={(record) => { setAsked(Number(record)); setTold(''); }} />}
            <Standing survey={found.survey} />
            <Sample survey={found.survey} {...(keeps && found.survey.state === 'asking' ? { onAct: setAct } : {})} />
          </>
        ))}</Await>
      {act === undefined || survey === undefined ? null : <ActDialog act={act} survey={survey} onClose={() => setAct(undefined)} onDone={done} />}
    </div>
  );
}

/** What was drawn by what, and what came out. */
function Standing({ survey }: { survey: SurveyPage }) {
  const answered = survey.lines.filter(isAnswered);
  const { again } = survey;
  return (
    <Section title={<A href={`/registers/special-care-survey/${survey.record}`}>{survey.name}</A>}>
      <Facts items={[
        { label: '样本', value: survey.drawnOn === null ? `${survey.sampleSize} 人，还没有抽` : `${survey.sampleSize} 人，${survey.drawnOn} 从 ${survey.population ?? '—'} 人中抽出` },
        ...(survey.seed === null ? [] : [{ label: '种子', value: <span className="code">{survey.seed}</span> }]),
        ...(again === null ? [] : [{ label: '照种子重抽', value: again.same === again.of && again.population === survey.population ? `总体 ${again.population} 人，${again.of} 人全部相同` : <b className="law-ink">总体 {again.population} 人，{again.of} 人中 {again.same} 人相同</b> }]),
        { label: '知晓率', value: rate(answered.filter((line) => line.aware === true).length, answered.length, '份') },
        { label: '满意率', value: rate(answered.filter((line) => line.content === true).length, answered.length, '份') },
        { label: '应答率', value: survey.lines.length === 0 ? '还没有抽样' : rate(answered.length, survey.lines.length, '人') },
        { label: '回访', value: `待回访 ${survey.lines.filter(isOpen).length} 人，已回访 ${survey.lines.filter((line) => line.followUp === 'done').length} 人` },
      ]} />
      <p className="note">满分 {survey.scale} 分，{survey.contentFrom} 分及以上算满意，{survey.lowUpTo} 分及以下要在 {survey.followWithin} 天内回访（本单位定）。</p>
    </Section>
  );
}

function FollowUp({ line, today }: { line: SampleLine; today: string }) {
  if (line.followUp === 'done') return <State kind="done">{line.followedOn === null ? '' : `${dayShort(line.followedOn, today)} `}已回访</State>;
  if (line.followDue === null) return <span className="quiet">—</span>;
  const words = <>{line.followWorker}，{dayShort(line.followDue, today)} 前</>;
  return line.followDue < today ? <b className="law-ink">{words}</b> : <State kind="mine">{words}</State>;
}

const columnsOn = (today: string, onAct: ((act: Act) => void) | undefined): readonly Column<SampleLine>[] => [
  { key: 'person', title: '优抚对象', phone: 'who', nowrap: true, cell: (line) => (line.person.href === null ? line.person.title : <A href={line.person.href}>{line.person.title}</A>) },
  { key: 'lot', title: '抽签数', num: true, cell: (line) => (line.lot === null ? '—' : (line.lot / 1_000_000).toFixed(6)) },
  { key: 'reply', title: '应答', phone: 'what', nowrap: true, cell: (line) => <>{REPLIES[line.reply]}{line.reply === 'waiting' ? null : <span className="note"> {dayShort(line.day, today)}</span>}</> },
  { key: 'aware', title: '知晓政策', nowrap: true, cell: (line) => (line.aware === null ? '—' : line.aware ? '知晓' : '不知晓') },
  { key: 'score', title: '满意度', num: true, cell: (line) => line.score ?? '—' },
  { key: 'follow', title: '回访', phone: 'state', nowrap: true, cell: (line) => <FollowUp line={line} today={today} /> },
  ...(onAct === undefined ? [] : [{ key: 'act', title: '办', phone: 'why' as const, nowrap: true, cell: (line: SampleLine) => (line.reply === 'waiting' ? <Button onPress={() => onAct({ kind: 'answer', line })}>记答卷</Button> : isOpen(line) ? <Button onPress={() => onAct({ kind: 'follow-up', line })}>记回访</Button> : null) }]),
];

function Sample({ survey, onAct }: { survey: SurveyPage; onAct?: (act: Act) => void }) {
  const { today } = useSignedIn();
  const open = survey.lines.filter(isOpen).toSorted((a, b) => ((a.followDue ?? '') < (b.followDue ?? '') ? -1 : 1));
  const groups = [{ title: '待回访', rows: open }, { title: '待访问', rows: survey.lines.filter((line) => line.reply === 'waiting') }, { title: '访问过', rows: survey.lines.filter((line) => line.reply !== 'waiting' && !isOpen(line)) }];
  return <Table caption="样本" columns={columnsOn(today, onAct)} groups={groups.filter((group) => group.rows.length > 0).map((group) => ({ ...group, note: `${group.rows.length} 人` }))} rowKey={(line) => String(line.entry)} empty={<Empty>还没有抽样。定好样本量以后按“抽样”。</Empty>} />;
}

const answerForm: Form = { id: 'survey-answer', title: '记答卷', sections: [{ id: 'answer', title: '记答卷', fields: [
  { key: 'day', title: '访问日期', kind: 'date', required: true }, { key: 'reply', title: '应答', kind: 'choice', required: true, options: ['answered', 'refused', 'absent'].map((value) => ({ value, title: REPLIES[value] ?? value })) },
  { key: 'aware', title: '知晓政策', kind: 'yes-no', help: '答了的才填' }, { key: 'score', title: '满意度', kind: 'integer', unit: '分', min: 0, max: 100, help: '答了的才填；满意不满意照满意线算' },
  { key: 'complaint', title: '意见', kind: 'long-text', maxLength: 1000 }, { key: 'worker', title: '回访社工', kind: 'person-name', help: '打低分要回访的才用；空着就由服务他的社工回访' },
] }] };
const followForm: Form = { id: 'survey-follow-up', title: '记回访', sections: [{ id: 'follow', title: '记回访', fields: [
  { key: 'followedOn', title: '回访日期', kind: 'date', required: true }, { key: 'followResult', title: '回访结果', kind: 'long-text', required: true, maxLength: 1000, help: '看到什么、怎么办' },
] }] };
const written = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''));

function ActDialog({ act, survey, onClose, onDone }: { act: Act; survey: SurveyPage; onClose: () => void; onDone: (told: string) => void }) {
  const { today } = useSignedIn();
  const draw = useApiCommand<{ population: number; size: number }>('special-care-social-work.draw-sample');
  const answer = useApiCommand<{ followUp: { by: string; due: string } | null }>('special-care-social-work.record-answer');
  const follow = useApiCommand('special-care-social-work.record-follow-up');
  switch (act.kind) {
    case 'draw': return (
      <FormDialog title={`抽样，${survey.name}`} form={null} submit={`抽 ${survey.sampleSize} 人`} command={draw} body={() => ({ record: survey.record, seen: survey.seen })} onClose={onClose} onDone={({ population, size }) => onDone(`已从 ${population} 人中抽出 ${size} 人。`)}>
        <p>从服务台账里今天在册的优抚对象中抽 {survey.sampleSize} 人。抽一次，不重抽；种子和总体人数写在这次调查上。</p>
      </FormDialog>
    );
    case 'answer': return (
      <FormDialog title={`记答卷，${act.line.person.title}`} form={answerForm} submit="记下" command={answer} initial={{ day: today, reply: 'answered' }} body={(values) => ({ entry: act.line.entry, ...written(values) })} onClose={onClose}
        onDone={({ followUp }) => onDone(followUp === null ? '答卷已记下。' : `答卷已记下。打了低分，由${followUp.by}在 ${followUp.due} 前回访，到时提醒。`)} />
    );
    case 'follow-up': return <FormDialog title={`记回访，${act.line.person.title}`} form={followForm} submit="记下" command={follow} initial={{ followedOn: today }} body={(values) => ({ entry: act.line.entry, ...written(values) })} onClose={onClose} onDone={() => onDone('回访已记下。')} />;
  }
}

export default definePage({ path: '/special-care-surveys', title: '优抚调查', under: '/registers', shelf: { label: '优抚调查', order: 60 }, roles: ['special-care-clerk', 'auditor'], covers: ['S174'], component: Surveys });
