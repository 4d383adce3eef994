import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** States in which it is on the list, or on its way there. */
const OPEN: ReadonlySet<string> = new Set(['candidate', 'listed']);

/** 重点培育名录: organisations the bureau brings up first, as hubs or for an industry it wants. */
export const keyOrganisation = defineRegister({
  id: 'key-organisation', title: '重点培育社会组织', unit: '家', series: 'KP',
  purpose: '重点培育的行业协会商会和枢纽型社会组织：为什么列入、给了什么扶持、什么时候复核。',
  holder: { kind: 'link', field: 'organisation' },
  name: 'organisation',
  key: ['organisation', 'listKind'],
  fields: [
    organisation('社会组织'),
    { key: 'listKind', title: '类型', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'industry', title: '行业协会商会' }, { value: 'hub', title: '枢纽型社会组织' }, { value: 'migrant-worker-service', title: '异地务工人员服务组织' }, { value: 'community-life', title: '城乡基层群众生活类' }] },
    { key: 'industry', title: '行业', kind: 'choice', listed: true, counted: true, options: [{ value: 'smart-manufacturing', title: '智能制造' }, { value: 'environment', title: '节能环保' }, { value: 'new-energy', title: '新能源装备' }, { value: 'traditional', title: '传统优势产业' }, { value: 'service', title: '现代服务业' }, { value: 'other', title: '其他' }] },
    { key: 'why', title: '列入理由', kind: 'long-text' },
    { key: 'listedOn', title: '列入日期', kind: 'date', listed: true, indexed: true },
    { key: 'lookAgainOn', title: '复核日期', kind: 'date', listed: true },
    papers, note,
  ],
  states: {
    candidate: { title: '候选', before: true },
    listed: { title: '重点培育', from: ['candidate'], needs: ['listedOn', 'why', 'lookAgainOn'] },
    graduated: { title: '培育完成', from: ['listed'], ends: true },
    removed: { title: '移出', ends: true },
  },
  subRecords: [{
    id: 'support', title: '扶持', unit: '次', day: '日期',
    fields: [
      { key: 'kind', title: '方式', kind: 'choice', required: true, options: [{ value: 'money', title: '资金' }, { value: 'place', title: '场地' }, { value: 'training', title: '培训' }, { value: 'project', title: '购买项目' }, { value: 'advice', title: '指导' }] },
      { key: 'amount', title: '金额', kind: 'money', min: 0 },
      { key: 'content', title: '内容', kind: 'text', maxLength: 100 },
    ],
    totals: [{ key: 'supported', title: '扶持', unit: '次', as: 'count' }, { key: 'supportMoney', title: '扶持金额', as: 'sum', of: 'amount' }],
  }],
  alongside: { same: ['organisation', 'listKind'], order: 'listedOn' },
  checks: [
    { id: 'listed-once', title: '一个组织同一类型只列一次', then: 'refuse', test: ({ state, alongside }) => (OPEN.has(state) && alongside.some((one) => OPEN.has(one.state)) ? '这个组织已在名录（或候选）里了。请在原来那一条里办。' : undefined) },
    { id: 'look-again-after', title: '复核日期在列入之后', then: 'refuse', test: { left: 'lookAgainOn', is: '>', right: 'listedOn', sentence: '复核日期要在列入日期之后。' } },
    { id: 'industry-named', title: '行业协会商会写行业', then: 'refuse', test: ({ values }) => (values['listKind'] === 'industry' && values['industry'] === undefined ? '行业协会商会要写行业。' : undefined) },
  ],
  reminders: [{ id: 'again', title: '重点培育名录到复核日期', in: ['listed'], due: { field: 'lookAgainOn', before: 30 } }],
  counts: [
    { id: 'listed', title: '重点培育的社会组织', unit: '家', of: { what: 'stock' } },
    { id: 'hubs', title: '枢纽型社会组织', unit: '家', of: { what: 'stock', where: { listKind: 'hub' } } },
    { id: 'emerging', title: '优势、战略性新兴产业行业协会商会', unit: '家', of: { what: 'stock', where: { listKind: 'industry', industry: ['smart-manufacturing', 'environment', 'new-energy'] } }, definition: '智能制造、节能环保、新能源装备行业的' },
    { id: 'industry-associations', title: '重点培育的行业协会商会', unit: '家', of: { what: 'stock', where: { listKind: 'industry' } } },
    { id: 'graduated', title: '当期培育完成', unit: '家', of: { what: 'ended', states: ['graduated'] } },
    { id: 'support-money', title: '当期扶持金额', unit: '元', of: { what: 'entries', sub: 'support', sum: 'amount' } },
  ],
  covers: ['S113'],
});
