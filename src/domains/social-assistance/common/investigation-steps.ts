import type { Actor, Step } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import { freezeReport } from '../../../kernel/verification/freeze-report.ts';
import { startVerification } from '../../../kernel/verification/start-verification.ts';
import { clerk, field, FINDINGS, form, notYet, type Input } from './step-form.ts';

/** 信息核对 (2012 第十九条（一）, 2021 第十五条): every member is checked with every agency; the report is frozen with what was answered. */
export const verificationSteps = (by: Actor, task?: string): Step[] => [
  { id: 'start-verification', title: '发出核对', by, effects: [startVerification], key: 'V', bulk: true,
    when: (view) => (view.verification.asked > 0 && !view.verification.frozen ? refused('verification.running') : undefined) },
  { id: 'complete-verification', title: '出具核对报告', by, effects: [freezeReport], bulk: true, ...(task === undefined ? {} : { task }),
    when: (view) => (view.verification.asked === 0 ? refused('verification.not-started') : view.verification.missing.length > 0 ? refused('verification.incomplete', { missing: view.verification.missing.join('；') })
      : view.verification.frozen ? refused('verification.frozen') : undefined) },
];

/** 入户调查 (2012 第十八条、第十九条（二）): at least two investigators; they and the person visited sign. */
export const survey: Step = {
  id: 'survey', title: '入户调查', by: clerk, task: 'survey', main: true, key: 'S',
  form: form('survey', '入户调查表',
    field('visitedOn', '入户日期', 'date'),
    field('investigators', '调查人', 'list', { min: 2, max: 6, item: [field('name', '姓名', 'person-name', { again: true }), field('signed', '已签字', 'yes-no')] }),
    field('personSigned', '申请人（被调查人）已签字', 'yes-no'),
    FINDINGS, field('photos', '照片', 'files', { required: false })),
  when: (view, input) => input && (unsignedSurvey(input) ?? ((input['visitedOn'] as string) > view.today || (input['visitedOn'] as string) < view.openedOn ? notYet('入户日期要在申请之后、今天以前') : undefined)),
};

function unsignedSurvey(input: Input): Refused | undefined {
  const investigators = input['investigators'] as readonly { name: string; signed: boolean }[];
  if (new Set(investigators.map((one) => one.name)).size < investigators.length) return notYet('两名调查人不能是同一个人');
  if (investigators.some((one) => !one.signed)) return notYet('每名调查人都要在核查表上签字');
  return input['personSigned'] === true ? undefined : notYet('申请人（被调查人）也要在核查表上签字');
}
