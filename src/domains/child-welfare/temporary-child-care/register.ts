import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { ARTICLE_NOT_READ, minorsProtectionLaw } from '../common/law.ts';

const DAY = 86_400_000;
const between = (from: unknown, to: unknown): number | undefined => (typeof from === 'string' && typeof to === 'string' ? Math.round((Date.parse(to) - Date.parse(from)) / DAY) : undefined);

/** Days in the station, the day of arrival and the day of return both counted. */
export function stayDays({ values, today }: Pick<RecordSeen, 'values' | 'today'>): number | undefined {
  const days = between(values['admittedOn'], values['returnedOn'] ?? today);
  return days === undefined || days < 0 ? undefined : days + 1;
}

/** Days past the day on which the guardian said he would come; nothing while that day is not over, or after the return. */
export function overdueDays({ values, today, state }: Pick<RecordSeen, 'values' | 'today' | 'state'>): number | undefined {
  if (state !== 'staying' && state !== 'searching') return undefined;
  const days = between(values['expectedUntil'], today);
  return days !== undefined && days > 0 ? days : undefined;
}

/** 托管站: a place that takes children in for a time. */
export const childCareStation = defineRegister({
  id: 'child-care-station', title: '儿童临时托管站', unit: '家', series: 'ETZ',
  purpose: '市里的儿童临时托管站：在哪里、谁办、几张床、几个人照看。',
  name: 'name',
  key: ['name'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['托管站名称'] },
    organisation('主办单位', false),
    { key: 'beds', title: '床位', kind: 'integer', unit: '张', required: true, listed: true, min: 1, columns: ['床位数'] },
    { key: 'staff', title: '照料人员', kind: 'integer', unit: '人', min: 0, listed: true, columns: ['工作人员'] },
    { key: 'ageFrom', title: '收托年龄起', kind: 'integer', unit: '周岁', min: 0, max: 17 },
    { key: 'ageUntil', title: '收托年龄止', kind: 'integer', unit: '周岁', min: 0, max: 17 },
    ...contact, ...whereItIs, papers, note,
  ],
  states: { preparing: { title: '筹建', before: true }, open: { title: '开放', from: ['preparing', 'suspended'] }, suspended: { title: '暂停', from: ['open'] }, closed: { title: '关闭', ends: true } },
  checks: [{ id: 'ages-in-order', title: '收托年龄先后有序', then: 'refuse', test: { left: 'ageFrom', is: '<=', right: 'ageUntil', sentence: '收托年龄的起不能大于止。' } }],
  counts: [
    { id: 'stations', title: '儿童临时托管站数', unit: '家', of: { what: 'stock' } },
    { id: 'beds', title: '托管床位', unit: '张', of: { what: 'stock', sum: 'beds' } },
  ],
  covers: ['S186'],
});

