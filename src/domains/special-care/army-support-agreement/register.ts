import { defineRegister, type Values } from '../../../kernel/contract/register.ts';
import { agreement } from '../../../kernel/records/shapes/agreement.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

const term = agreement(60);

export const armySupportAgreement = defineRegister({
  id: 'army-support-agreement', title: '拥军共建协议', unit: '份', series: 'NX',
  purpose: '哪些商会、协会、企业、社会组织和驻军单位签了约，约定做什么，做了没有，几时到期。',
  name: 'name',
  key: ['organisation', 'unitName', 'signedOn'],
  fields: [
    { key: 'name', title: '协议名称', kind: 'text', required: true, listed: true, searched: true },
    organisation('签约方'),
    { key: 'partyKind', title: '签约方类别', kind: 'choice', required: true, listed: true, counted: true, columns: ['单位类别'], options: [
      { value: 'chamber', title: '商会' }, { value: 'trade-association', title: '行业协会' }, { value: 'enterprise', title: '非公企业' }, { value: 'social-organisation', title: '其他社会组织' }, { value: 'other', title: '其他' }] },
    { key: 'unitName', title: '共建部队', kind: 'text', required: true, listed: true, maxLength: 100, columns: ['驻军单位', '军警部队'] },
    { key: 'items', title: '共建内容', kind: 'choices', required: true, counted: true, options: [
      { value: 'visits', title: '走访慰问' }, { value: 'jobs', title: '退役军人就业' }, { value: 'families', title: '随军家属就业' }, { value: 'training', title: '技能培训' }, { value: 'facilities', title: '营区设施' }, { value: 'schools', title: '军人子女助学' }, { value: 'culture', title: '文体共建' }, { value: 'hardship', title: '困难官兵帮扶' }] },
    { key: 'promised', title: '约定投入', kind: 'money', min: 0 },
    ...term.fields, ...contact, papers, note,
  ],
  states: term.states,
  subRecords: [{
    id: 'activities', title: '活动与帮扶', unit: '次', day: '日期',
    fields: [
      { key: 'item', title: '内容', kind: 'choice', required: true, options: [{ value: 'visits', title: '走访慰问' }, { value: 'jobs', title: '退役军人就业' }, { value: 'families', title: '随军家属就业' }, { value: 'training', title: '技能培训' }, { value: 'facilities', title: '营区设施' }, { value: 'schools', title: '军人子女助学' }, { value: 'culture', title: '文体共建' }, { value: 'hardship', title: '困难官兵帮扶' }] },
      { key: 'did', title: '做了什么', kind: 'text' },
      { key: 'people', title: '受益', kind: 'integer', unit: '人次', min: 0 },
      { key: 'aid', title: '款物折价', kind: 'money', min: 0 },
    ],
    totals: [{ key: 'activities', title: '活动', unit: '次', as: 'count' }, { key: 'beneficiaries', title: '受益', unit: '人次', as: 'sum', of: 'people' }, { key: 'aidTotal', title: '款物', as: 'sum', of: 'aid' }],
  }],
  derived: term.derived ?? [],
  checks: [
    ...(term.checks ?? []),
    { id: 'signed-first', title: '签订不晚于开始', then: 'refuse', test: ({ values }) => (typeof values['signedOn'] === 'string' && typeof values['startsOn'] === 'string' && values['startsOn'] < values['signedOn'] ? '开始日期不能早于签订日期。' : undefined) },
    { id: 'within-term', title: '活动在协议期内', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'activities' && outsideTerm(String(entry.values['day']), values) ? `这一天不在协议期（${String(values['startsOn'])}至${String(values['endsOn'])}）内。` : undefined) },
    { id: 'as-agreed', title: '活动在约定内容之内', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'activities' && Array.isArray(values['items']) && !values['items'].includes(entry.values['item']) ? '这次做的不在约定内容里。双方补充约定了的，先变更协议的共建内容，再记这一次。' : undefined) },
    { id: 'nothing-done', title: '签约后没有活动', then: 'warn', test: ({ values, totals, today, state }) => (state === 'running' && Number(totals['activities'] ?? 0) === 0 && typeof values['startsOn'] === 'string' && `${Number(values['startsOn'].slice(0, 4)) + 1}${values['startsOn'].slice(4)}` <= today ? '签约满一年，还没有一次活动。' : undefined) },
    { id: 'past-term', title: '到期仍在履行', then: 'warn', test: ({ values, today, state }) => (state === 'running' && typeof values['endsOn'] === 'string' && values['endsOn'] < today ? `协议${values['endsOn']}到期，请续签或记为到期终止。` : undefined) },
  ],
  reminders: [...(term.reminders ?? []), { id: 'quiet', title: '满半年没有活动', in: ['running'], due: { entries: 'activities', every: 6 } }],
  counts: [
    { id: 'chambers-signed', title: '签约共建商会、协会', unit: '个', definition: '当期签订共建协议的商会、行业协会，一个只数一次', of: { what: 'dated', on: 'signedOn', where: { partyKind: ['chamber', 'trade-association'] }, distinct: 'organisation' }, figures: ['zs2014-146'] },
    { id: 'signed', title: '当期签订协议', unit: '份', definition: '当期签订的共建协议，按签订日期', of: { what: 'dated', on: 'signedOn' } },
    ...([['chamber', '商会'], ['trade-association', '行业协会'], ['enterprise', '非公企业'], ['social-organisation', '其他社会组织'], ['other', '其他']] as const).map(([partyKind, title]) => ({ id: `signed-${partyKind}`, title: `当期签订协议：${title}`, unit: '份', of: { what: 'dated' as const, on: 'signedOn', where: { partyKind } } })),
    { id: 'running', title: '履行中的协议', unit: '份', of: { what: 'stock' } },
    { id: 'activities', title: '共建活动', unit: '次', of: { what: 'entries', sub: 'activities' } },
    { id: 'aid', title: '拥军款物', unit: '元', of: { what: 'entries', sub: 'activities', sum: 'aid' } },
  ],
  targets: [{ id: 'signed', title: '计划签约', count: 'signed' }],
  covers: ['S171'],
});

const outsideTerm = (day: string, values: Values): boolean => (typeof values['startsOn'] === 'string' && day < values['startsOn']) || (typeof values['endsOn'] === 'string' && day > values['endsOn']);
