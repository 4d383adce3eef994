import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { daysBetweenWritten } from '../../../kernel/values/plain-date.ts';
import { ARTICLE_NOT_READ, minorsProtectionLaw } from '../common/law.ts';

/** The child is in the station. */
const HERE = ['staying', 'searching'];

/** Days in the station, the day of arrival and the day of return both counted. */
export function stayDays({ values, today }: Pick<RecordSeen, 'values' | 'today'>): number | undefined {
  const days = daysBetweenWritten(values['admittedOn'], values['returnedOn'] ?? today);
  return days === undefined || days < 0 ? undefined : days + 1;
}

/** Days past the day on which the guardian said he would come; nothing while that day is not over, or after the return. */
export function overdueDays({ values, today, state }: Pick<RecordSeen, 'values' | 'today' | 'state'>): number | undefined {
  if (!HERE.includes(state)) return undefined;
  const days = daysBetweenWritten(values['expectedUntil'], today);
  return days !== undefined && days > 0 ? days : undefined;
}

/** Given back to the guardian himself against his signature; to somebody else only with what that rests on. Pure. */
export function givenBackRightly({ values, today }: Pick<RecordSeen, 'values' | 'today'>): string | undefined {
  if (values['returnSigned'] !== true) return '接回人还没有签字，孩子不能交出。';
  if (typeof values['returnedOn'] === 'string' && values['returnedOn'] > today) return '接回日期还没有到。';
  return values['returnedTo'] === values['guardian'] || values['returnAuthority'] !== undefined ? undefined : '接回的不是监护人本人，请写凭什么接（委托书、村居证明、公安通知）。';
}

/** A line of the daily record is of a day the child was there. Pure. */
export function dayWasThere({ values, entry, today }: Pick<RecordSeen, 'values' | 'entry' | 'today'>): string | undefined {
  if (entry?.of !== 'daily') return undefined;
  const day = String(entry.values['day']);
  if (day > today) return '这一天还没有到。';
  const [from, to] = [String(values['admittedOn']), typeof values['returnedOn'] === 'string' ? values['returnedOn'] : undefined];
  return day < from || (to !== undefined && day > to) ? `孩子 ${from} 入托${to === undefined ? '' : `，${to} 接回`}，这一天不在托。` : undefined;
}

