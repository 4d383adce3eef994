import { z } from 'zod';
import { defineCaseProcedure } from './case-procedure.ts';
import { decideGrant } from './decide-grant.ts';
import type { FormField } from '../contract/form.ts';
import { defineBenefit, defineMatter, type Matter } from '../contract/matter.ts';
import type { Limit } from '../contract/procedure.ts';
import { refused } from '../contract/refusal.ts';
import { met, unknownFact, unmet } from '../contract/rules.ts';
import { makeRegistry, type Registry } from '../registry/registry.ts';
import { fen } from '../values/money.ts';
import { plainDate } from '../values/plain-date.ts';
import type { FormValues } from '../contract/check-form.ts';

/** An invented matter for tests of casework: two tasks side by side, a notice, a decision. No law says any of it. */
const law = { instrument: '试验办法', article: '第一条', documentNumber: null };
const within = (days: number, calendar: Limit['calendar'] = 'working'): Limit => ({ days, calendar, law });
const clerk = { roles: ['town-clerk'], power: 'accept' };
const approver = { roles: ['approver'], power: 'confirm' };
const field = (key: string, title: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({ key, title, kind, required: true, ...more });

interface Facts { readonly members: readonly { readonly key: string; readonly incomeFen?: number | undefined }[]; readonly authorised?: number | undefined }
const from = plainDate('2010-01-01');

const benefit = defineBenefit<Facts>({
  id: 'sample-help', title: '试验补助', claimant: 'household', governedBy: 'application-date', coveredFrom: from, items: { help: '补助' }, starts: 'month-after-confirmation',
  paid: { every: 'month', byDay: 10, law }, facts: z.strictObject({ members: z.array(z.strictObject({ key: z.string(), incomeFen: z.int().optional() })), authorised: z.int().optional() }),
  rules: [{
    id: 'sample-rules', title: '试验规则', applies: { division: '00', from, to: null }, law: [law],
    criteria: [{ id: 'income', title: '收入', law, test: (facts) => {
      if (facts.members.some((member) => member.incomeFen === undefined)) return unknownFact('income', '收入');
      return total(facts) < 100_000 ? met('收入低于线') : unmet('收入高于线');
    } }],
    amount: (facts) => [{ item: 'help', title: '补助', fen: fen(100_000 - total(facts)) }],
    working: () => [],
  }],
});
const total = (facts: Facts): number => facts.members.reduce((sum, member) => sum + (member.incomeFen ?? 0), 0);

interface SampleMember { readonly name: string; readonly idNumber: string; readonly relation: string; readonly income?: number }
const membersOf = (values: FormValues): readonly SampleMember[] => values['members'] as readonly SampleMember[];

const procedure = defineCaseProcedure({
  id: 'sample-application', title: '试验程序', law: [law], applies: { division: '00', from, to: null }, start: 'received',
  form: { id: 'sample', title: '申请', sections: [{ id: 'one', title: '申请', fields: [
    field('division', '村或社区', 'division'), field('address', '住址', 'text'),
    field('members', '家庭成员', 'list', { min: 1, max: 10, item: [
      field('name', '姓名', 'person-name'), field('idNumber', '身份证号码', 'id-card'), field('relation', '关系', 'text'), field('income', '每月收入', 'money', { required: false })] }),
  ] }] },
  reads: {
    benefit: 'sample-help',
    people: (values) => ({
      division: String(values['division']), address: String(values['address']), hukouKind: 'urban', account: null,
      members: membersOf(values).map((member, index) => ({ key: `m${index + 1}`, name: member.name, idNumber: member.idNumber, relation: member.relation, head: index === 0 })),
    }),
    facts: (values) => ({ ok: true, facts: { members: membersOf(values).map((member, index) => ({ key: `m${index + 1}`, ...(member.income === undefined ? {} : { incomeFen: member.income }) })) } }),
    withCase: (facts, known) => ({ ...(facts as Facts), authorised: known.authorised.length }),
  },
  overall: { from: 'accept', until: ['approve'], limit: within(30), extendedTo: 45 },
  stages: [{ id: 'in', title: '受理' }, { id: 'look', title: '调查', limit: within(10) }, { id: 'show', title: '公示', limit: within(7, 'calendar') }, { id: 'decide', title: '决定' }],
  states: {
    'received': {
      title: '待受理', stage: 'in', kind: 'open', tasks: [{ id: 'accept', title: '受理', actor: clerk, within: within(3) }],
      steps: [{ id: 'accept', title: '受理', by: clerk, task: 'accept', to: 'looking', main: true }, { id: 'not-accept', title: '不予受理', by: clerk, to: 'not-accepted',
        form: { id: 'why', title: '原因', sections: [{ id: 'a', title: '原因', fields: [field('reason', '原因', 'text')] }] } }],
    },
    'looking': {
      title: '调查中', stage: 'look', kind: 'open', after: { need: 'all', to: 'opinion' },
      tasks: [{ id: 'visit', title: '入户', actor: clerk, within: within(10) }, { id: 'check', title: '核对', actor: clerk, within: within(10) }],
      steps: [
        { id: 'visit', title: '入户', by: clerk, task: 'visit', form: { id: 'visit', title: '入户', sections: [{ id: 'a', title: '入户', fields: [field('who', '调查人', 'list', { min: 2, item: [field('name', '姓名', 'person-name')] })] }] } },
        { id: 'check', title: '核对', by: clerk, task: 'check', when: (view) => (view.authorisations.missing.length > 0 ? refused('verification.not-authorised', { names: view.authorisations.missing.join('、') }) : undefined) },
      ],
    },
    'opinion': { title: '拟意见', stage: 'look', kind: 'open', tasks: [{ id: 'propose', title: '提出意见', actor: clerk, within: within(5, 'calendar') }],
      steps: [{ id: 'propose', title: '提出意见并公示', by: clerk, task: 'propose', to: 'notice', form: { id: 'place', title: '公示', sections: [{ id: 'a', title: '公示', fields: [field('place', '地点', 'text')] }] } }] },
    'notice': {
      title: '公示中', stage: 'show', kind: 'held', notice: { scope: 'town', limit: within(7, 'calendar'), upheld: 'again' },
      tasks: [{ id: 'decide', title: '决定', actor: approver, within: within(3) }],
      steps: [{ id: 'approve', title: '批准', by: approver, task: 'decide', to: 'approved', main: true }],
    },
    'again': { title: '重新调查', stage: 'look', kind: 'open', tasks: [{ id: 'again', title: '重新调查', actor: clerk, within: within(20) }],
      steps: [{ id: 'again', title: '重新调查完成', by: clerk, task: 'again', to: 'opinion' }] },
    'approved': { title: '已批准', stage: 'decide', kind: 'final', outcome: 'granted', tasks: [], steps: [] },
    'not-accepted': { title: '不予受理', stage: 'in', kind: 'final', outcome: 'not-accepted', tasks: [], steps: [] },
  },
});

/** 试验复核: looks at a grant again, keeps or ends it. */
const review = defineCaseProcedure({
  id: 'sample-review', title: '试验复核', kind: 'review', law: [law], applies: { division: '00', from, to: null }, start: 'looking',
  form: { id: 'sample-review', title: '复核', sections: [] },
  about: { benefit: 'sample-help', facts: (grant) => ({ ok: true, facts: grant.facts ?? { members: grant.members.map((member) => ({ key: member.key })) } }) },
  stages: [{ id: 'look', title: '复核' }],
  states: {
    'looking': { title: '复核中', stage: 'look', kind: 'open', tasks: [{ id: 'look', title: '复核', actor: approver, within: within(10) }],
      steps: [
        { id: 'keep', title: '继续发', by: approver, task: 'look', to: 'continued', main: true, effects: [decideGrant({ expected: 'continue', evidence: 'none' })] },
        { id: 'end', title: '停发', by: approver, task: 'look', to: 'ended', effects: [decideGrant({ expected: 'end', evidence: 'none' })] },
      ] },
    'continued': { title: '复核通过', stage: 'look', kind: 'final', outcome: 'continued', tasks: [], steps: [] },
    'ended': { title: '已停发', stage: 'look', kind: 'final', outcome: 'ended', tasks: [], steps: [] },
  },
});

export const sampleMatter: Matter = defineMatter({
  id: 'sample', title: '试验事项', law: [law], caseCode: 'SY', covers: [], benefits: [benefit], procedures: [procedure, review],
  authority: { accept: { title: '受理', level: 'town' }, confirm: { title: '审批', level: 'county' } },
});
export const sampleProcedure = procedure;

export const sampleRegistry = (): Promise<Registry> => Promise.resolve(makeRegistry({
  domains: [], values: [], matters: [{ file: 'src/domains/samples/sample/matter.ts', declaration: sampleMatter }],
}));
