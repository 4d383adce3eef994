import '../registers/ruled-list.css';
import { A } from '../../ui/link.tsx';
import type { CaseDetail } from './api.ts';

/** 打印: every paper of the case in the order they are filed, in one list; the file of the household last. */
export function CasePapers({ detail }: { detail: CaseDetail }) {
  const at = `/cases/${detail.caseId}`;
  const taken = (step: string) => detail.trail.findLast((mark) => mark.step === step)?.on;
  const hasStage = (id: string) => detail.stages.some((stage) => stage.id === id) || taken(id === 'appraisal' ? 'appraise' : id) !== undefined;
  const signed = detail.members.filter((member) => member.authorised !== null).length;
  const papers: readonly (readonly [title: string, href: string, note: string])[] = [
    ['申请表', `${at}/papers/application`, detail.openedOn],
    ['核对授权书', `${at}/papers/authorisation`, `${signed}／${detail.members.length} 人已签`],
    ...(detail.stages.some((stage) => stage.id === 'investigation') ? [['入户调查表', `${at}/papers/survey`, taken('survey') ?? '空白表'] as const] : []),
    ...(hasStage('appraisal') ? [['民主评议记录', `${at}/papers/appraise`, taken('appraise') ?? '空白表'] as const] : []),
    ...(detail.verification.lines.length === 0 ? [] : [['核对报告', `${at}/papers/report`, detail.verification.frozen?.on ?? '还没有出具'] as const]),
    ['审批表', `${at}/print`, detail.decision?.decidedOn ?? '办理中'],
    ...(detail.notices.length === 0 ? [] : [['公示单', `${at}/notice`, detail.notices.at(-1)?.postedOn ?? ''] as const]),
    ...(detail.decision === null ? [] : [['决定通知书', `${at}/letter`, detail.decision.decidedOn] as const]),
    ...detail.papers.map(({ title, href, note }) => [title, href, note] as const),
    ...(detail.householdId === null ? [] : [['一户一档', `/households/${detail.householdId}/files/${detail.openedOn.slice(0, 4)}`, `${detail.openedOn.slice(0, 4)} 年`] as const]),
  ];
  return (
    <section className="can" aria-label="打印和归档">
      <h2>打印</h2>
      <ul className="ruled">{papers.map(([title, href, note]) => <li key={href}><p className="l1"><A href={href}>{title}</A><span className="note">{note}</span></p></li>)}</ul>
    </section>
  );
}
