import { decide, assessNow } from '../../../kernel/casework/decide.ts';
import { defineCaseProcedure } from '../../../kernel/casework/case-procedure.ts';
import type { CaseView } from '../../../kernel/casework/case-view.ts';
import type { Actor, Limit, Step } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import { drawSample } from '../../../kernel/sampling/draw-sample.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { survey, verificationSteps } from '../common/investigation-steps.ts';
import { measures2021 } from '../common/means-test/law.ts';
import { notifyingState, receivedState, withTask } from '../common/shared-states.ts';
import { approver, clerk, field, FINDINGS, form, lead, notYet, PLACE } from '../common/step-form.ts';
import { appraisalForm, ends, reads, whyNotCounted, whyNotEligible } from './application-steps.ts';
import { countyVisit, whyNotVisited } from './county-visit.ts';
import { fileRelative } from './file-relative.ts';
import { terminateBy, TERMINATION_STATES } from './termination.ts';
import { applicationForm } from './form.ts';
import { arrivalIntake, arrivalPaper } from './move/certificate.ts';
import { visitSampleRatio } from './parameters.ts';

const working = (days: number, article: string): Limit => ({ days, calendar: 'working', law: measures2021(article) });
const calendar = (days: number, article: string): Limit => ({ days, calendar: 'calendar', law: measures2021(article) });

/** 第十七条: the county office itself starts the check, also where the power to confirm was handed down to the towns. */
const verifier: Actor = { roles: ['approver'], power: 'verify' };
const opinion = (title: string) => field('opinion', title, 'long-text', { maxLength: 500 });

const [startCheck, completeCheck] = verificationSteps(verifier, 'verification') as [Step, Step];

/** 第十六条: other ways to look into a household beside the visit. */
const inquire: Step = {
  id: 'inquire', title: '记录其他调查', by: clerk,
  form: form('inquire', '其他调查', field('way', '方式', 'choice', { options: [{ value: 'neighbours', title: '邻里访问' }, { value: 'letter', title: '信函索证' }, { value: 'other', title: '其他' }] }), field('on', '日期', 'date'), FINDINGS),
};

/** 第十九条: from 2021 an appraisal is one of the means, not a step everyone passes. */
const appraise: Step = { id: 'appraise', title: '记录民主评议', by: clerk, form: appraisalForm, when: (_view, input) => input && whyNotCounted(input) };

const since = (view: CaseView, step: string): boolean => {
  const entered = view.actions.findLastIndex((action) => action.to === view.state && action.from !== view.state);
  return view.actions.slice(entered + 1).some((action) => action.step === step);
};
const ever = (view: CaseView, step: string): boolean => view.actions.some((action) => action.step === step);
const openCheck = (view: CaseView): Refused | undefined =>
  (view.verification.asked > 0 && !view.verification.frozen ? refused('verification.incomplete', { missing: view.verification.missing.join('；') || '核对报告还没有出具' }) : undefined);

/** 第十八条: who does not qualify by the check is told at once, and may answer with evidence. */
const tellUnfit: Step = {
  id: 'tell-unfit', title: '核对不符合，告知申请人', by: clerk, to: 'told-unfit', effects: [assessNow],
  form: form('tell-unfit', '告知核对结果', field('toldOn', '告知日期', 'date'), field('how', '怎么告知的', 'choice', { options: [{ value: 'paper', title: '书面' }, { value: 'phone', title: '电话' }, { value: 'portal', title: '网上' }] })),
  when: (view, input) => (view.assessment?.outcome === 'refused' ? (input && (input['toldOn'] as string) > view.today ? notYet('告知日期不能晚于今天') : undefined) : notYet('按现在核实的情况没有不符合的地方，不用告知')),
};
const submitUnfit: Step = {
  id: 'submit-unfit', title: '拟不予确认，报送', by: lead, to: 'county-review', effects: [assessNow], form: form('submit-unfit', '初审意见', opinion('初审意见')),
  when: (view) => (view.assessment?.outcome !== 'refused' ? notYet('按现在核实的情况符合条件，请提出初审意见并公示') : ever(view, 'tell-unfit') ? undefined : notYet('核对不符合的，要先告知申请人（第十八条）')),
};
const drawVisit = drawSample({ purpose: countyVisit.id, ratio: visitSampleRatio.id });

