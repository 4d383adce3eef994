import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { dayLong, dayShort } from '../../ui/day-text.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Seal } from '../../ui/seal.tsx';
import { Stages, type StageItem } from '../../ui/stages.tsx';
import { Key, useKeys } from '../../ui/keys.tsx';
import { useOpen } from '../../ui/link.tsx';
import type { ReactNode } from 'react';
import type { CaseDetail } from './api.ts';
import { WholeCase } from './whole-case.tsx';

const COUNT = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 三口, 两口, 12 口 */
export const headcountWords = (count: number): string => `${COUNT[count] ?? ` ${count} `}口`;

/** Who, where, how much, and how far: the head of a case with its strip of stages. */
export function CaseHead({ detail }: { detail: CaseDetail }) {
  const open = useOpen();
  useKeys({ p: { title: '审批表', run: () => open(`/cases/${detail.caseId}/print`) } });
  return (
    <header className="case-head">
      <PageHead over={`${detail.matterTitle}，案号 ${detail.number}`} title={`${detail.name}，一户${headcountWords(detail.headcount)}`} lead={<>{detail.division}。{standing(detail)}</>}>
        <span className="case-nav">
          {detail.householdId === null ? null : <ButtonLink href={`/households/${detail.householdId}`}>一户一档</ButtonLink>}
          {detail.notices.length === 0 ? null : <ButtonLink href={`/cases/${detail.caseId}/notice`}>公示单</ButtonLink>}
          {detail.decision === null ? null : <><ButtonLink href={`/cases/${detail.caseId}/letter`}>通知书</ButtonLink><ButtonLink href={`/cases/${detail.caseId}/paper`}>送达</ButtonLink></>}
          {detail.told.length === 0 ? null : <ButtonLink href={`/cases/${detail.caseId}/told`}>告知书</ButtonLink>}
          <ButtonLink href={`/cases/${detail.caseId}/print`}>审批表 <Key of="p" /></ButtonLink>
          {detail.sealed === null ? null : <Seal words={detail.sealed} granted={!['refused', 'terminated'].includes(detail.decision?.outcome ?? '')} />}
        </span>
      </PageHead>
      <Stages items={detail.stages.map((stage) => stageItem(stage, detail.pausedSince ?? detail.today))} today={detail.today} />
      <WholeCase detail={detail} />
    </header>
  );
}

/** What would be decided on what is known now, or what was decided. */
function standing(detail: CaseDetail): ReactNode {
  const { decision, assessment } = detail;
  const amount = (fen: number) => <b className="nowrap">{formatYuan(fen as Fen)} 元</b>;
  if (decision?.outcome === 'granted') return <>{dayLong(decision.decidedOn)}{detail.procedure.words.granted}{decision.fen === null ? null : <>，每月发 {amount(decision.fen)}</>}{decision.firstMonth === null ? null : `，从 ${monthWords(decision.firstMonth)}起`}。</>;
  if (decision?.outcome === 'refused') return <>{dayLong(decision.decidedOn)}决定{detail.procedure.words.refused}，{decision.grounds.filter((ground) => ground.result === 'unmet').length} 条理由。</>;
  if (decision?.outcome === 'terminated') return <>{dayLong(decision.decidedOn)}终止。{decision.grounds[0]?.because}。</>;
  if (detail.outcome !== null) return `${detail.stateTitle}。`;
  const paused = detail.pausedSince === null ? '' : `${dayLong(detail.pausedSince)}起等申请人补材料，期限停着。`;
  if (assessment === null) return <>{detail.stateTitle}。{paused}</>;
  if (assessment.outcome === 'granted') return <>{detail.stateTitle}。按现在知道的，{assessment.fen === 0 ? '符合条件，可以认定' : <>每月可发 {amount(assessment.fen)}</>}。{paused}</>;
  if (assessment.outcome === 'refused') return <>{detail.stateTitle}。按现在知道的，<b className="law-ink">{assessment.grounds.filter((ground) => ground.result === 'unmet').length} 条不符</b>。{paused}</>;
  return <>{detail.stateTitle}。还有 {assessment.grounds.filter((ground) => ground.result === 'unknown').length} 条不知道，算不出结果。{paused}</>;
}

export const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;

export function stageItem(stage: CaseDetail['stages'][number], today: string): StageItem {
  const unit = stage.limit?.calendar === 'working' ? '工作日' : '天';
  const day = stage.day === null ? undefined : dayShort(stage.day, today);
  const late = stage.status === 'now' && stage.day !== null && stage.day < today;
  switch (stage.status) {
    case 'done': return { title: stage.title, state: 'done', day, note: stage.limit && stage.used !== null ? `${stage.used}／${stage.limit.days} ${unit}` : stage.used === 0 ? '当日' : undefined };
    case 'now': return { title: stage.title, state: late ? 'over' : 'mine', day: day === undefined ? undefined : `${day} 前`, note: stage.limit && stage.used !== null ? `${stage.used}／${stage.limit.days} ${unit}` : '正在办', current: true };
    case 'held': return { title: stage.title, state: 'held', day: day === undefined ? undefined : `${day} 止`, note: stage.limit && stage.used !== null ? `第 ${stage.used}／${stage.limit.days} ${unit}` : undefined, current: true };
    case 'wait': return { title: stage.title, state: 'wait', day, note: stage.limit ? `${stage.limit.days} ${unit}` : undefined };
    case 'stopped': return { title: stage.title, state: 'wait', note: '没有办' };
  }
}
