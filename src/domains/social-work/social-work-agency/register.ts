import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { contractsRunning, lastYearShare } from './social-share.ts';

export const socialWorkAgency = defineRegister({
  id: 'social-work-agency', title: '民办社工机构', unit: '家', series: 'JG',
  purpose: '登记的社会组织里哪些是民办社工机构：有多少社工、能做什么、签了哪些合同、自己有什么家当、社会资金占多少。',
  holder: { kind: 'link', field: 'organisation' },
  name: 'organisation',
  key: ['organisation'],
  alongside: { same: ['organisation'], order: 'registeredOn' },
  fields: [
    organisation('社工机构'),
    { key: 'registeredOn', title: '登记日期', kind: 'date', listed: true, indexed: true, columns: ['成立日期'] },
    { key: 'registrar', title: '登记级别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'city', title: '市级' }, { value: 'county', title: '区县级' }] },
    { key: 'fields', title: '服务领域', kind: 'choices', counted: true, columns: ['业务范围'], options: [
      { value: 'family', title: '家庭综合' }, { value: 'elderly', title: '为老' }, { value: 'youth', title: '青少年' }, { value: 'disabled', title: '残障' }, { value: 'correction', title: '司法矫正' }, { value: 'drug', title: '禁毒' }, { value: 'school', title: '学校' }, { value: 'health', title: '医务' }, { value: 'enterprise', title: '企业' }, { value: 'disaster', title: '灾害' }] },
    { key: 'staff', title: '员工', kind: 'integer', unit: '人', min: 0, listed: true, columns: ['员工人数', '从业人员'] },
    { key: 'socialWorkers', title: '持证社工', kind: 'integer', unit: '人', min: 0, listed: true, columns: ['持证人数'] },
    { key: 'supervisors', title: '督导', kind: 'integer', unit: '人', min: 0 },
    { key: 'grade', title: '评估等级', kind: 'choice', counted: true, options: [{ value: '5a', title: '5A级' }, { value: '4a', title: '4A级' }, { value: '3a', title: '3A级' }, { value: '2a', title: '2A级' }, { value: '1a', title: '1A级' }] },
    ...contact, papers, note,
  ],
  states: {
    preparing: { title: '筹备', before: true },
    registered: { title: '存续', from: ['preparing'], needs: ['registeredOn'] },
    cancelled: { title: '注销', from: ['registered'], ends: true },
    revoked: { title: '撤销', from: ['registered'], ends: true },
  },
  subRecords: [
    {
      id: 'contracts', title: '服务合同', unit: '份', day: '签订日期', inRules: true,
      fields: [
        { key: 'purchaser', title: '购买方', kind: 'text', required: true, maxLength: 60 },
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'comprehensive', title: '综合' }, { value: 'special', title: '专项' }, { value: 'post', title: '岗位' }] },
        { key: 'amount', title: '合同金额', kind: 'money', required: true, min: 0 },
        { key: 'endsOn', title: '到期日期', kind: 'date' },
      ],
      totals: [{ key: 'contractCount', title: '合同', unit: '份', as: 'count' }, { key: 'contractMoney', title: '合同金额', as: 'sum', of: 'amount' }],
    },
    {
      id: 'assets', title: '自有资产', unit: '项', day: '取得日期',
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'premises', title: '物业' }, { value: 'equipment', title: '设备' }, { value: 'vehicle', title: '车辆' }, { value: 'other', title: '其他' }] },
        { key: 'asset', title: '名称', kind: 'text', required: true, maxLength: 60 },
        { key: 'worth', title: '原值', kind: 'money', required: true, min: 0 },
        { key: 'held', title: '现在还有', kind: 'yes-no', required: true },
      ],
      totals: [{ key: 'assetWorth', title: '自有资产', as: 'sum', of: 'worth', where: { held: true } }],
    },
    {
      id: 'income', title: '收入', unit: '笔', day: '年末日', key: ['day', 'source'], inRules: true,
      fields: [
        { key: 'source', title: '来源', kind: 'choice', required: true, options: [{ value: 'government', title: '政府购买' }, { value: 'donation', title: '社会捐赠' }, { value: 'foundation', title: '基金会资助' }, { value: 'fees', title: '服务收费' }, { value: 'other-social', title: '其他社会资金' }] },
        { key: 'amount', title: '金额', kind: 'money', required: true, min: 0 },
      ],
      totals: [{ key: 'incomeAll', title: '收入合计', as: 'sum', of: 'amount' }, { key: 'incomeGovernment', title: '政府购买收入', as: 'sum', of: 'amount', where: { source: 'government' } }],
    },
  ],
  derived: [
    { key: 'socialShare', title: '社会资金占比（最近报的一年）', kind: 'number', unit: '%', listed: true, value: ({ entries }) => lastYearShare(entries?.['income'] ?? []) },
    { key: 'contractsRunning', title: '履行中的合同', kind: 'integer', unit: '份', value: ({ entries, today }) => contractsRunning(entries?.['contracts'] ?? [], today) },
  ],
  checks: [
    { id: 'workers-of-staff', title: '持证社工不多于员工', then: 'refuse', test: { left: 'socialWorkers', is: '<=', right: 'staff', sentence: '持证社工比员工多。请核对两个数。' } },
    { id: 'contract-in-order', title: '合同到期不早于签订', then: 'refuse', test: ({ entry }) => (entry?.of === 'contracts' && typeof entry.values['endsOn'] === 'string' && typeof entry.values['day'] === 'string' && entry.values['endsOn'] < entry.values['day'] ? '合同到期日期早于签订日期。请核对。' : undefined) },
    { id: 'marked-once', title: '一个单位标一次', then: 'warn', test: ({ alongside, state }) => (state === 'registered' && alongside.some((one) => one.state === 'registered') ? '这个单位已经标成社工机构了，家数只算一次；员工会重复加，请撤回一条。' : undefined) },
    { id: 'capability-written', title: '存续的机构写明服务领域和人员', then: 'warn', test: ({ values, state }) => (state === 'registered' && (values['fields'] === undefined || values['staff'] === undefined) ? '还没有写服务领域或员工人数。' : undefined) },
  ],
  reminders: [{ id: 'income-year', title: '一年没有报收入', in: ['registered'], due: { entries: 'income', every: 12 } }],
  counts: [
    { id: 'agencies', title: '民办社工机构数', unit: '家', of: { what: 'stock', distinct: 'organisation' }, definition: '登记并存续的社会组织中标为社工机构的，一个单位一家', figures: ['gz2014-066', 'zs2014-084'] },
    { id: 'new', title: '新设民办社工机构', unit: '家', of: { what: 'opened', distinct: 'organisation' }, definition: '当期登记的，一个单位一家', figures: ['sz2007-002'] },
    { id: 'staff', title: '社工机构员工', unit: '人', of: { what: 'stock', sum: 'staff' } },
    { id: 'certified-share', title: '持证社工占员工', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', sum: 'socialWorkers' }, over: { what: 'stock', sum: 'staff' }, definition: '持证社工 ÷ 员工' },
    { id: 'contract-money', title: '当期签订服务合同金额', unit: '元', of: { what: 'entries', sub: 'contracts', sum: 'amount' } },
    { id: 'social-share', title: '社工机构社会资金占比', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'entries', sub: 'income', where: { source: ['donation', 'foundation', 'fees', 'other-social'] }, sum: 'amount' }, over: { what: 'entries', sub: 'income', sum: 'amount' }, definition: '政府购买以外的收入 ÷ 全部收入' },
  ],
  targets: [{ id: 'agencies', title: '计划发展社工机构', count: 'agencies' }],
  covers: ['S117'],
});