/** 入托: one stay of one child, from the hand of the guardian back into it. */
export const childStay = defineRegister({
  id: 'child-stay', title: '儿童入托', unit: '人次', series: 'ETR',
  purpose: '每个孩子为什么入托、谁送来、说好几时接、每天怎样、谁接走签的字；过了日子没人来接，马上找监护人。',
  law: [minorsProtectionLaw('第四十三条')],
  holder: { kind: 'person', title: '儿童' },
  key: ['person', 'admittedOn'],
  fields: [
    { key: 'station', title: '托管站', kind: 'link', to: 'child-care-station', required: true, listed: true },
    { key: 'admissionReason', title: '入托原因', kind: 'choice', required: true, listed: true, counted: true, columns: ['原因'], options: [
      { value: 'hospital', title: '监护人住院' }, { value: 'detained', title: '监护人被羁押' }, { value: 'away', title: '监护人外出务工、出差' }, { value: 'accident', title: '家庭突发变故' }, { value: 'violence', title: '家庭暴力' }, { value: 'unattended', title: '发现时无人照看' }, { value: 'other', title: '其他' }] },
    { key: 'admittedOn', title: '入托日期', kind: 'date', required: true, listed: true, indexed: true },
    { key: 'expectedUntil', title: '预计接回日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['约定接回日期'] },
    { key: 'guardian', title: '监护人', kind: 'person-name', required: true, sensitive: true, columns: ['监护人姓名'] },
    { key: 'relation', title: '与儿童关系', kind: 'choice', required: true, options: [{ value: 'parent', title: '父母' }, { value: 'grandparent', title: '祖父母、外祖父母' }, { value: 'relative', title: '其他亲属' }, { value: 'committee', title: '村（居）委会' }, { value: 'unknown', title: '查找中' }] },
    { key: 'guardianPhone', title: '监护人电话', kind: 'phone', columns: ['联系电话'] },
    { key: 'agreement', title: '托管协议', kind: 'files' },
    { key: 'health', title: '健康状况', kind: 'long-text', sensitive: true, help: '过敏、用药、残疾、禁忌' },
    { key: 'carePlan', title: '照料计划', kind: 'long-text', sensitive: true, help: '饮食、作息、上学接送、心理辅导' },
    { key: 'returnedOn', title: '接回日期', kind: 'date', listed: true },
    { key: 'returnedTo', title: '接回人', kind: 'person-name', sensitive: true },
    { key: 'returnSigned', title: '接回人已签字', kind: 'yes-no' },
    { key: 'returnPaper', title: '签字的接回单', kind: 'files' },
    { key: 'transferredTo', title: '转往', kind: 'text', help: '儿童福利机构、救助保护机构、寄养家庭' },
    note,
  ],
  states: {
    staying: { title: '在托', needs: ['carePlan'] },
    searching: { title: '逾期，查找监护人', from: ['staying'] },
    returned: { title: '已接回', ends: true, from: ['staying', 'searching'], needs: ['returnedOn', 'returnedTo', 'returnSigned'] },
    transferred: { title: '转送机构', ends: true, from: ['searching'], needs: ['transferredTo'], law: minorsProtectionLaw(ARTICLE_NOT_READ) },
  },
  subRecords: [
    {
      id: 'daily', title: '每日照料', unit: '天', day: '日期', key: ['day'],
      fields: [
        { key: 'condition', title: '情况', kind: 'choice', required: true, options: [{ value: 'well', title: '正常' }, { value: 'unwell', title: '身体不适' }, { value: 'upset', title: '情绪不稳' }, { value: 'hospital', title: '就医' }] },
        { key: 'record', title: '照料记录', kind: 'long-text', sensitive: true },
        { key: 'by', title: '记录人', kind: 'text', required: true },
      ],
      totals: [{ key: 'childDays', title: '在托天数（已记录）', unit: '人天', as: 'count' }],
    },
    {
      id: 'search', title: '查找监护人', unit: '次', day: '日期',
      fields: [
        { key: 'means', title: '方式', kind: 'choice', required: true, options: [{ value: 'phone', title: '电话' }, { value: 'visit', title: '上门' }, { value: 'committee', title: '村（居）委会协查' }, { value: 'police', title: '报警、公安协查' }] },
        { key: 'found', title: '找到', kind: 'yes-no', required: true },
        { key: 'result', title: '结果', kind: 'text', sensitive: true },
      ],
      totals: [{ key: 'searches', title: '查找次数', unit: '次', as: 'count' }],
    },
  ],
  derived: [
    { key: 'stayDays', title: '在托天数', kind: 'integer', unit: '天', value: stayDays },
    { key: 'overdueDays', title: '逾期天数', kind: 'integer', unit: '天', value: overdueDays },
  ],
  checks: [
    { id: 'expected-after', title: '预计接回不早于入托', then: 'refuse', test: { left: 'expectedUntil', is: '>=', right: 'admittedOn', sentence: '预计接回日期不能早于入托日期。' } },
    { id: 'returned-after', title: '接回不早于入托', then: 'refuse', test: { left: 'returnedOn', is: '>=', right: 'admittedOn', sentence: '接回日期不能早于入托日期。' } },
    { id: 'signed', title: '接回要有签字', then: 'refuse', entering: ['returned'], test: ({ values }) => (values['returnSigned'] === true ? undefined : '接回人还没有签字，孩子不能交出。') },
    { id: 'searched', title: '转送机构前先找过监护人', then: 'refuse', entering: ['transferred'], test: ({ totals }) => (Number(totals['searches'] ?? 0) > 0 ? undefined : '还没有查找监护人的记录，不能转送。') },
    { id: 'overdue', title: '逾期未接', then: 'warn', test: (seen) => (seen.state === 'staying' && overdueDays(seen) !== undefined ? `说好${String(seen.values['expectedUntil'])}接回，已过${overdueDays(seen)}天。请转入“逾期，查找监护人”。` : undefined) },
  ],
  reminders: [
    { id: 'due', title: '明天是说好的接回日', in: ['staying'], due: { field: 'expectedUntil', before: 1 } },
    { id: 'search', title: '查找监护人满三天，报公安协查', in: ['searching'], due: { standing: 3 } },
  ],
  counts: [
    { id: 'in-care', title: '在托儿童', unit: '人', of: { what: 'stock' } },
    { id: 'stays', title: '入托人次', unit: '人次', of: { what: 'opened' } },
    { id: 'children', title: '入托儿童', unit: '人', definition: '一个孩子当期入托几次都算一个', of: { what: 'opened', distinct: 'person' } },
    { id: 'child-days', title: '托管人天', unit: '人天', definition: '当期每日照料记录的天数', of: { what: 'entries', sub: 'daily' } },
    { id: 'returned', title: '接回', unit: '人次', of: { what: 'ended', states: ['returned'] } },
    { id: 'searching', title: '逾期在找监护人', unit: '人', of: { what: 'stock', states: ['searching'] } },
  ],
  events: [
    { id: 'guardian-search', title: '逾期未接，查找监护人', entering: ['searching'], to: 'S189' },
    { id: 'to-institution', title: '监护人找不到，转送机构', entering: ['transferred'], to: 'S192' },
  ],
  covers: ['S186'],
});
