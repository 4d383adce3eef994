import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { personsTrained, training } from '../../../kernel/records/shapes/training.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { reliefRegulations } from '../common/law.ts';

const course = training('灾害信息员');

/** Post ended before it began: nothing a ledger may hold. */
export function postInOrder({ entry }: Pick<RecordSeen, 'entry'>): string | undefined {
  const [from, until] = [entry?.values['day'], entry?.values['until']];
  return entry?.of === 'posts' && typeof from === 'string' && typeof until === 'string' && until < from ? '离任日期不能早于任职日期。' : undefined;
}

type Standing = Pick<RecordSeen, 'values' | 'alongside' | 'state'>;
const onPost = ({ alongside }: Pick<RecordSeen, 'alongside'>) => alongside.filter((one) => one.state === 'on-post');

/** One first officer a village: two of them, and nobody knows whom to call. */
export function oneFirstOfficer(seen: Standing): string | undefined {
  return seen.state === 'on-post' && seen.values['role'] === 'first' && onPost(seen).some((one) => one.values['role'] === 'first') ? '这个村（居）已有一名在岗的主岗信息员。接任的，请先把前任转离岗；协助的，岗位写副岗。' : undefined;
}

/** A village without any is a village from which nobody reports. */
export function somebodyStays(seen: Standing): string | undefined {
  return seen.state === 'left' && onPost(seen).length === 0 ? '这个村（居）没有在岗的灾害信息员了，请补上。' : undefined;
}

