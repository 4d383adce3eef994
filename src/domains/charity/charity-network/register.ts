import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';

export const charityBody = defineRegister({
  id: 'charity-body', title: '慈善组织', unit: '个', series: 'MC',
  purpose: '慈善会、慈善书院、联合会、基金会各有几个，在哪一级；哪个区镇还没有慈善会；哪一个是全国、全省首个，凭什么说。',
  name: 'name',
  key: ['name'],
  alongside: { same: ['kind', 'firstScope'], order: 'foundedOn' },
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 100, columns: ['组织名称', '单位名称', '慈善会名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, columns: ['组织类别'], options: [
      { value: 'society', title: '慈善会' }, { value: 'academy', title: '慈善书院' }, { value: 'federation', title: '公益慈善组织联合会' }, { value: 'foundation', title: '基金会' }, { value: 'other', title: '其他' }] },
    { key: 'level', title: '层级', kind: 'choice', required: true, listed: true, counted: true, columns: ['级别'], options: [
      { value: 'city', title: '市级' }, { value: 'county', title: '区县级' }, { value: 'town', title: '镇街级' }, { value: 'village', title: '村居级' }] },
    organisation('登记的单位', false),
    { key: 'foundedOn', title: '成立日期', kind: 'date', listed: true, columns: ['成立时间'] },
    { key: 'firstScope', title: '首创范围', kind: 'choice', counted: true, help: '不是首创的空着', options: [{ value: 'country', title: '全国首个' }, { value: 'province', title: '全省首个' }, { value: 'city', title: '全市首个' }] },
    { key: 'firstRank', title: '首创位次', kind: 'integer', min: 1, help: '是首创的写，首个写 1' },
    { key: 'firstSource', title: '首创依据', kind: 'text', help: '谁在哪份文件、哪篇报道里认的' },
    { key: 'firstProof', title: '首创证明', kind: 'files' },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    preparing: { title: '筹建', before: true },
    active: { title: '存续', from: ['preparing'], needs: ['foundedOn'] },
    closed: { title: '注销', from: ['active'], ends: true },
    dropped: { title: '不再筹建', from: ['preparing'], ends: true },
  },
  subRecords: [{
    id: 'network-work', title: '动员与服务', unit: '次', day: '日期',
    fields: [
      { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'campaign', title: '劝募动员' }, { value: 'relief', title: '救助' }, { value: 'meeting', title: '联席会议' }, { value: 'training', title: '培训' }, { value: 'other', title: '其他' }] },
      { key: 'work', title: '内容', kind: 'text', required: true },
      { key: 'people', title: '参加人次', kind: 'integer', unit: '人次', min: 0 },
    ],
    totals: [{ key: 'workTimes', title: '动员与服务', unit: '次', as: 'count' }, { key: 'workPeople', title: '参加人次', unit: '人次', as: 'sum', of: 'people' }],
  }],
  checks: [
    { id: 'claim-with-source', title: '首创要写位次和依据', then: 'refuse', test: ({ values }) => (values['firstScope'] !== undefined && (values['firstRank'] === undefined || values['firstSource'] === undefined) ? '写了首创范围，请把首创位次和依据（文件、报道）也写上。' : undefined) },
    { id: 'claimed-once', title: '一个首个', then: 'refuse', test: ({ values, alongside }) => (typeof values['firstRank'] === 'number' && alongside.some((one) => one.values['firstRank'] === values['firstRank']) ? `同一范围、同一类的第${values['firstRank']}个已经有了。请核对首创位次。` : undefined) },
    { id: 'claim-with-proof', title: '首创附证明', then: 'warn', test: ({ values }) => (values['firstScope'] !== undefined && values['firstProof'] === undefined ? '首创还没有附证明。' : undefined) },
    { id: 'registered', title: '存续的组织链接到登记的单位', then: 'warn', test: ({ values, state }) => (state === 'active' && values['organisation'] === undefined ? '还没有链接到登记的单位。' : undefined) },
  ],
  reminders: [{ id: 'preparing-long', title: '筹建满半年，问一问进展', in: ['preparing'], due: { standing: 180 } }],
  counts: [
    { id: 'active', title: '慈善组织数', unit: '个', of: { what: 'stock' } },
    { id: 'founded', title: '当期成立', unit: '个', of: { what: 'opened' } },
    { id: 'society-levels', title: '慈善动员网络层级数', unit: '级', definition: '有存续慈善会的层级（市、区县、镇街、村居）有几个', of: { what: 'stock', where: { kind: 'society' }, distinct: 'level' }, figures: ['sz2007-031'] },
    { id: 'counties-without', title: '未成立慈善会的区', unit: '个区', definition: '区划里没有存续的区县级慈善会的区县；成立之日即不在其内。不设区的市是 0', of: { what: 'stock', divisions: 'county', lacking: true, where: { kind: 'society', level: 'county' } }, figures: ['sz2007-030'] },
    { id: 'towns-without', title: '未成立慈善会的镇街', unit: '个', definition: '区划里没有存续的镇街级慈善会的镇街', of: { what: 'stock', divisions: 'town', lacking: true, where: { kind: 'society', level: 'town' } } },
    { id: 'town-coverage', title: '镇街慈善会覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '有存续慈善会的镇街数 ÷ 全部镇街数', of: { what: 'stock', where: { kind: 'society', level: 'town' }, distinct: 'town' }, over: { what: 'stock', divisions: 'town' } },
    { id: 'first-academy', title: '慈善书院首创位次（全国）', unit: '位', definition: '当期成立、有依据的全国首创慈善书院的位次；首个为 1', of: { what: 'opened', where: { kind: 'academy', firstScope: 'country' }, sum: 'firstRank' }, figures: ['gz2014-073'] },
    { id: 'first-federation', title: '公益慈善组织联合会首创位次（全省）', unit: '位', definition: '当期成立、有依据的全省首创公益慈善组织联合会的位次；首个为 1', of: { what: 'opened', where: { kind: 'federation', firstScope: 'province' }, sum: 'firstRank' }, figures: ['gz2014-074'] },
  ],
  targets: [{ id: 'societies', title: '计划建成', count: 'active' }],
  expected: { every: 'town', title: '没有慈善会的镇街', where: { kind: 'society' } },
  events: [{ id: 'charity-first', title: '慈善组织成立，是首创的记入荣誉', entering: ['active'], to: 'S225' }],
  covers: ['S135'],
});
