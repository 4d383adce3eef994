import { recognise } from '../../../kernel/casework/decide-recognition.ts';
import { assessNow, decide } from '../../../kernel/casework/decide.ts';
import { defineCaseProcedure, type CaseProcedure } from '../../../kernel/casework/case-procedure.ts';
import type { FormValues } from '../../../kernel/contract/check-form.ts';
import type { Form } from '../../../kernel/contract/form.ts';
import type { LawReference } from '../../../kernel/contract/law.ts';
import type { Limit, Step } from '../../../kernel/contract/procedure.ts';
import { refused } from '../../../kernel/contract/refusal.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { survey, verificationSteps } from '../common/investigation-steps.ts';
import { declaredMeans } from '../common/means-test/declared-means.ts';
import type { Facts } from '../common/means-test/facts.ts';
import { measures2012, measures2021 } from '../common/means-test/law.ts';
import { countMembers } from '../common/means-test/members.ts';
import { formToFacts, formToPeople, LOW_INCOME_FAMILY, withKnown } from '../common/means-test/read-form.ts';
import { notifyingState, receivedState, withTask } from '../common/shared-states.ts';
import { approver, clerk, field, FINDINGS, form, lead, OPINION, PLACE } from '../common/step-form.ts';
import { EXPENDITURE_VERSIONS } from './expenditure.ts';
import { lowIncomeForm, twoKindsForm } from './form.ts';
import { guangdong2022, localMeasures, rigidSpending2025 } from './law.ts';
import { LOW_INCOME_VERSIONS } from './low-income.ts';

/** Limits of one period: where the recognition's own law sets none, those of 低保, whose steps it takes. */
interface Limits { readonly investigation: Limit; readonly notice: Limit; readonly county: Limit; readonly tell: Limit }

const limits2012: Limits = {
  investigation: { days: 10, calendar: 'working', law: measures2012('第十八条') }, notice: { days: 7, calendar: 'calendar', law: measures2012('第二十五条') },
  county: { days: 5, calendar: 'working', law: measures2012('第二十六条') }, tell: { days: 3, calendar: 'calendar', law: measures2012('第二十六条') },
};
// investigation: what the 30 working days of the whole leave after the approval; the measures name no days for it alone
const limits2021: Limits = {
  investigation: { days: 20, calendar: 'working', law: measures2021('第二十二条') }, notice: { days: 7, calendar: 'calendar', law: measures2021('第十九条') },
  county: { days: 10, calendar: 'working', law: measures2021('第二十条') }, tell: { days: 3, calendar: 'working', law: measures2021('第二十一条') },
};

interface Version { readonly id: string; readonly title: string; readonly law: readonly LawReference[]; readonly applies: CaseProcedure['applies']; readonly form: Form; readonly limits: Limits }

const kindOf = (values: FormValues): string => (values['kind'] === 'expenditure' ? 'expenditure-poor-family' : LOW_INCOME_FAMILY);
const VERSIONS = [...LOW_INCOME_VERSIONS, ...EXPENDITURE_VERSIONS];

const refuse: Step = { id: 'refuse', title: '不予认定', by: approver, to: 'notifying', effects: [decide('refused')], form: form('refuse', '不予认定', OPINION) };
const grant: Step = {
  id: 'recognise', title: '认定', by: approver, to: 'recognised', effects: [recognise], main: true, key: 'A', form: form('recognise', '认定意见', OPINION),
  when: (view) => (view.assessment?.outcome === 'refused' ? refused('decision.not-granted', { grounds: view.assessment.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.because).join('；') }) : undefined),
};

