import type { ApplicationReader } from '../../../kernel/casework/application-reader.ts';
import type { State } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import type { CaseView } from '../../../kernel/casework/case-view.ts';
import { declaredMeans } from '../common/means-test/declared-means.ts';
import type { Facts } from '../common/means-test/facts.ts';
import { LAW_VERSIONS, national2012 } from '../common/means-test/law-versions.ts';
import { countMembers } from '../common/means-test/members.ts';
import { formToFacts, formToPeople, withKnown } from '../common/means-test/read-form.ts';
import { field, form, notYet, type Input } from '../common/step-form.ts';

/** How the application form is read, under every version of the procedure. */
export const reads: ApplicationReader = {
  benefit: 'subsistence-allowance', people: formToPeople, facts: (values, at) => formToFacts(values, at.today, { demo: at.demo }), signs: (values) => values['authorise'] === true,
  withCase: (facts, known) => withKnown(facts as Facts, known), declared: (facts) => declaredMeans(facts as Facts),
  counts: (facts, rules, asOf) => {
    const law = LAW_VERSIONS.find((version) => version.id === rules) ?? national2012;
    return countMembers(facts as Facts, law, asOf).counted.map((member) => member.key);
  },
};

/** 民主评议记录. `invalid`: what the version of the law demands of it. */
export const appraisalForm = form('appraise', '民主评议记录',
  field('heldOn', '评议日期', 'date'), field('place', '地点', 'text'), field('attended', '到会人数', 'integer', { min: 1, max: 500, unit: '人' }),
  field('representatives', '其中村（居）民代表', 'integer', { min: 0, max: 500, unit: '人' }), field('agree', '同意', 'integer', { min: 0, max: 500, unit: '人' }),
  field('disagree', '不同意', 'integer', { min: 0, max: 500, unit: '人' }),
  field('conclusion', '结论', 'choice', { options: [{ value: 'true', title: '调查结果真实有效' }, { value: 'disputed', title: '争议较大，重新调查' }] }),
  field('opinion', '评议意见', 'long-text', { maxLength: 1000 }), field('allSigned', '参加评议人员都已签字', 'yes-no'));

/** Numbers of an appraisal that cannot be, and signatures that are missing: the same under every version. */
export function whyNotCounted(input: Input): Refused | undefined {
  const [attended, representatives, agree, disagree] = ['attended', 'representatives', 'agree', 'disagree'].map((key) => Number(input[key])) as [number, number, number, number];
  if (representatives > attended) return notYet('代表人数不能多过到会人数');
  if (agree + disagree > attended) return notYet('同意和不同意的人数加起来多过到会人数');
  return input['allSigned'] === true ? undefined : notYet('参加评议的人员都要签字确认');
}

/** Why the case cannot be proposed or confirmed: the criteria that what is known now does not meet. */
export function whyNotEligible(view: CaseView): Refused | undefined {
  if (view.assessment?.outcome !== 'refused') return undefined;
  return refused('decision.not-granted', { grounds: view.assessment.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.because).join('；') });
}

/** Whether staff or village officers are near relatives of the applicant: filed apart when the case was accepted. */
export const isFiled = (view: Pick<CaseView, 'actions'>): boolean => view.actions.some((action) => action.step === 'accept' && action.data['relativeOfStaff'] === true);

/** Ends that both versions share. */
export const ends = {
  'refused': { title: '不予批准', stage: 'decision', kind: 'final', outcome: 'refused', tasks: [], steps: [] },
  'not-accepted': { title: '不予受理', stage: 'received', kind: 'final', outcome: 'not-accepted', tasks: [], steps: [] },
} as const satisfies Record<string, State>;