/** Who in a village reports a disaster, how he is reached, where he served. */
export const disasterInformer = defineRegister({
  id: 'disaster-informer', title: '灾害信息员', unit: '人', series: 'BZ',
  purpose: '每个村（居）至少一名灾害信息员：是谁、电话打不打得通、任过什么职，还有哪个村（居）没有。',
  law: [reliefRegulations('第十二条')],
  holder: { kind: 'person', title: '灾害信息员' },
  key: ['person'],
  alongside: { same: ['division'], order: 'appointedOn' },
  expected: { every: 'village', title: '没有在岗灾害信息员的村（居）' },
  fields: [
    { key: 'role', title: '岗位', kind: 'choice', required: true, listed: true, counted: true, columns: ['A/B角', '主副岗'], options: [{ value: 'first', title: '主岗（A角）' }, { value: 'second', title: '副岗（B角）' }] },
    { key: 'employment', title: '专（兼）职', kind: 'choice', required: true, counted: true, columns: ['专兼职'], options: [{ value: 'full-time', title: '专职' }, { value: 'part-time', title: '兼职' }] },
    { key: 'duty', title: '现任职务', kind: 'text', listed: true, columns: ['职务', '村（居）职务'] },
    { key: 'mobile', title: '手机', kind: 'phone', required: true, listed: true, columns: ['联系电话', '电话'] },
    { key: 'dutyPhone', title: '值班电话', kind: 'phone', columns: ['办公电话'] },
    { key: 'appointedOn', title: '任职日期', kind: 'date', required: true, listed: true, columns: ['聘任日期', '上岗时间'] },
    { key: 'certificate', title: '职业资格证书编号', kind: 'text', maxLength: 60, columns: ['证书编号'] },
    { key: 'leftReason', title: '离岗原因', kind: 'text' },
    note,
  ],
  states: {
    'on-post': { title: '在岗' },
    left: { title: '离岗', ends: true, needs: ['leftReason'] },
  },
  subRecords: [
    {
      id: 'posts', title: '任职经历', unit: '段', day: '任职日期', key: ['day', 'place'],
      fields: [
        { key: 'place', title: '所在单位', kind: 'text', required: true, columns: ['村（居）', '单位'] },
        { key: 'post', title: '职务', kind: 'text', required: true },
        { key: 'until', title: '离任日期', kind: 'date' },
      ],
      totals: [{ key: 'postCount', title: '任职段数', unit: '段', as: 'count' }, { key: 'lastPost', title: '最近职务', as: 'last', of: 'post' }],
    },
    {
      id: 'call-checks', title: '联络核对', unit: '次', day: '核对日期', key: ['day'],
      fields: [{ key: 'reached', title: '能联系上', kind: 'yes-no', required: true }, { key: 'remark', title: '情况', kind: 'text' }],
      totals: [{ key: 'callChecks', title: '联络核对', unit: '次', as: 'count' }, { key: 'lastReached', title: '最近一次能联系上', as: 'last', of: 'reached' }],
    },
  ],
  checks: [
    { id: 'checks-not-ahead', title: '核对记已经做的', then: 'refuse', test: ({ entry, today }) => (entry?.of === 'call-checks' && String(entry.values['day']) > today ? '核对日期还没有到。核对了再记。' : undefined) },
    { id: 'post-in-order', title: '离任不早于任职', then: 'refuse', test: postInOrder },
    { id: 'one-first', title: '一个村（居）一名主岗', then: 'warn', test: oneFirstOfficer },
    { id: 'somebody-stays', title: '每个村（居）至少一名', then: 'warn', test: somebodyStays },
    { id: 'has-history', title: '有任职经历', then: 'warn', test: ({ totals }) => (Number(totals['postCount'] ?? 0) === 0 ? '还没有记任职经历。' : undefined) },
    { id: 'not-reached', title: '联系得上', then: 'warn', test: ({ totals, state }) => (state === 'on-post' && ['否', 'false'].includes(String(totals['lastReached'])) ? '最近一次核对没有联系上，请核实电话。' : undefined) },
  ],
  reminders: [{ id: 'call', title: '半年没有核对联络方式', in: ['on-post'], due: { entries: 'call-checks', every: 6 } }],
  counts: [
    { id: 'on-post', title: '在岗灾害信息员数', unit: '人', of: { what: 'stock' } },
    { id: 'new', title: '新任灾害信息员', unit: '人', of: { what: 'opened' } },
    { id: 'left', title: '离岗灾害信息员', unit: '人', of: { what: 'ended' } },
    { id: 'not-reached', title: '没有联系上的核对', unit: '次', of: { what: 'entries', sub: 'call-checks', where: { reached: false } } },
    { id: 'village-coverage', title: '村（居）覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '有在岗灾害信息员的村（居）数 ÷ 全部村（居）数', of: { what: 'stock', distinct: 'village' }, over: { what: 'stock', divisions: 'village' } },
  ],
  targets: [{ id: 'coverage', title: '村（居）覆盖率目标', count: 'village-coverage' }],
  covers: ['S035'],
});

/** Whoever came, came on a day of the course. */
export function attendedOnItsDays({ values, entry }: Pick<RecordSeen, 'values' | 'entry'>): string | undefined {
  if (entry?.of !== 'attendance') return undefined;
  const [day, from, until] = [entry.values['day'], values['startsOn'], values['endsOn'] ?? values['startsOn']];
  return typeof day === 'string' && typeof from === 'string' && typeof until === 'string' && (day < from || day > until) ? `到课日期不在培训的日子里（${from === until ? from : `${from}至${until}`}）。` : undefined;
}

/** A course that lies ahead was not held. */
export function heldByToday({ values, state, today }: Pick<RecordSeen, 'values' | 'state' | 'today'>): string | undefined {
  return state === 'held' && typeof values['startsOn'] === 'string' && values['startsOn'] > today ? '开班日期还没有到，不能作已举办。' : undefined;
}

/** 业务培训: one session, for the officers of one district or town. */
export const informerTraining = defineRegister({
  id: 'informer-training', title: '灾害信息员培训', unit: '期', series: 'BZP',
  purpose: '灾害信息员的业务培训：哪个区、哪一期、谁来了；今年办到了几个区，离目标差几个。',
  law: [reliefRegulations('第十二条')],
  name: 'name',
  key: ['name', 'startsOn', 'division'],
  fields: [
    { key: 'name', title: '培训名称', kind: 'text', required: true, listed: true, searched: true, columns: ['班名', '期次'] },
    { key: 'content', title: '培训内容', kind: 'choices', counted: true, options: [
      { value: 'reporting', title: '灾情统计与报送' }, { value: 'hazards', title: '隐患排查' }, { value: 'warning', title: '预警传递' }, { value: 'evacuation', title: '转移安置' }, { value: 'first-aid', title: '自救互救' }] },
    ...course.fields,
    { key: 'host', title: '主办单位', kind: 'text' }, papers, note,
  ],
  states: course.states,
  subRecords: course.subRecords,
  derived: course.derived ?? [],
  checks: [
    ...(course.checks ?? []),
    { id: 'on-its-days', title: '到课在培训的日子里', then: 'refuse', test: attendedOnItsDays },
    { id: 'held-by-today', title: '办过了才作已举办', then: 'refuse', test: heldByToday },
    { id: 'who-came', title: '已举办的有到课名单', then: 'warn', test: ({ state, totals }) => (state === 'held' && Number(totals['attended'] ?? 0) === 0 ? '还没有到课名单。' : undefined) },
  ],
  reminders: [{ id: 'to-hold', title: '培训日期快到', in: ['planned'], due: { field: 'startsOn', before: 7 } }],
  counts: [
    { id: 'sessions', title: '举办培训期数', unit: '期', definition: '当期办过的期数，按开班日期', of: { what: 'dated', on: 'startsOn', states: ['held'] } },
    { id: 'districts', title: '开展培训的区数', unit: '个区', definition: '当期至少办过一期培训的区（县级市）数，按培训所在区划；不设区的市算一个', of: { what: 'dated', on: 'startsOn', states: ['held'], distinct: 'county' }, figures: ['gz2013p-019'] },
    { id: 'towns', title: '开展培训的镇街数', unit: '个', of: { what: 'dated', on: 'startsOn', states: ['held'], distinct: 'town' } },
    { id: 'persons', title: '受训人数', unit: '人', definition: '到课的人，一人来几次都算一个', of: personsTrained },
    { id: 'attendances', title: '受训人次', unit: '人次', of: { what: 'entries', sub: 'attendance', where: { came: true } } },
  ],
  targets: [{ id: 'districts', title: '灾害信息员培训覆盖区数目标', count: 'districts' }],
  covers: ['S035'],
});
