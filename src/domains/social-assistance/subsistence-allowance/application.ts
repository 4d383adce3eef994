import { decide, assessNow } from '../../../kernel/casework/decide.ts';
import { defineCaseProcedure } from '../../../kernel/casework/case-procedure.ts';
import type { CaseView } from '../../../kernel/casework/case-view.ts';
import type { Limit, Step } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { survey, verificationSteps } from '../common/investigation-steps.ts';
import { measures2012 } from '../common/means-test/law.ts';
import { notifyingState, receivedState, withTask } from '../common/shared-states.ts';
import { approver, clerk, field, FINDINGS, form, lead, notYet, PLACE, type Input } from '../common/step-form.ts';
import { appraisalForm, ends, isFiled, reads, whyNotCounted, whyNotEligible } from './application-steps.ts';
import { fileRelative } from './file-relative.ts';
import { applicationForm } from './form.ts';
import { arrivalIntake, arrivalPaper } from './move/certificate.ts';

const working = (days: number, article: string): Limit => ({ days, calendar: 'working', law: measures2012(article) });
const calendar = (days: number, article: string): Limit => ({ days, calendar: 'calendar', law: measures2012(article) });

/** 第二十二条: representatives of villagers or residents are at least two thirds of those who take part. 第二十三条（五）: all sign. */
function whyNotAppraised(input: Input): Refused | undefined {
  const [attended, representatives] = [Number(input['attended']), Number(input['representatives'])];
  const tooFew = representatives <= attended && representatives * 3 < attended * 2;
  return tooFew ? notYet(`村（居）民代表 ${representatives} 人，不足到会 ${attended} 人的三分之二，评议无效，要重新组织`) : whyNotCounted(input);
}

/** 第二十六条: near relatives of staff and cases with an objection are visited by the county office, all of them. */
function whyNotVisited(view: CaseView, input: Input | undefined): Refused | undefined {
  if (!input || input['countyVisited'] === true) return undefined;
  if (isFiled(view)) return notYet('经办人员、村（居）委成员近亲属的申请，县级民政部门必须入户');
  return view.actions.some((action) => action.step === 'objection-upheld') ? notYet('有举报、有疑问的申请，县级民政部门必须入户') : undefined;
}

const proposeApproval: Step = {
  id: 'propose-approval', title: '拟批准，公示', by: approver, to: 'county-notice', effects: [assessNow], main: true, key: 'A',
  form: form('propose-approval', '审批意见', field('opinion', '审批意见', 'long-text', { maxLength: 500 }), field('countyVisited', '已入户抽查', 'yes-no'), PLACE),
  when: (view, input) => whyNotEligible(view) ?? whyNotVisited(view, input),
};
const refuse: Step = { id: 'refuse', title: '不予批准', by: approver, to: 'notifying', effects: [decide('refused')], form: form('refuse', '不予批准', field('opinion', '审批意见', 'long-text', { maxLength: 500 })) };

/**
 * 最低生活保障审核审批办法（试行）, 民发〔2012〕220号: application, investigation, compulsory appraisal, notice in the village, approval, notice by
 * the county office, decision. Repealed by the 2021 measures; a case opened before goes on by it.
 */
