import { assessNow } from '../../../kernel/casework/decide.ts';
import { decideGrant } from '../../../kernel/casework/decide-grant.ts';
import { defineCaseProcedure, type CaseProcedure } from '../../../kernel/casework/case-procedure.ts';
import type { CaseView } from '../../../kernel/casework/case-view.ts';
import type { LawReference } from '../../../kernel/contract/law.ts';
import type { Step } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import { NATION } from '../../../kernel/policy/division-path.ts';
import { keepGrant } from '../../../kernel/reviews/keep-grant.ts';
import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { survey, verificationSteps } from '../common/investigation-steps.ts';
import { interimMeasures } from '../common/law.ts';
import { measures2012, measures2021 } from '../common/means-test/law.ts';
import { approver, clerk, field, FINDINGS, form, lead, notYet, OPINION, type Input } from '../common/step-form.ts';
import { aboutGrant } from './about-grant.ts';

/** What differs between the laws of a review. */
interface ReviewLaw { readonly id: string; readonly title: string; readonly law: readonly LawReference[]; readonly applies: CaseProcedure['applies'] }

const HOW = field('how', '怎么复核的', 'choice', { options: [{ value: 'visit', title: '入户' }, { value: 'call', title: '电话、视频' }, { value: 'neighbours', title: '邻里访问' }, { value: 'check', title: '信息核对' }] });
const LOOKED_ON = field('lookedOn', '复核日期', 'date');

const lookedWhen = (view: CaseView, input: Input | undefined): Refused | undefined =>
  (input && ((input['lookedOn'] as string) > view.today || (input['lookedOn'] as string) < view.openedOn.slice(0, 8).concat('01')) ? notYet('复核日期要在本次复核的月份以内、今天以前') : undefined);

const keep: Step = {
  id: 'keep', title: '没有变化，维持', by: clerk, task: 'review', to: 'continued', main: true, key: 'A', effects: [keepGrant()], bulk: true,
  form: form('keep', '复核意见', HOW, LOOKED_ON, field('opinion', '复核意见', 'long-text', { maxLength: 500 })), when: lookedWhen,
};

/** The household was visited by two, who sign with it; not every review needs it. */
const visit: Step = { id: 'survey', title: '入户调查', by: clerk, key: 'S', ...(survey.form === undefined ? {} : { form: survey.form }), ...(survey.when === undefined ? {} : { when: survey.when }) };

const keepExplained: Step = {
  id: 'keep-explained', title: '查明没有变化，维持', by: clerk, to: 'continued', effects: [keepGrant({ explained: true })],
  form: form('keep-explained', '复核意见', HOW, LOOKED_ON, field('opinion', '查明的情况', 'long-text', { maxLength: 500, help: '写明核查发现的不同是怎么回事' })), when: lookedWhen,
};

/** A household taken over from a roster: what it lives on has to be entered before anything is judged. */
const whyUntold = (view: CaseView): Refused | undefined =>
  (view.actions[0]?.data['untold'] === true && !view.actions.some((action) => action.step === 'correct-facts') ? refused('review.facts-untold') : undefined);

/** What the rules say the household should get from now on, against what it gets. */
function direction(view: CaseView): 'raise' | 'lower' | 'stop' | 'same' | 'unknown' {
  if (view.assessment === null || view.assessment.outcome === 'unknown' || view.grant === null) return 'unknown';
  if (view.assessment.outcome === 'refused') return 'stop';
  return view.assessment.fen === view.grant.fen ? 'same' : view.assessment.fen > view.grant.fen ? 'raise' : 'lower';
}

const saysOtherwise = (view: CaseView): Refused => notYet(
  view.assessment?.outcome === 'granted' ? `按现在的情况应为每月 ${formatYuan(view.assessment.fen)} 元，现发 ${formatYuan((view.grant?.fen ?? 0) as Fen)} 元`
    : view.assessment?.outcome === 'refused' ? '按现在的情况不再符合条件' : '还有情况不知道，现在不能核定');

const only = (...wanted: readonly ReturnType<typeof direction>[]) => (view: CaseView): Refused | undefined => (wanted.includes(direction(view)) ? undefined : saysOtherwise(view));

const TOLD = form('told', '书面告知',
  field('deliveredOn', '送达日期', 'date'), field('how', '送达方式', 'choice', { options: [{ value: 'direct', title: '直接送达' }, { value: 'post', title: '邮寄' }, { value: 'left', title: '留置' }] }),
  field('receiver', '签收人', 'person-name'), field('reasons', '告知的理由', 'long-text', { maxLength: 500 }), field('objects', '家庭提出不同意见', 'yes-no'),
  field('objection', '不同意见', 'long-text', { maxLength: 1000, showIf: { key: 'objects', equals: true } }));

/**
 * 定期复核 of a household that receives 低保: the town looks, keeps what has not changed, or investigates and reports; the county office decides on
 * more, less or nothing. Less or nothing is told in writing with the reasons first, and what the household says is heard before the decision.
 */