const confirm: Step = {
  id: 'confirm', title: '确认同意', by: approver, to: 'confirmed', effects: [decide('granted')], main: true, key: 'A', form: form('confirm', '审核确认意见', opinion('审核确认意见')),
  when: (view) => whyNotEligible(view) ?? whyNotVisited(view),
};
const refuse: Step = { id: 'refuse', title: '不予确认', by: approver, to: 'notifying', effects: [decide('refused')], form: form('refuse', '不予确认', opinion('审核确认意见')), when: (view) => whyNotVisited(view) };

/** 第二十九条: both may, whoever has the case. */
const terminateByTown = terminateBy(lead);
const terminateByCounty = terminateBy(approver);

/** 第十九条第二款: an objection is answered by a new investigation or an appraisal, whatever the reply says. */
const whyNotReinvestigated = (view: CaseView): Refused | undefined => openCheck(view)
  ?? (['survey', 'appraise', 'inquire', 'complete-verification'].some((step) => since(view, step)) ? undefined : notYet('公示有异议的，要重新调查或者开展民主评议，记录以后才能往下办'));

/**
 * 最低生活保障审核确认办法, 民发〔2021〕57号: acceptance, investigation begun within three working days, check by the county, one public notice
 * in the village, confirmation within ten working days; the whole within thirty, forty-five in special cases.
 */
