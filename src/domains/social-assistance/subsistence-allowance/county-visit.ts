import type { CaseView } from '../../../kernel/casework/case-view.ts';
import type { Step } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import { approver, field, FINDINGS, form, notYet, type Input } from '../common/step-form.ts';
import { isFiled } from './application-steps.ts';

/** The office that confirms sees the home itself: at least two go, both sign, and what they found is written down. */
export const countyVisit: Step = {
  id: 'county-visit', title: '记录入户核查', by: approver, key: 'V',
  form: form('county-visit', '入户核查',
    field('visitedOn', '入户日期', 'date'),
    field('visitors', '入户人员', 'list', { min: 2, max: 6, item: [field('name', '姓名', 'person-name'), field('signed', '已签字', 'yes-no')] }), FINDINGS),
  when: (view, input) => input && whyNotSigned(view, input),
};

function whyNotSigned(view: CaseView, input: Input): Refused | undefined {
  const visitors = input['visitors'] as readonly { name: string; signed: boolean }[];
  if (new Set(visitors.map((one) => one.name)).size < visitors.length) return notYet('入户人员不能是同一个人');
  if (visitors.some((one) => !one.signed)) return notYet('每名入户人员都要签字');
  const on = input['visitedOn'] as string;
  return on > view.today || on < view.openedOn ? notYet('入户日期要在申请之后、今天以前') : undefined;
}

/**
 * 第二十条第二款: cases filed apart and those complained of while they are reviewed are visited, all of them; those that the draw fell on as
 * well. Nothing is decided before the visit is recorded.
 */
export function whyNotVisited(view: CaseView): Refused | undefined {
  const reported = view.actions.findLastIndex((action) => action.step === 'complaint');
  // a visit made before the complaint came did not look into it
  const visited = view.actions.slice(reported + 1).some((action) => action.step === countyVisit.id);
  if (visited) return undefined;
  if (reported >= 0) return refused('visit.required', { why: '审核确认阶段接到了投诉、举报' });
  if (isFiled(view)) return refused('visit.required', { why: '这一件是近亲属备案的申请' });
  return view.drawn.includes(countyVisit.id) ? refused('visit.required', { why: '这一件抽中了入户抽查' }) : undefined;
}