/** How a guardian is looked for, in order, with the days after the search is opened by which each is done: the station's own habit. */
export const SEARCH_STEPS = [{ means: 'phone', within: 0 }, { means: 'visit', within: 1 }, { means: 'committee', within: 2 }, { means: 'police', within: 3 }] as const;
export const searchMeans = [{ value: 'phone', title: '电话找监护人和其他亲属' }, { value: 'visit', title: '上门' }, { value: 'committee', title: '村（居）委会协查' }, { value: 'police', title: '报警、公安协查' }, { value: 'other', title: '其他' }] as const;

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
  alongside: { same: ['person'], order: 'admittedOn' },
  pages: [{ title: '寻找监护人', path: '/child-stays/$record' }],
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
    { key: 'returnAuthority', title: '凭什么接', kind: 'text', help: '接回的不是监护人本人时：委托书、村居证明、公安通知' },
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
      totals: [{ key: 'childDays', title: '已记录', unit: '天', as: 'count' }],
    },
    {
      id: 'search', title: '寻找监护人', unit: '步', day: '安排日期', page: { title: '寻找监护人', path: '/child-stays/$record' },
      fields: [
        { key: 'means', title: '方式', kind: 'choice', required: true, options: searchMeans },
        { key: 'dueOn', title: '几号前办', kind: 'date' },
        { key: 'done', title: '已办', kind: 'yes-no' },
        { key: 'doneOn', title: '哪天办的', kind: 'date' },
        { key: 'found', title: '找到', kind: 'yes-no' },
        { key: 'result', title: '结果', kind: 'text', sensitive: true },
      ],
      totals: [{ key: 'searches', title: '已找', unit: '次', as: 'count', where: { done: true } }, { key: 'stepsOpen', title: '还没有办的', unit: '步', as: 'count', where: { done: false } }, { key: 'guardiansFound', title: '找到', unit: '次', as: 'count', where: { found: true } }],
    },
  ],
  derived: [
    { key: 'expectedDays', title: '说好的天数', kind: 'integer', unit: '天', value: ({ values }) => { const days = daysBetweenWritten(values['admittedOn'], values['expectedUntil']); return days === undefined ? undefined : days + 1; } },
    { key: 'stayDays', title: '在托天数', kind: 'integer', unit: '天', value: stayDays },
    { key: 'overdueDays', title: '逾期天数', kind: 'integer', unit: '天', value: overdueDays },
  ],
  checks: [
    { id: 'expected-after', title: '预计接回不早于入托', then: 'refuse', test: { left: 'expectedUntil', is: '>=', right: 'admittedOn', sentence: '预计接回日期不能早于入托日期。' } },
    { id: 'returned-after', title: '接回不早于入托', then: 'refuse', test: { left: 'returnedOn', is: '>=', right: 'admittedOn', sentence: '接回日期不能早于入托日期。' } },
    { id: 'signed', title: '接回要有签字', then: 'refuse', entering: ['returned'], test: givenBackRightly },
    { id: 'daily', title: '照料记录在托的日子', then: 'refuse', test: dayWasThere },
    { id: 'one-stay', title: '一个孩子不同时入托两次', then: 'refuse', test: ({ alongside, state }) => (HERE.includes(state) && alongside.some((one) => HERE.includes(one.state)) ? '这个孩子还在托，没有接回。请在原来那一条上办。' : undefined) },
    { id: 'paper', title: '接回单上传', then: 'warn', test: ({ values, state }) => (state === 'returned' && values['returnPaper'] === undefined ? '签字的接回单还没有上传。' : undefined) },
    { id: 'searched', title: '转送机构前先找过监护人', then: 'refuse', entering: ['transferred'], test: ({ totals }) => (Number(totals['searches'] ?? 0) > 0 ? undefined : '还没有找过监护人，不能转送。') },
    { id: 'found', title: '找到监护人，来接', then: 'warn', test: ({ totals, state }) => (state === 'searching' && Number(totals['guardiansFound'] ?? 0) > 0 ? '监护人已经找到，请约定来接，记接回。' : undefined) },
    { id: 'overdue', title: '逾期未接', then: 'warn', test: (seen) => (seen.state === 'staying' && overdueDays(seen) !== undefined ? `说好${String(seen.values['expectedUntil'])}接回，已过${overdueDays(seen)}天。明天一早自动转入“逾期，查找监护人”，也可以现在就转。` : undefined) },
  ],
  reminders: [
    { id: 'due', title: '明天是说好的接回日', in: ['staying'], due: { field: 'expectedUntil', before: 1 } },
    { id: 'search', title: '寻找监护人，这一步到期', in: ['searching'], due: { entries: 'search', field: 'dueOn', before: 0, where: { done: false } } },
  ],
  counts: [
    { id: 'in-care', title: '在托儿童', unit: '人', of: { what: 'stock' } },
    { id: 'stays', title: '入托人次', unit: '人次', of: { what: 'opened' } },
    { id: 'children', title: '入托儿童', unit: '人', definition: '一个孩子当期入托几次都算一个', of: { what: 'opened', distinct: 'person' } },
    { id: 'daily', title: '每日照料记录', unit: '天', definition: '当期每日照料记录的天数；在托人天另按入托、接回的日期算', of: { what: 'entries', sub: 'daily' } },
    { id: 'overdue', title: '当期逾期未接', unit: '人次', definition: '当期转入“逾期，查找监护人”的', of: { what: 'entered', states: ['searching'] } },
    { id: 'returned', title: '接回', unit: '人次', of: { what: 'ended', states: ['returned'] } },
    { id: 'searching', title: '逾期在找监护人', unit: '人', of: { what: 'stock', states: ['searching'] } },
  ],
  events: [
    { id: 'guardian-search', title: '逾期未接，查找监护人', entering: ['searching'], to: 'S189' },
    { id: 'to-institution', title: '监护人找不到，转送机构', entering: ['transferred'], to: 'S192' },
  ],
  covers: ['S186'],
});
