import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { agreement } from '../../../kernel/records/shapes/agreement.ts';
import { contact, note, organisation, paper, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';

const linkage = agreement(60);
const services = [{ value: 'meals', title: '送餐助餐' }, { value: 'bathing', title: '助浴' }, { value: 'nursing', title: '上门护理' }, { value: 'rehabilitation', title: '康复' }, { value: 'day-care', title: '日间照料' }, { value: 'training', title: '照护者培训' }, { value: 'visits', title: '探访' }] as const;

/** Persons served are not more than the times they were served. */
export function timesNotFewerThanPersons({ entry }: Pick<RecordSeen, 'entry'>): string | undefined {
  return entry?.of === 'outreach' && Number(entry.values['times']) < Number(entry.values['persons']) ? '服务人次不会少于服务的人数。' : undefined;
}

/** Outreach is of a service the agreement names, within its term, and not of a day to come. Pure. */
export function outreachAsAgreed({ values, entry, today }: Pick<RecordSeen, 'values' | 'entry' | 'today'>): string | undefined {
  if (entry?.of !== 'outreach') return undefined;
  const day = String(entry.values['day'] ?? '');
  if (day > today) return '服务日期还没有到。';
  if (day < String(values['startsOn']) || day > String(values['endsOn'])) return `协议从 ${String(values['startsOn'])} 到 ${String(values['endsOn'])}，这一天不在协议期内。`;
  const agreed = Array.isArray(values['services']) ? values['services'] as readonly unknown[] : [];
  return agreed.includes(entry.values['service']) ? undefined : '协议里没有这项服务。先变更协议的服务项目，再登记。';
}

/** 院社联动协议: a home that reaches out into the communities around it. */
export const linkageAgreement = defineRegister({
  id: 'linkage-agreement', title: '院社联动协议', unit: '份', series: 'YSLD',
  purpose: '哪家养老机构和哪几个社区联动、送哪些服务出院，每月做了多少，协议何时到期。',
  law: [elderRightsLaw('第三十七条')],
  holder: { kind: 'link', field: 'organisation' },
  name: 'home',
  key: ['home', 'startsOn'],
  fields: [
    { key: 'home', title: '养老机构', kind: 'text', required: true, listed: true, searched: true, columns: ['机构名称'] },
    organisation('机构法人'),
    { key: 'centre', title: '居家养老服务中心', kind: 'link', to: 'home-care-centre' },
    { key: 'services', title: '服务项目', kind: 'choices', required: true, listed: true, counted: true, options: services },
    { key: 'staff', title: '外展人员', kind: 'integer', unit: '人', min: 0 },
    ...linkage.fields, ...contact, ...whereItIs, papers, note,
  ],
  states: linkage.states,
  subRecords: [
    {
      id: 'communities', title: '联动社区', unit: '个', day: '加入日期', key: ['community'],
      fields: [
        { key: 'community', title: '社区', kind: 'division', required: true, columns: ['村（居）'] },
        { key: 'elders', title: '社区老年人', kind: 'integer', unit: '人', min: 0 },
        { key: 'contactName', title: '社区联系人', kind: 'person-name' },
        { key: 'withdrew', title: '已退出', kind: 'yes-no' },
      ],
      totals: [{ key: 'communityCount', title: '联动社区', unit: '个', as: 'distinct', of: 'community', where: { withdrew: false } }],
    },
    {
      id: 'outreach', title: '外展服务', unit: '次', day: '服务日期（或月末日）', key: ['day', 'community', 'service'],
      fields: [
        { key: 'community', title: '社区', kind: 'division', required: true, among: { sub: 'communities', field: 'community', where: { withdrew: false } }, help: '联动的社区' },
        { key: 'service', title: '服务', kind: 'choice', required: true, options: services },
        { key: 'persons', title: '服务老人', kind: 'integer', unit: '人', required: true, min: 0 },
        { key: 'times', title: '服务人次', kind: 'integer', unit: '人次', required: true, min: 0 },
      ],
      totals: [{ key: 'timesTotal', title: '外展服务', unit: '人次', as: 'sum', of: 'times' }],
    },
  ],
  derived: linkage.derived ?? [],
  checks: [
    ...(linkage.checks ?? []),
    { id: 'as-agreed', title: '外展服务照协议', then: 'refuse', test: outreachAsAgreed },
    { id: 'times', title: '人次不少于人数', then: 'refuse', test: timesNotFewerThanPersons },
    { id: 'has-community', title: '至少联动一个社区', then: 'warn', test: ({ totals }) => (Number(totals['communityCount'] ?? 0) === 0 ? '还没有登记联动的社区。' : undefined) },
  ],
  reminders: [...(linkage.reminders ?? []), { id: 'quiet', title: '两个月没有外展服务', in: ['running'], due: { entries: 'outreach', every: 2 } }],
  counts: [
    { id: 'homes', title: '院社联动养老机构', unit: '家', of: { what: 'stock', distinct: 'organisation' } },
    { id: 'agreements', title: '院社联动协议', unit: '份', of: { what: 'stock' } },
    { id: 'communities', title: '当期加入的联动社区', unit: '个', of: { what: 'entries', sub: 'communities', distinct: 'community' } },
    { id: 'communities-served', title: '当期有外展服务的社区', unit: '个', of: { what: 'entries', sub: 'outreach', distinct: 'community' } },
    { id: 'times', title: '外展服务', unit: '人次', of: { what: 'entries', sub: 'outreach', sum: 'times' } },
  ],
  targets: [{ id: 'agreements', title: '计划联动', count: 'agreements' }],
  covers: ['S071'],
});

const lent = agreement(90);

/** 国有房产安排: premises of the state given over to care for old people at home: by allotment, by lease, or as idle rooms. */
export const allottedPremises = defineRegister({
  id: 'allotted-premises', title: '居家养老用房安排', unit: '处', series: 'BFC',
  purpose: '优先安排给社区居家养老的国有房产、闲置设施：谁的房、怎么给的、给谁用、用到哪天、是不是真在用。',
  law: [elderRightsLaw('第四十条')],
  holder: { kind: 'link', field: 'organisation' },
  name: 'premises',
  key: ['premises', 'startsOn'],
  fields: [
    { key: 'premises', title: '房产名称', kind: 'text', required: true, listed: true, searched: true, columns: ['物业', '房屋地址'] },
    { key: 'facility', title: '场所设施', kind: 'link', to: 'facility', help: '场所设施台账里有的，链接过来' },
    { key: 'owner', title: '产权单位', kind: 'text', required: true, columns: ['业主'] },
    organisation('使用单位'),
    { key: 'centre', title: '居家养老服务中心', kind: 'link', to: 'home-care-centre' },
    { key: 'manner', title: '安排方式', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'allotted', title: '划拨' }, { value: 'leased', title: '租赁' }, { value: 'free', title: '无偿借用' }] },
    { key: 'kind', title: '房产类别', kind: 'choice', required: true, counted: true, options: [{ value: 'state', title: '国有房产' }, { value: 'idle', title: '闲置设施' }, { value: 'collective', title: '集体物业' }] },
    { key: 'area', title: '建筑面积', kind: 'number', unit: '平方米', required: true, listed: true, min: 0, columns: ['面积'] },
    { key: 'annualRent', title: '年租金', kind: 'money', min: 0 },
    { key: 'marketRent', title: '同类市场年租金', kind: 'money', min: 0 },
    ...lent.fields, ...paper, ...whereItIs, papers, note,
  ],
  states: { agreed: { title: '已定，未交付', before: true }, running: { title: '使用中', from: ['agreed'] }, ended: { title: '到期收回', ends: true }, terminated: { title: '提前收回', ends: true } },
  subRecords: [{
    id: 'inspections', title: '用途检查', unit: '次', day: '检查日期', key: ['day'],
    fields: [{ key: 'asAgreed', title: '用于居家养老', kind: 'yes-no', required: true }, { key: 'foundUse', title: '实际用途', kind: 'text' }, { key: 'by', title: '检查人', kind: 'text' }],
    totals: [{ key: 'misuses', title: '改作他用', unit: '次', as: 'count', where: { asAgreed: false } }, { key: 'lastAsAgreed', title: '最近一次用于居家养老', as: 'last', of: 'asAgreed' }],
  }],
  derived: [...(lent.derived ?? []), { key: 'rentSpared', title: '年减租', kind: 'money', value: ({ values }) => (typeof values['annualRent'] === 'number' && typeof values['marketRent'] === 'number' ? values['marketRent'] - values['annualRent'] : undefined) }],
  checks: [
    ...(lent.checks ?? []),
    { id: 'leased-has-rent', title: '租赁写租金', then: 'refuse', test: ({ values }) => (values['manner'] === 'leased' && values['annualRent'] === undefined ? '租赁的要写年租金。' : undefined) },
    { id: 'misuse', title: '不得改作他用', law: elderRightsLaw('第四十条'), then: 'warn', test: ({ totals, state }) => (state === 'running' && totals['lastAsAgreed'] === 'false' ? '最近一次检查没有用于居家养老，要改正或收回。' : undefined) },
  ],
  reminders: [...(lent.reminders ?? []), { id: 'inspect', title: '满一年没有检查用途', in: ['running'], due: { entries: 'inspections', every: 12 } }],
  counts: [
    { id: 'premises', title: '安排给居家养老的房产', unit: '处', of: { what: 'stock' } },
    { id: 'state-premises', title: '其中国有房产', unit: '处', of: { what: 'stock', where: { kind: 'state' } } },
    { id: 'idle-premises', title: '其中闲置设施', unit: '处', of: { what: 'stock', where: { kind: 'idle' } } },
    { id: 'allotted', title: '其中划拨', unit: '处', of: { what: 'stock', where: { manner: 'allotted' } } },
    { id: 'leased', title: '其中租赁', unit: '处', of: { what: 'stock', where: { manner: 'leased' } } },
    { id: 'area', title: '安排的建筑面积', unit: '平方米', of: { what: 'stock', sum: 'area' } },
    { id: 'new', title: '当期新安排', unit: '处', of: { what: 'opened' } },
  ],
  covers: ['S071'],
});