export const application2012 = defineCaseProcedure({
  id: 'application-2012', title: '低保申请（2012年办法）', law: [measures2012()], applies: { division: '00', from: plainDate('2012-12-12'), to: plainDate('2021-07-01') },
  form: applicationForm, start: 'received', papers: [arrivalPaper], intake: arrivalIntake, takesOver: [{ matter: 'low-income-recognition', enters: 'appraisal' }],
  reads,
  stages: [
    { id: 'received', title: '受理' },
    { id: 'investigation', title: '调查', limit: working(10, '第十八条') },
    { id: 'appraisal', title: '评议', limit: working(5, '第二十一条') },
    { id: 'town-notice', title: '镇街公示', limit: calendar(7, '第二十五条') },
    { id: 'county-review', title: '审批', limit: working(5, '第二十六条') },
    { id: 'county-notice', title: '县级公示', limit: calendar(7, '第二十九条') },
    { id: 'decision', title: '决定', limit: working(3, '第二十九条') },
    { id: 'payment', title: '发放' },
  ],
  states: {
    'received': receivedState({ to: 'investigation', effects: [fileRelative] }),
    'investigation': {
      title: '调查核对', stage: 'investigation', kind: 'open', after: { need: 'all', to: 'appraisal' },
      tasks: [
        { id: 'verification', title: '信息核对', actor: clerk, within: working(10, '第十八条') },
        { id: 'survey', title: '入户调查', actor: clerk, within: working(10, '第十八条') },
      ],
      steps: [...verificationSteps(clerk, 'verification'), survey],
    },
    'appraisal': {
      title: '民主评议', stage: 'appraisal', kind: 'open', tasks: [{ id: 'appraisal', title: '民主评议', actor: clerk, within: working(5, '第二十一条') }],
      steps: [{
        id: 'appraise', title: '记录民主评议', by: clerk, task: 'appraisal', main: true, key: 'A',
        form: appraisalForm,
        when: (_view, input) => input && whyNotAppraised(input),
        to: (_view, input) => (input['conclusion'] === 'disputed' ? 'town-reinvestigation' : 'town-opinion'),
      }],
    },
    'town-opinion': {
      title: '初审', stage: 'appraisal', kind: 'open', tasks: [{ id: 'opinion', title: '提出初审意见，公示', actor: lead }],
      steps: [{ id: 'propose', title: '提出初审意见，公示', by: lead, task: 'opinion', to: 'town-notice', effects: [assessNow], main: true, key: 'A',
        form: form('propose', '初审意见', field('opinion', '初审意见', 'long-text', { maxLength: 500 }), PLACE) }],
    },
    'town-notice': {
      title: '镇街公示', stage: 'town-notice', kind: 'held', notice: { scope: 'town', limit: calendar(7, '第二十五条'), upheld: 'town-reinvestigation' },
      tasks: [{ id: 'submit', title: '公示期满，审核上报', actor: lead }],
      steps: [{ id: 'submit', title: '审核同意，上报审批', by: lead, task: 'submit', to: 'county-review', main: true, key: 'A', bulk: true }],
    },
    // the measures set no limit for the town's own second look
    'town-reinvestigation': {
      title: '镇街重新调查', stage: 'investigation', kind: 'open', tasks: [{ id: 'reinvestigate', title: '重新调查核实', actor: clerk }],
      steps: [...verificationSteps(clerk), { id: 'reinvestigated', title: '重新调查完成', by: clerk, task: 'reinvestigate', to: 'town-opinion', main: true, form: form('reinvestigated', '重新调查', FINDINGS),
        when: (view) => (view.verification.asked > 0 && !view.verification.frozen ? refused('verification.incomplete', { missing: view.verification.missing.join('；') || '核对报告还没有出具' }) : undefined) }],
    },
    'county-review': {
      title: '审批', stage: 'county-review', kind: 'open', tasks: [{ id: 'review', title: '提出审批意见', actor: approver, within: working(5, '第二十六条') }],
      steps: [withTask(proposeApproval, 'review'), withTask(refuse, 'review')],
    },
    'county-notice': {
      title: '县级公示', stage: 'county-notice', kind: 'held', notice: { scope: 'county', limit: calendar(7, '第二十九条'), upheld: 'county-reinvestigation' },
      tasks: [{ id: 'decide', title: '作出审批决定', actor: approver, within: working(3, '第二十九条') }],
      steps: [{ id: 'approve', title: '批准', by: approver, task: 'decide', to: 'approved', effects: [decide('granted')], main: true, key: 'A' }, withTask(refuse, 'decide')],
    },
    'county-reinvestigation': {
      title: '重新调查核实', stage: 'county-review', kind: 'open', tasks: [{ id: 'reinvestigate', title: '重新调查核实，提出意见', actor: approver, within: working(20, '第二十九条') }],
      steps: [...verificationSteps(approver), withTask(proposeApproval, 'reinvestigate'), withTask(refuse, 'reinvestigate')],
    },
    'notifying': notifyingState('不予批准，待书面告知', calendar(3, '第二十六条')),
    'approved': { title: '已批准', stage: 'decision', kind: 'final', outcome: 'granted', tasks: [], steps: [] },
    ...ends,
  },
});