export const application2021 = defineCaseProcedure({
  id: 'application-2021', title: '低保申请（2021年办法）', law: [measures2021()], applies: { division: '00', from: plainDate('2021-07-01'), to: null },
  words: { granted: '确认同意', refused: '不予确认', plainNo: '没有确认' },
  form: applicationForm, start: 'received', papers: [arrivalPaper], intake: arrivalIntake, reads, takesOver: [{ matter: 'low-income-recognition', enters: 'town-opinion' }],
  overall: { from: 'accept', until: ['confirm', 'refuse', 'terminate'], limit: working(30, '第二十二条'), extendedTo: 45 },
  stages: [
    { id: 'received', title: '受理' },
    { id: 'start', title: '启动调查', limit: working(3, '第十五条') },
    { id: 'investigation', title: '调查核对' },
    { id: 'opinion', title: '初审' },
    { id: 'notice', title: '公示', limit: calendar(7, '第十九条') },
    { id: 'review', title: '审核确认', limit: working(10, '第二十条') },
    { id: 'decision', title: '决定' },
    { id: 'payment', title: '发放' },
  ],
  states: {
    'received': receivedState({ to: 'starting', effects: [fileRelative] }),
    'starting': {
      title: '待启动调查', stage: 'start', kind: 'open', tasks: [{ id: 'start', title: '启动调查，提请信息核对', actor: clerk, within: working(3, '第十五条') }],
      steps: [{ id: 'start-investigation', title: '启动调查，提请核对', by: clerk, task: 'start', to: 'investigation', main: true, key: 'A' }, terminateByTown],
    },
    'investigation': {
      title: '调查核对', stage: 'investigation', kind: 'open', after: { need: 'all', to: 'town-opinion' },
      tasks: [
        { id: 'start-check', title: '启动信息核对', actor: verifier, within: working(3, '第十七条') },
        { id: 'verification', title: '信息核对', actor: verifier, waits: true },
        { id: 'survey', title: '入户调查', actor: clerk },
      ],
      steps: [{ ...startCheck, task: 'start-check', main: true }, completeCheck, survey, inquire, terminateByTown],
    },
    'town-opinion': {
      title: '初审', stage: 'opinion', kind: 'open', tasks: [{ id: 'opinion', title: '提出初审意见，公示', actor: lead }],
      steps: [
        { id: 'propose', title: '提出初审意见，公示', by: lead, task: 'opinion', to: 'town-notice', effects: [assessNow], main: true, key: 'A', form: form('propose', '初审意见', opinion('初审意见'), PLACE), when: whyNotEligible },
        tellUnfit, submitUnfit, appraise, terminateByTown,
      ],
    },
    'told-unfit': {
      title: '核对不符合，等申请人答复', stage: 'opinion', kind: 'paused', tasks: [{ id: 'answer', title: '等申请人答复', actor: clerk, waits: true }],
      steps: [
        { id: 'dispute', title: '申请人有异议，提供佐证', by: 'applicant', task: 'answer', to: 'recheck', form: form('dispute', '异议', field('content', '有什么不对', 'long-text', { maxLength: 1000 }), field('evidence', '佐证材料', 'files', { required: false })) },
        { id: 'no-dispute', title: '申请人没有异议', by: clerk, task: 'answer', to: 'town-opinion', main: true, form: form('no-dispute', '没有异议', field('how', '怎么知道的', 'text', { maxLength: 200 })) },
      ],
    },
    'recheck': {
      title: '复查', stage: 'investigation', kind: 'open', tasks: [{ id: 'recheck', title: '组织复查', actor: clerk }],
      steps: [...verificationSteps(verifier), { ...withoutTask(survey), main: false }, inquire,
        { id: 'rechecked', title: '复查完成', by: clerk, task: 'recheck', to: 'town-opinion', main: true, form: form('rechecked', '复查', FINDINGS), when: openCheck }, terminateByTown],
    },
    'town-notice': {
      title: '公示', stage: 'notice', kind: 'held', notice: { scope: 'town', limit: calendar(7, '第十九条'), upheld: 'town-reinvestigation' },
      tasks: [{ id: 'submit', title: '公示期满，报送', actor: lead }],
      steps: [
        { id: 'submit', title: '公示无异议，报送审核确认', by: lead, task: 'submit', to: 'county-review', effects: [drawVisit], main: true, key: 'A', bulk: true,
          when: (view) => ((view.notice?.objections ?? 0) > 0 ? notYet('公示期间有异议，要重新调查或者开展民主评议，再重新提出初审意见（第十九条）') : undefined) },
        { id: 'reinvestigate', title: '有异议，重新调查', by: lead, task: 'submit', to: 'town-reinvestigation', when: (view) => ((view.notice?.objections ?? 0) > 0 ? undefined : notYet('公示期间没有异议，不用重新调查')) },
      ],
    },
    'town-reinvestigation': {
      title: '重新调查或民主评议', stage: 'investigation', kind: 'open', tasks: [{ id: 'reinvestigate', title: '重新调查或民主评议', actor: clerk }],
      steps: [...verificationSteps(verifier), { ...withoutTask(survey), main: false }, inquire, appraise,
        { id: 'reinvestigated', title: '重新调查完成', by: clerk, task: 'reinvestigate', to: 'second-opinion', main: true, form: form('reinvestigated', '重新调查', FINDINGS), when: whyNotReinvestigated }, terminateByTown],
    },
    // 第十九条第二款: the new opinion goes up with everything; the law asks for no second notice
    'second-opinion': {
      title: '重新提出初审意见', stage: 'opinion', kind: 'open', tasks: [{ id: 'opinion', title: '重新提出初审意见，报送', actor: lead }],
      steps: [
        { id: 'propose-again', title: '重新提出初审意见，报送', by: lead, task: 'opinion', to: 'county-review', effects: [assessNow, drawVisit], main: true, key: 'A', form: form('propose-again', '初审意见', opinion('初审意见')), when: whyNotEligible },
        tellUnfit, submitUnfit, terminateByTown,
      ],
    },
    'county-review': {
      title: '审核确认', stage: 'review', kind: 'open', tasks: [{ id: 'review', title: '提出审核确认意见', actor: approver, within: working(10, '第二十条') }],
      steps: [withTask(confirm, 'review'), withTask(refuse, 'review'), countyVisit, terminateByCounty,
        { id: 'complaint', title: '登记投诉、举报', by: approver, form: form('complaint', '投诉、举报', field('on', '收到日期', 'date'), field('content', '内容', 'long-text', { maxLength: 1000 })) }],
    },
    'notifying': notifyingState('不予确认，待书面告知', working(3, '第二十一条')),
    'confirmed': { title: '已确认', stage: 'decision', kind: 'final', outcome: 'granted', tasks: [], steps: [] },
    ...TERMINATION_STATES,
    ...ends,
    'refused': { ...ends.refused, title: '不予确认' },
  },
});

function withoutTask({ task: _task, ...step }: Step): Step { return step; }
