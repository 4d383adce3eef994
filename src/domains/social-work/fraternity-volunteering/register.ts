import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 品牌: a programme that people know by its name. */
export const volunteerBrand = defineRegister({
  id: 'volunteer-brand', title: '博爱行动义工服务品牌', unit: '个', series: 'HA',
  purpose: '“情暖夕阳”“邻里互助”这些义工品牌：谁在牵头、做了哪些服务、多少义工参加。',
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '品牌名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 60 },
    { key: 'theme', title: '服务方向', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'elderly', title: '为老服务' }, { value: 'neighbours', title: '邻里互助' }, { value: 'children', title: '儿童青少年' }, { value: 'disabled', title: '助残' }, { value: 'environment', title: '环境保护' }, { value: 'migrants', title: '异地务工人员' }, { value: 'other', title: '其他' }] },
    { key: 'scope', title: '开展范围', kind: 'choice', required: true, counted: true, options: [{ value: 'city', title: '全市' }, { value: 'town', title: '镇街' }, { value: 'village', title: '社区' }] },
    organisation('牵头单位', false),
    { key: 'launchedOn', title: '启动日期', kind: 'date', listed: true, indexed: true },
    { key: 'socialWorker', title: '联动社工', kind: 'person-name', help: '“社工+义工”联动的写' },
    { key: 'aim', title: '服务内容', kind: 'long-text' },
    ...contact, papers, note,
  ],
  states: {
    planned: { title: '策划', before: true },
    running: { title: '开展', from: ['planned'], needs: ['launchedOn'] },
    ended: { title: '结束', ends: true },
  },
  subRecords: [{
    id: 'services', title: '服务', unit: '次', day: '服务日期',
    fields: [
      { key: 'content', title: '内容', kind: 'text', required: true, maxLength: 100 },
      { key: 'volunteers', title: '参加义工', kind: 'integer', unit: '人次', required: true, min: 1 },
      { key: 'hours', title: '服务时数合计', kind: 'number', decimals: 1, unit: '小时', required: true, min: 0 },
      { key: 'served', title: '服务对象', kind: 'integer', unit: '人次', required: true, min: 0 },
    ],
    totals: [{ key: 'servicesHeld', title: '服务', unit: '次', as: 'count' }, { key: 'hoursTotal', title: '服务时数', unit: '小时', as: 'sum', of: 'hours' }, { key: 'servedTotal', title: '服务人次', unit: '人次', as: 'sum', of: 'served' }],
  }],
  checks: [{ id: 'served-after-launch', title: '启动以后才有服务', then: 'refuse', test: ({ entry, state, values }) => (entry?.of === 'services' && (state === 'planned' || (typeof values['launchedOn'] === 'string' && String(entry.values['day'] ?? '') < values['launchedOn'])) ? '那一天品牌还没有启动，不能登记服务。' : undefined) }],
  reminders: [{ id: 'quiet', title: '义工品牌三个月没有服务', in: ['running'], due: { entries: 'services', every: 3 } }],
  counts: [
    { id: 'brands', title: '义工服务品牌', unit: '个', of: { what: 'stock' } },
    { id: 'services', title: '博爱行动服务', unit: '次', of: { what: 'entries', sub: 'services' } },
    { id: 'hours', title: '博爱行动服务时数', unit: '小时', of: { what: 'entries', sub: 'services', sum: 'hours' } },
    { id: 'turns', title: '博爱行动参加义工人次', unit: '人次', of: { what: 'entries', sub: 'services', sum: 'volunteers' } },
    { id: 'served', title: '博爱行动服务人次', unit: '人次', of: { what: 'entries', sub: 'services', sum: 'served' } },
  ],
  covers: ['S125'],
});

/** 博爱行动义工: one record a person, so that nobody is a new volunteer twice. */
export const brandVolunteer = defineRegister({
  id: 'brand-volunteer', title: '博爱行动义工', unit: '名', series: 'HAY',
  purpose: '参加博爱行动的义工，每人一条：什么时候加入、主要在哪个品牌；今年新发展了多少，离目标还差多少。',
  holder: { kind: 'person', title: '义工' },
  key: ['person'],
  alongside: { same: ['person'], order: 'joinedOn' },
  fields: [
    { key: 'brand', title: '主要参加的品牌', kind: 'link', to: 'volunteer-brand', required: true, listed: true, counted: true },
    { key: 'joinedOn', title: '加入日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['登记日期'] },
    { key: 'volunteerNumber', title: '义工证号', kind: 'text', listed: true, maxLength: 40 },
    { key: 'phone', title: '联系电话', kind: 'phone', sensitive: true },
    { key: 'skills', title: '特长', kind: 'choices', counted: true, options: [{ value: 'care', title: '陪护' }, { value: 'teaching', title: '教学' }, { value: 'medical', title: '医疗' }, { value: 'repair', title: '维修' }, { value: 'arts', title: '文艺' }, { value: 'legal', title: '法律' }, { value: 'driving', title: '驾驶' }] },
    { key: 'leftOn', title: '退出日期', kind: 'date' },
    note,
  ],
  states: { joined: { title: '在册', from: ['left'] }, left: { title: '退出', from: ['joined'], ends: true, needs: ['leftOn'] } },
  checks: [
    { id: 'joined-before-left', title: '退出不早于加入', then: 'refuse', test: { left: 'leftOn', is: '>=', right: 'joinedOn', sentence: '退出日期不能早于加入日期。' } },
    { id: 'one-record-each', title: '一人一条', then: 'refuse', test: ({ alongside }) => (alongside.length > 0 ? `这个人已经是博爱行动义工${alongside.some((one) => one.state === 'joined') ? '' : '（退出过，请把那一条转回“在册”）'}，不再算新发展。` : undefined) },
  ],
  counts: [
    { id: 'new-volunteers', title: '新发展博爱行动义工', unit: '名', of: { what: 'opened', distinct: 'person' }, definition: '当期加入的义工，一人一次；退出又回来的不再算', figures: ['zs2014-157'] },
    { id: 'volunteers', title: '在册博爱行动义工', unit: '名', of: { what: 'stock', distinct: 'person' } },
    { id: 'left', title: '当期退出', unit: '名', of: { what: 'ended', states: ['left'] } },
  ],
  targets: [{ id: 'new-volunteers', title: '计划发展博爱行动义工', count: 'new-volunteers' }],
  covers: ['S125'],
});
