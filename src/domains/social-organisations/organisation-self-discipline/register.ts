import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

export const selfDisciplineMeasure = defineRegister({
  id: 'self-discipline-measure', title: '社会组织廉洁自律', unit: '项', series: 'LJ',
  purpose: '哪些社会组织定了行业自律制度、成立了廉洁从业委员会，什么时候、由谁通过；以后还在不在。',
  holder: { kind: 'link', field: 'organisation' },
  name: 'title',
  key: ['organisation', 'measure', 'title'],
  fields: [
    { key: 'title', title: '制度或机构名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 100, columns: ['制度名称', '委员会名称'] },
    organisation('社会组织'),
    { key: 'organisationKind', title: '组织类别', kind: 'choice', required: true, listed: true, counted: true, columns: ['类型'], options: [{ value: 'industry-association', title: '行业协会商会' }, { value: 'association', title: '其他社会团体' }, { value: 'service-organisation', title: '民办非企业单位' }, { value: 'foundation', title: '基金会' }] },
    { key: 'measure', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'rule', title: '行业自律制度' }, { value: 'committee', title: '廉洁从业委员会' }, { value: 'pledge', title: '廉洁自律承诺' }] },
    { key: 'adoptedOn', title: '通过（成立）日期', kind: 'date', listed: true, indexed: true, columns: ['制定日期', '成立日期'] },
    { key: 'adoptedBy', title: '由谁通过', kind: 'choice', options: [{ value: 'assembly', title: '会员（代表）大会' }, { value: 'council', title: '理事会' }, { value: 'office', title: '办事机构' }] },
    { key: 'chair', title: '委员会主任', kind: 'person-name', help: '成立委员会的写' },
    { key: 'members', title: '委员人数', kind: 'integer', unit: '人', min: 1 },
    papers, note,
  ],
  states: {
    drafting: { title: '拟订', before: true },
    standing: { title: '施行', from: ['drafting'], needs: ['adoptedOn', 'adoptedBy'] },
    ended: { title: '废止（撤销）', from: ['standing'], ends: true },
  },
  subRecords: [{
    id: 'acts', title: '落实情况', unit: '次', day: '日期',
    fields: [
      { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'education', title: '警示教育' }, { value: 'self-check', title: '自查' }, { value: 'complaint', title: '受理举报' }, { value: 'handled', title: '处理违规' }] },
      { key: 'findings', title: '情况', kind: 'long-text', required: true },
      { key: 'outcome', title: '结果', kind: 'choice', required: true, options: [{ value: 'clean', title: '没有问题' }, { value: 'corrected', title: '已整改' }, { value: 'open', title: '未整改' }] },
    ],
    totals: [{ key: 'actsTaken', title: '落实', unit: '次', as: 'count' }, { key: 'uncorrected', title: '未整改', unit: '次', as: 'count', where: { outcome: 'open' } }],
  }],
  alongside: { same: ['organisation', 'measure'], order: 'adoptedOn' },
  checks: [
    { id: 'one-committee', title: '一个组织一个廉洁从业委员会', then: 'refuse', test: oneCommittee },
    { id: 'adopted-by-day', title: '通过日期已经到了', then: 'refuse', test: ({ values, today }) => (typeof values['adoptedOn'] === 'string' && values['adoptedOn'] > today ? '通过（成立）日期还没有到。没有通过的先记“拟订”，不写日期。' : undefined) },
    { id: 'committee-has-chair', title: '委员会有主任', then: 'refuse', entering: ['standing'], test: ({ values }) => (values['measure'] === 'committee' && (values['chair'] === undefined || values['members'] === undefined) ? '成立廉洁从业委员会要写主任和委员人数。' : undefined) },
    { id: 'all-corrected', title: '发现的问题都已整改', then: 'warn', test: ({ totals }) => (Number(totals['uncorrected'] ?? 0) > 0 ? `有 ${totals['uncorrected']} 次发现问题还没有整改。` : undefined) },
  ],
  reminders: [{ id: 'idle', title: '一年没有落实情况', in: ['standing'], due: { entries: 'acts', every: 12 } }],
  counts: [
    { id: 'organisations-with-rule', title: '制定行业自律制度的社会组织', unit: '个', of: { what: 'stock', where: { measure: 'rule' }, distinct: 'organisation' }, definition: '有施行中自律制度的社会组织，一个组织几项制度算一个', figures: ['gz2014-054'] },
    { id: 'committees', title: '成立廉洁从业委员会的行业协会', unit: '家', of: { what: 'stock', where: { measure: 'committee', organisationKind: 'industry-association' }, distinct: 'organisation' }, figures: ['gz2014-055'] },
    { id: 'rules', title: '施行中的行业自律制度', unit: '项', of: { what: 'stock', where: { measure: 'rule' } } },
    { id: 'rules-adopted', title: '当期制定行业自律制度', unit: '项', of: { what: 'opened', where: { measure: 'rule' } } },
    { id: 'committees-set-up', title: '当期成立廉洁从业委员会', unit: '个', of: { what: 'opened', where: { measure: 'committee' } } },
    { id: 'ended', title: '当期废止（撤销）', unit: '项', of: { what: 'ended' } },
    { id: 'acts', title: '当期落实', unit: '次', of: { what: 'entries', sub: 'acts' } },
  ],
  covers: ['S107'],
});

/** A committee set up stands until it is dissolved; the next comes after it. Rules an organisation may have several of. */
export function oneCommittee({ values, state, alongside }: Pick<RecordSeen, 'values' | 'state' | 'alongside'>): string | undefined {
  return values['measure'] === 'committee' && state !== 'ended' && alongside.some((one) => one.state === 'standing') ? '这个组织已有廉洁从业委员会。换人、换届在原来那一条里变更；撤销了才登记新的。' : undefined;
}
