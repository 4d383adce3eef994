import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { dayLong, dayShort } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { formatYuan } from '../../../kernel/values/money.ts';
import type { CaseDetail } from './api.ts';
import { FindingDialog } from './finding-dialog.tsx';

export type ReportLine = CaseDetail['verification']['lines'][number];
type Comparison = CaseDetail['verification']['comparisons'][number];

/** How a request stands: a shape, then a word. */
function RequestState({ line, today }: { line: ReportLine; today: string }) {
  switch (line.state) {
    case 'answered': return <State kind="done">已答复</State>;
    case 'manual': return <State kind="done">人工认定</State>;
    case 'partial': return <State kind="wait">答了一部分</State>;
    case 'unable': return <State kind="back">对方查不了</State>;
    case 'overdue': return <State kind="over">过期没答</State>;
    default: return <State kind="wait">{dayShort(line.orderedOn, today)} 发出，等答复</State>;
  }
}

const SETTLED = new Set(['answered', 'manual']);

/** What a clerk may do about a request that is not settled. */
interface Remedies { readonly find: (line: ReportLine) => void; readonly ask: (line: ReportLine) => void; readonly asked: ReadonlySet<number> }

const columnsOn = (today: string, remedies: Remedies | undefined, comparisons: readonly Comparison[]): readonly Column<ReportLine>[] => [
  { key: 'agency', title: '单位', nowrap: true, phone: 'who', cell: (line) => line.agencyTitle },
  { key: 'member', title: '查谁', nowrap: true, cell: (line) => line.name },
  { key: 'answer', title: '答复', phone: 'what', cell: (line) => (
    <><span className="filled">{line.words === '' ? '没有答复' : line.words}</span>{line.reason === null ? null : <><br /><span className="note">人工认定：{line.reason}</span></>}{line.answers.length > 1 ? <><br /><span className="note">共答 {line.answers.length} 次，以最后一次为准</span></> : null}</>
  ) },
  { key: 'same', title: '与申报', cell: (line) => comparisons.filter((one) => one.member === line.memberKey && one.agency === line.agency).map((one) => <div key={one.title}><Compared one={one} /></div>) },
  { key: 'on', title: '收到', num: true, phone: 'why', cell: (line) => (line.answeredOn === null ? <span className="quiet">未答复</span> : dayShort(line.answeredOn, today)) },
  { key: 'state', title: '到哪里', phone: 'state', nowrap: true, cell: (line) => (
    <><RequestState line={line} today={today} />{remedies === undefined || SETTLED.has(line.state) ? null : <RequestRemedies line={line} remedies={remedies} />}</>
  ) },
];

/** Ask again whenever there is no answer yet; decide by hand only where the agency cannot or did not answer. */
function RequestRemedies({ line, remedies }: { line: ReportLine; remedies: Remedies }) {
  const hopeless = line.state === 'unable' || line.state === 'overdue';
  return (
    <>
      {remedies.asked.has(line.requestId) ? <span className="note"> 又问了一次</span> : <> <Button kind="bare" onPress={() => remedies.ask(line)}>再问一次</Button></>}
      {hopeless ? <> <Button kind="bare" onPress={() => remedies.find(line)}>人工认定</Button></> : null}
    </>
  );
}

/** 与申报是否相符: the same in one word, a difference with both sums. */
function Compared({ one }: { one: Comparison }) {
  const stated = one.declaredFen === null ? '没有申报' : `申报 ${formatYuan(one.declaredFen)}`;
  const known = one.answeredFen === null ? '' : `，查到 ${formatYuan(one.answeredFen)}`;
  switch (one.standing) {
    case 'agrees': return <State kind="done">{one.title}相符</State>;
    case 'waiting': return <span className="quiet">{one.title}没有答全</span>;
    default: return <State kind="back">{one.title}不符：{stated}{known} 元</State>;
  }
}

/** 信息核对: who answered what, when; what is missing; frozen with the decision. */
export function CaseVerification({ detail, title, mayFind }: { detail: CaseDetail; title: string; mayFind: boolean }) {
  const [found, setFound] = useState<ReportLine | undefined>(undefined);
  const again = useApiCommand('verification.ask-again');
  const [asked, setAsked] = useState<ReadonlySet<number>>(new Set());
  const ask = async (line: ReportLine): Promise<void> => {
    if (await again.run({ requestId: line.requestId })) setAsked((before) => new Set([...before, line.requestId]));
  };
  const { lines, frozen, round, comparisons, after } = detail.verification;
  const ofHousehold = comparisons.filter((one) => one.member === null);
  const open = lines.filter((line) => !SETTLED.has(line.state)).length;
  const note = frozen ? `${dayLong(frozen.on)}封存，决定以此为据` : lines.length === 0 ? undefined : open === 0 ? '全部答复' : `还差 ${open} 项`;
  return (
    <Section title={title} {...(note === undefined ? {} : { note: round > 1 ? `第 ${round} 次，${note}` : note })}>
      <Table caption="信息核对" columns={columnsOn(detail.today, mayFind && !frozen ? { find: setFound, ask: (line) => { void ask(line); }, asked } : undefined, comparisons)} rows={lines} rowKey={(line) => String(line.requestId)}
        empty={<Empty>还没有发出核对。全家都签了授权，才能发。</Empty>} />
      {ofHousehold.map((one) => <p className="note" key={one.title}>全家合计：<Compared one={one} /></p>)}
      {after.map((late) => <p key={`${late.requestId} ${late.words}`}><State kind="over">封存以后更正</State> {dayLong(late.on)} {late.agencyTitle}对{late.name}改答：<span className="filled">{late.words}</span>。决定仍以封存的为据，下次复核时要看这一条。</p>)}
      <ErrorNote problem={again.problem} kept="没有再问，别的都不变。" />
      {frozen ? <p className="code">封存摘要 {frozen.digest.slice(0, 16)}…</p> : null}
      {found === undefined ? null : <FindingDialog line={found} onClose={() => setFound(undefined)} />}
    </Section>
  );
}