/** 低收入困难家庭认定: the same check, visit and notice as 低保, without the appraisal; the office of county level recognises. */
const recognition = ({ limits, ...version }: Version): CaseProcedure => defineCaseProcedure({
  ...version, start: 'received', words: { granted: '认定', refused: '不予认定', plainNo: '没有认定' },
  // a case of 低保 that was refused or ended because income is above its line: checked and visited already
  takesOver: [{ matter: 'subsistence-allowance', enters: 'town-opinion' }],
  reads: {
    benefit: kindOf, people: formToPeople, facts: (values, at) => formToFacts(values, at.today, { demo: at.demo }), signs: (values) => values['authorise'] === true,
    withCase: (facts, known) => withKnown(facts as Facts, known), declared: (facts) => declaredMeans(facts as Facts),
    counts: (facts, rules, asOf) => {
      const law = VERSIONS.find((one) => one.id === rules) ?? VERSIONS[0];
      return law === undefined ? [] : countMembers(facts as Facts, law, asOf).counted.map((member) => member.key);
    },
  },
  stages: [
    { id: 'received', title: '受理' }, { id: 'investigation', title: '调查', limit: limits.investigation }, { id: 'town-notice', title: '公示', limit: limits.notice },
    { id: 'county-review', title: '认定', limit: limits.county }, { id: 'decision', title: '决定' },
  ],
  states: {
    'received': receivedState({ to: 'investigation' }),
    'investigation': {
      title: '调查核对', stage: 'investigation', kind: 'open', after: { need: 'all', to: 'town-opinion' },
      tasks: [{ id: 'verification', title: '信息核对', actor: clerk, within: limits.investigation }, { id: 'survey', title: '入户调查', actor: clerk, within: limits.investigation }],
      steps: [...verificationSteps(clerk, 'verification'), survey],
    },
    'town-opinion': {
      title: '初审', stage: 'investigation', kind: 'open', tasks: [{ id: 'opinion', title: '提出初审意见，公示', actor: lead }],
      steps: [{ id: 'propose', title: '提出初审意见，公示', by: lead, task: 'opinion', to: 'town-notice', effects: [assessNow], main: true, key: 'A',
        form: form('propose', '初审意见', field('opinion', '初审意见', 'long-text', { maxLength: 500 }), PLACE) }],
    },
    'town-notice': {
      title: '公示', stage: 'town-notice', kind: 'held', notice: { scope: 'town', limit: limits.notice, upheld: 'town-reinvestigation' },
      tasks: [{ id: 'submit', title: '公示期满，审核上报', actor: lead }],
      steps: [{ id: 'submit', title: '审核同意，上报认定', by: lead, task: 'submit', to: 'county-review', main: true, key: 'A', bulk: true }],
    },
    'town-reinvestigation': {
      title: '重新调查', stage: 'investigation', kind: 'open', tasks: [{ id: 'reinvestigate', title: '重新调查核实', actor: clerk }],
      steps: [...verificationSteps(clerk), { id: 'reinvestigated', title: '重新调查完成', by: clerk, task: 'reinvestigate', to: 'town-opinion', main: true, form: form('reinvestigated', '重新调查', FINDINGS),
        when: (view) => (view.verification.asked > 0 && !view.verification.frozen ? refused('verification.incomplete', { missing: view.verification.missing.join('；') || '核对报告还没有出具' }) : undefined) }],
    },
    'county-review': {
      title: '待认定', stage: 'county-review', kind: 'open', tasks: [{ id: 'decide', title: '作出认定决定', actor: approver, within: limits.county }],
      steps: [withTask(grant, 'decide'), withTask(refuse, 'decide')],
    },
    'notifying': notifyingState('不予认定，待书面告知', limits.tell),
    'recognised': { title: '已认定', stage: 'decision', kind: 'final', outcome: 'granted', tasks: [], steps: [] },
    'refused': { title: '不予认定', stage: 'decision', kind: 'final', outcome: 'refused', tasks: [], steps: [] },
    'not-accepted': { title: '不予受理', stage: 'received', kind: 'final', outcome: 'not-accepted', tasks: [], steps: [] },
  },
});

/** A case goes on by the version of the day it was opened. */
export const procedures: readonly CaseProcedure[] = [
  recognition({ id: 'recognition-2012', title: '低收入困难家庭认定', law: [localMeasures()], applies: { division: '00', from: plainDate('2012-12-12'), to: plainDate('2021-07-01') }, form: lowIncomeForm, limits: limits2012 }),
  recognition({ id: 'recognition-2021', title: '低保边缘家庭认定', law: [measures2021('第八条')], applies: { division: '00', from: plainDate('2021-07-01'), to: plainDate('2025-01-01') }, form: lowIncomeForm, limits: limits2021 }),
  recognition({ id: 'recognition-guangdong-2022', title: '低保边缘、支出型困难家庭认定（广东）', law: [guangdong2022()], applies: { division: '44', from: plainDate('2022-01-01'), to: plainDate('2025-01-01') }, form: twoKindsForm, limits: limits2021 }),
  recognition({ id: 'recognition-2025', title: '低保边缘、刚性支出困难家庭认定', law: [measures2021('第八条'), rigidSpending2025()], applies: { division: '00', from: plainDate('2025-01-01'), to: null }, form: twoKindsForm, limits: limits2021 }),
];
