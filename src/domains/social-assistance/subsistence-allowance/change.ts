import { defineCaseProcedure, type CaseProcedure } from '../../../kernel/casework/case-procedure.ts';
import type { CaseView } from '../../../kernel/casework/case-view.ts';
import { decideChange } from '../../../kernel/casework/decide-change.ts';
import type { ChangeReader } from '../../../kernel/casework/household-event.ts';
import type { LawReference } from '../../../kernel/contract/law.ts';
import type { Step } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import type { AsOf } from '../../../kernel/contract/rules.ts';
import { addMonths, monthOf } from '../../../kernel/values/month.ts';
import { plainDate, type PlainDate } from '../../../kernel/values/plain-date.ts';
import { verificationSteps } from '../common/investigation-steps.ts';
import type { Facts } from '../common/means-test/facts.ts';
import { measures2012, measures2021 } from '../common/means-test/law.ts';
import { LAW_VERSIONS, national2012 } from '../common/means-test/law-versions.ts';
import { countMembers } from '../common/means-test/members.ts';
import { markAuthorised } from '../common/means-test/read-form.ts';
import { approver, clerk, field, FINDINGS, form, OPINION } from '../common/step-form.ts';
import { changeForm } from './change/change-form.ts';
import { changeStarts, deathStarts, phaseOutEmployment, phaseOutReported } from './change/parameters.ts';
import { readChangeEvent } from './change/read-change.ts';
import { certificatePaper } from './move/certificate.ts';

const reader: ChangeReader = {
  otherHousehold: (values) => (typeof values['otherNumber'] === 'string' ? values['otherNumber'] : undefined),
  event: readChangeEvent,
  startMonth: (event, decidedOn, asOf) => addMonths(monthOf(asOf.choice((event.kind === 'death' ? deathStarts : changeStarts).id) === 'month-after-event' ? event.day : decidedOn), 1),
};

/** 2021 第三十三条 phases out who found work; Guangdong 2019 who reported of his own accord. */
const phaseOutMonths = (kind: string, asOf: AsOf): number => asOf.count((kind === 'job-found' ? phaseOutEmployment : phaseOutReported).id);

const notChecked = (view: CaseView): Refused | undefined => (view.verification.asked > 0 && !view.verification.frozen
  ? refused('verification.incomplete', { missing: view.verification.missing.join('；') || '核对报告还没有出具' }) : undefined);

const decisions: readonly Step[] = [
  { id: 'approve', title: '同意变更', by: approver, task: 'decide', to: 'changed', effects: [decideChange({ expected: 'continue' })], form: form('approve', '变更决定', OPINION), main: true, key: 'A', when: notChecked },
  { id: 'phase-out', title: '给予渐退期', by: approver, task: 'decide', to: 'phasing-out', effects: [decideChange({ expected: 'phase-out', phaseOutMonths })], form: form('phase-out', '渐退决定', OPINION), when: notChecked },
  { id: 'end', title: '停发', by: approver, task: 'decide', to: 'ended', effects: [decideChange({ expected: 'end' })], form: form('end', '停发决定', OPINION), when: notChecked },
];

/**
 * 变更: a household reports what happened (2012 第三十二条第二款, 2021 第三十条); the town looks into it as far as it needs to, the office that approves decides
 * (2012 第三十二条第一款, 2021 第三十一条、第三十二条). Neither law sets a limit in days.
 */
const changeProcedure = (id: string, title: string, law: readonly LawReference[], from: PlainDate, to: PlainDate | null): CaseProcedure => defineCaseProcedure({
  id, title, kind: 'change', law, applies: { division: '00', from, to }, form: changeForm, start: 'reported', papers: [certificatePaper],
  about: {
    benefit: 'subsistence-allowance', change: reader,
    facts: (grant, values, at) => {
      const answer = readChangeEvent(grant, null, values, at);
      return answer.ok ? { ok: true, facts: answer.event.here ?? answer.event.before } : answer;
    },
    withCase: (facts, known) => markAuthorised(facts as Facts, known.authorised),
    counts: (facts, rules, asOf) => countMembers(facts as Facts, LAW_VERSIONS.find((version) => version.id === rules) ?? national2012, asOf).counted.map((member) => member.key),
  },
  stages: [{ id: 'reported', title: '报告' }, { id: 'checking', title: '核查' }, { id: 'decision', title: '决定' }, { id: 'payment', title: '发放' }],
  states: {
    'reported': {
      title: '待受理变更', stage: 'reported', kind: 'open', tasks: [{ id: 'look', title: '看变更报告', actor: clerk }],
      steps: [
        { id: 'accept', title: '受理变更', by: clerk, task: 'look', main: true, key: 'A', to: (_view, input) => (input['check'] === true ? 'checking' : 'deciding'),
          form: form('accept', '受理变更', field('check', '要核对收入财产或入户', 'yes-no', { help: '添人、就业、收入变化一般要核；换户主、搬家一般不用' }), field('seen', '看了哪些凭据', 'text', { maxLength: 200, help: '如 出生证、死亡证明、户口本、劳动合同' })) },
        { id: 'not-accept', title: '不予受理', by: clerk, to: 'not-accepted', form: form('not-accept', '不予受理', field('reason', '原因', 'long-text', { maxLength: 500 })) },
      ],
    },
    'checking': {
      title: '核查变更', stage: 'checking', kind: 'open', tasks: [{ id: 'check', title: '核查变更情况', actor: clerk }],
      steps: [...verificationSteps(clerk), { id: 'checked', title: '核查完成，报决定', by: clerk, task: 'check', to: 'deciding', main: true, key: 'S', form: form('checked', '核查情况', FINDINGS), when: notChecked }],
    },
    'deciding': {
      title: '待决定变更', stage: 'decision', kind: 'open', tasks: [{ id: 'decide', title: '决定变更', actor: approver }],
      steps: [...decisions, { id: 'look-again', title: '退回再核', by: approver, to: 'checking', form: form('look-again', '退回再核', field('reason', '要核什么', 'long-text', { maxLength: 500 })) }],
    },
    'changed': { title: '已变更', stage: 'decision', kind: 'final', outcome: 'continued', tasks: [], steps: [] },
    'phasing-out': { title: '渐退期', stage: 'decision', kind: 'final', outcome: 'continued', tasks: [], steps: [] },
    'ended': { title: '已停发', stage: 'decision', kind: 'final', outcome: 'ended', tasks: [], steps: [] },
    'not-accepted': { title: '不予受理', stage: 'reported', kind: 'final', outcome: 'not-accepted', tasks: [], steps: [] },
  },
});

export const change2012 = changeProcedure('change-2012', '低保变更（2012年办法）', [measures2012('第三十二条')], plainDate('2012-12-12'), plainDate('2021-07-01'));
export const change2021 = changeProcedure('change-2021', '低保变更（2021年办法）', [measures2021('第三十条'), measures2021('第三十一条'), measures2021('第三十三条')], plainDate('2021-07-01'), null);
