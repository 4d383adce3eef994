import { decide, assessNow } from '../../../kernel/casework/decide.ts';
import { defineCaseProcedure } from '../../../kernel/casework/case-procedure.ts';
import type { CaseView } from '../../../kernel/casework/case-view.ts';
import type { Limit, Step } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { survey, verificationSteps } from '../common/investigation-steps.ts';
import { declaredMeans } from '../common/means-test/declared-means.ts';
import type { Facts } from '../common/means-test/facts.ts';
import { measures2012 } from '../common/means-test/law.ts';
import { LAW_VERSIONS, national2012 } from '../common/means-test/law-versions.ts';
import { countMembers } from '../common/means-test/members.ts';
import { formToFacts, formToPeople, markAuthorised } from '../common/means-test/read-form.ts';
import { approver, clerk, field, FINDINGS, form, lead, notYet, PLACE, type Input } from '../common/step-form.ts';
import { applicationForm } from './form.ts';

const working = (days: number, article: string): Limit => ({ days, calendar: 'working', law: measures2012(article) });
const calendar = (days: number, article: string): Limit => ({ days, calendar: 'calendar', law: measures2012(article) });

/** 第二十二条: representatives of villagers or residents are at least two thirds of those who take part. 第二十三条（五）: all sign. */
function whyNotAppraised(input: Input): Refused | undefined {
  const [attended, representatives, agree, disagree] = ['attended', 'representatives', 'agree', 'disagree'].map((key) => Number(input[key])) as [number, number, number, number];
  if (representatives > attended) return notYet('代表人数不能多过到会人数');
  if (representatives * 3 < attended * 2) return notYet(`村（居）民代表 ${representatives} 人，不足到会 ${attended} 人的三分之二，评议无效，要重新组织`);
  if (agree + disagree > attended) return notYet('同意和不同意的人数加起来多过到会人数');
  return input['allSigned'] === true ? undefined : notYet('参加评议的人员都要签字确认');
}

/** 第二十六条: near relatives of staff and cases with an objection are visited by the county office, all of them. */
function whyNotVisited(view: CaseView, input: Input | undefined): Refused | undefined {
  if (!input || input['countyVisited'] === true) return undefined;
  if (view.actions.some((action) => action.step === 'accept' && action.data['relativeOfStaff'] === true)) return notYet('经办人员、村（居）委成员近亲属的申请，县级民政部门必须入户');
  return view.actions.some((action) => action.step === 'objection-upheld') ? notYet('有举报、有疑问的申请，县级民政部门必须入户') : undefined;
}

const proposeApproval: Step = {
  id: 'propose-approval', title: '拟批准，公示', by: approver, to: 'county-notice', effects: [assessNow], main: true, key: 'A',
  form: form('propose-approval', '审批意见', field('opinion', '审批意见', 'long-text', { maxLength: 500 }), field('countyVisited', '已入户抽查', 'yes-no'), PLACE),
  when: (view, input) => (view.assessment?.outcome === 'refused' ? refused('decision.not-granted', { grounds: view.assessment.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.because).join('；') }) : whyNotVisited(view, input)),
};
const withTask = (step: Step, task: string): Step => ({ ...step, task });
const refuse: Step = { id: 'refuse', title: '不予批准', by: approver, to: 'notifying', effects: [decide('refused')], form: form('refuse', '不予批准', field('opinion', '审批意见', 'long-text', { maxLength: 500 })) };

/**
 * 最低生活保障审核审批办法（试行）, 民发〔2012〕220号: application, investigation, compulsory appraisal, notice in the village, approval, notice by
 * the county office, decision. Repealed by the 2021 measures; a case opened before goes on by it.
 */
export const application2012 = defineCaseProcedure({
  id: 'application-2012', title: '低保申请（2012年办法）', law: [measures2012()], applies: { division: '00', from: plainDate('2012-12-12'), to: plainDate('2021-07-01') },
  form: applicationForm, start: 'received',
  reads: {
    benefit: 'subsistence-allowance', people: formToPeople, facts: (values, at) => formToFacts(values, at.today, { demo: at.demo }), signs: (values) => values['authorise'] === true,
    withCase: (facts, known) => markAuthorised(facts as Facts, known.authorised), declared: (facts) => declaredMeans(facts as Facts),
    counts: (facts, rules, asOf) => {
      const law = LAW_VERSIONS.find((version) => version.id === rules) ?? national2012;
      return countMembers(facts as Facts, law, asOf).counted.map((member) => member.key);
    },
  },
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
    'received': {
      title: '待受理', stage: 'received', kind: 'open', tasks: [{ id: 'accept', title: '审查材料，受理', actor: clerk }],
      steps: [
        { id: 'accept', title: '受理', by: clerk, task: 'accept', to: 'investigation', main: true, key: 'A',
          form: form('accept', '受理', field('complete', '材料齐备', 'yes-no'), field('relativeOfStaff', '与经办人员、村（居）委成员有近亲属关系（单独登记）', 'yes-no'),
            field('relative', '哪位、什么关系', 'text', { showIf: { key: 'relativeOfStaff', equals: true } })),
          when: (_view, input) => (input && input['complete'] !== true ? notYet('材料不齐的，请一次性告知要补的全部材料') : undefined) },
        { id: 'not-accept', title: '不予受理', by: clerk, to: 'not-accepted', form: form('not-accept', '不予受理', field('reason', '原因', 'long-text', { maxLength: 500 })) },
      ],
    },
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
        form: form('appraise', '民主评议记录',
          field('heldOn', '评议日期', 'date'), field('place', '地点', 'text'), field('attended', '到会人数', 'integer', { min: 1, max: 500, unit: '人' }),
          field('representatives', '其中村（居）民代表', 'integer', { min: 0, max: 500, unit: '人' }), field('agree', '同意', 'integer', { min: 0, max: 500, unit: '人' }),
          field('disagree', '不同意', 'integer', { min: 0, max: 500, unit: '人' }),
          field('conclusion', '结论', 'choice', { options: [{ value: 'true', title: '调查结果真实有效' }, { value: 'disputed', title: '争议较大，重新调查' }] }),
          field('opinion', '评议意见', 'long-text', { maxLength: 1000 }), field('allSigned', '参加评议人员都已签字', 'yes-no')),
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
      steps: [{ id: 'submit', title: '审核同意，上报审批', by: lead, task: 'submit', to: 'county-review', main: true, key: 'A' }],
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
    'notifying': {
      title: '不予批准，待书面告知', stage: 'decision', kind: 'open', tasks: [{ id: 'notify', title: '书面告知申请人，说明理由', actor: clerk, within: calendar(3, '第二十六条') }],
      steps: [{ id: 'notify', title: '已书面告知', by: clerk, task: 'notify', to: 'refused', main: true,
        form: form('notify', '书面告知', field('deliveredOn', '送达日期', 'date'), field('how', '送达方式', 'choice', { options: [{ value: 'direct', title: '直接送达' }, { value: 'post', title: '邮寄' }, { value: 'left', title: '留置' }] }),
          field('receiver', '签收人', 'person-name')) }],
    },
    'approved': { title: '已批准', stage: 'decision', kind: 'final', outcome: 'granted', tasks: [], steps: [] },
    'refused': { title: '不予批准', stage: 'decision', kind: 'final', outcome: 'refused', tasks: [], steps: [] },
    'not-accepted': { title: '不予受理', stage: 'received', kind: 'final', outcome: 'not-accepted', tasks: [], steps: [] },
  },
});