function reviewProcedure(of: ReviewLaw): CaseProcedure {
  return defineCaseProcedure({
    id: of.id, title: of.title, kind: 'review', law: of.law, applies: of.applies, start: 'due', form: { id: of.id, title: of.title, sections: [] }, about: aboutGrant,
    stages: [{ id: 'look', title: '复核' }, { id: 'investigation', title: '调查核对' }, { id: 'opinion', title: '镇街意见' }, { id: 'county', title: '审核' }, { id: 'tell', title: '书面告知' }, { id: 'decision', title: '决定' }],
    states: {
      'due': {
        title: '待复核', stage: 'look', kind: 'open', tasks: [{ id: 'review', title: '定期复核', actor: clerk }],
        steps: [keep, ...verificationSteps(clerk).filter((step) => step.id === 'start-verification'),
          { id: 'investigate', title: '有变化，调查核对', bulk: true, by: clerk, task: 'review', to: 'investigation', form: form('investigate', '有变化', field('what', '发现了什么', 'long-text', { maxLength: 500 })) }],
      },
      'investigation': {
        title: '调查核对', stage: 'investigation', kind: 'open', after: { need: 'all', to: 'opinion' }, tasks: [{ id: 'verification', title: '信息核对', actor: clerk }],
        steps: [...verificationSteps(clerk, 'verification'), visit, keepExplained],
      },
      'opinion': {
        title: '镇街提出意见', stage: 'opinion', kind: 'open', tasks: [{ id: 'opinion', title: '提出增发、减发、停发或维持的意见', actor: lead }],
        steps: [{ id: 'propose', title: '提出意见，报审核', by: lead, task: 'opinion', to: 'county', main: true, key: 'A', effects: [assessNow], when: whyUntold, form: form('propose', '镇街意见', field('opinion', '意见', 'long-text', { maxLength: 500 })) }],
      },
      'county': {
        title: '审核', stage: 'county', kind: 'open', tasks: [{ id: 'decide', title: '审核复核意见', actor: approver }],
        steps: [
          { id: 'continue', title: '维持或增发', by: approver, task: 'decide', to: 'continued', main: true, key: 'A', effects: [decideGrant({ expected: 'continue' })], form: form('continue', '审核意见', OPINION), when: only('same', 'raise') },
          { id: 'tell', title: '拟减发、停发，先书面告知', by: approver, task: 'decide', to: 'telling', form: form('tell', '审核意见', OPINION), when: only('lower', 'stop') },
        ],
      },
      'telling': {
        title: '拟减发、停发，待书面告知', stage: 'tell', kind: 'open', tasks: [{ id: 'tell', title: '书面告知家庭，说明理由，听取意见', actor: clerk }],
        steps: [{ id: 'told', title: '已书面告知', by: clerk, task: 'tell', to: 'deciding', main: true, key: 'A', form: TOLD, when: (view, input) => (input && (input['deliveredOn'] as string) > view.today ? notYet('送达日期不能晚于今天') : undefined) }],
      },
      'deciding': {
        title: '待作出决定', stage: 'decision', kind: 'open', tasks: [{ id: 'decide', title: '作出减发、停发决定', actor: approver }],
        steps: [
          { id: 'lower', title: '决定减发', by: approver, task: 'decide', to: 'continued', effects: [decideGrant({ expected: 'continue' })], form: form('lower', '决定', OPINION), when: only('lower', 'same', 'raise') },
          { id: 'stop', title: '决定停发', by: approver, task: 'decide', to: 'ended', effects: [decideGrant({ expected: 'end' })], form: form('stop', '决定', OPINION), when: only('stop') },
          { id: 'look-again', title: '意见有道理，重新核查', by: approver, task: 'decide', to: 'investigation', form: form('look-again', '重新核查', FINDINGS) },
        ],
      },
      'continued': { title: '复核完成，继续发放', stage: 'decision', kind: 'final', outcome: 'continued', tasks: [], steps: [] },
      'ended': { title: '复核后停发', stage: 'decision', kind: 'final', outcome: 'ended', tasks: [], steps: [] },
    },
  });
}

/** 2012 第三十二条、第三十三条; from 2014-05-01 beside it 社会救助暂行办法 第十三条: a stop says its reasons in writing. */
export const review2012 = reviewProcedure({
  id: 'review-2012', title: '低保定期复核（2012年办法）', law: [measures2012('第三十二条、第三十三条'), interimMeasures('第十三条')], applies: { division: NATION, from: plainDate('2012-12-12'), to: plainDate('2021-07-01') },
});

/** 2021 第三十一条、第三十二条: less or nothing is told, with the reasons. */
export const review2021 = reviewProcedure({
  id: 'review-2021', title: '低保定期核查（2021年办法）', law: [measures2021('第三十一条、第三十二条'), interimMeasures('第十三条')], applies: { division: NATION, from: plainDate('2021-07-01'), to: null },
});
