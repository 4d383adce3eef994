import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { personsTrained, training } from '../../../kernel/records/shapes/training.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';

const course = training('学员');
const n = (value: unknown): number => Number(value ?? 0);
type Totals = Pick<RecordSeen, 'totals'>;

/** Learners who hold a seat: given one at once or moved up, less those who left. */
export const seatsTaken = ({ totals }: Totals): number => n(totals['seated']) + n(totals['movedUp']) - n(totals['leftCourse']);

/** Learners who wait: put on the list, less those moved up or gone. */
export const stillWaiting = ({ totals }: Totals): number => n(totals['waited']) - n(totals['movedUp']) - n(totals['leftList']);

/** Nobody sits beyond the seats; nobody moves up who did not wait; nobody is passed over while others wait. */
export function enrolmentInOrder(seen: Pick<RecordSeen, 'values' | 'totals' | 'entry'>): string | undefined {
  if (seen.entry?.of !== 'enrolment') return undefined;
  const [seats, what] = [n(seen.values['seats']), seen.entry.values['step']];
  if (seats > 0 && seatsTaken(seen) > seats) return `学位 ${seats} 个已满，请登记候补。`;
  if (stillWaiting(seen) < 0) return '候补名单上没有人可以递补或放弃。';
  if (what === 'seated' && stillWaiting(seen) > 0) return `还有 ${stillWaiting(seen)} 人候补，空出的学位先给候补的人。`;
  if (n(seen.totals['completed']) > seatsTaken(seen)) return '结业的人不会多于在读的人。';
  return undefined;
}

/** A grant pays attendance that was verified: person-times paid never pass those verified, the money is person-times × the rate. Amounts in 分. */
export function grantFollowsAttendance({ values, totals, entry }: Pick<RecordSeen, 'values' | 'totals' | 'entry'>): string | undefined {
  if (n(totals['attendancesPaid']) > n(totals['attendancesVerified'])) return `资助的人次合计 ${n(totals['attendancesPaid'])}，核实过的到课只有 ${n(totals['attendancesVerified'])} 人次。`;
  if (entry?.of !== 'grants') return undefined;
  const due = n(entry.values['attendances']) * n(values['grantPerAttendance']);
  return n(entry.values['amount']) === due ? undefined : `应资助 ${n(entry.values['attendances'])} 人次 × ${formatYuan(n(values['grantPerAttendance']) as Fen)} 元 = ${formatYuan(due as Fen)} 元。`;
}

/** What is verified stays as it was verified: nothing is written into those days, nothing taken out of them. */
export function verifiedStays({ totals, entry }: Pick<RecordSeen, 'totals' | 'entry'>): string | undefined {
  const through = totals['verifiedThrough'];
  if (entry?.of === 'attendance' && typeof through === 'string' && String(entry.values['day']) <= through) return `到课已经核实到 ${through}，那以前的不再改。确要更正，先撤回核实。`;
  return n(totals['attended']) < n(totals['attendancesVerified']) ? '到课会少于已经核实的。确要更正，先撤回核实。' : undefined;
}

/** 老有所学: one course of one term, its learners, lessons and the money its school is given. */
export const seniorCourse = defineRegister({
  id: 'senior-course', title: '老有所学课程', unit: '班', series: 'BXK',
  purpose: '老年学校、老年协会开的课：学位、报名和候补、到课、结业，按核实的到课人次资助办学单位。',
  law: [elderRightsLaw('第七十一条')],
  name: 'name',
  key: ['name', 'organisation', 'term'],
  fields: [
    { key: 'name', title: '课程', kind: 'text', required: true, listed: true, searched: true, columns: ['课程名称', '班名'] },
    { key: 'subject', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'health', title: '保健' }, { value: 'arts', title: '书画' }, { value: 'music', title: '声乐器乐' }, { value: 'dance', title: '舞蹈' }, { value: 'computer', title: '电脑手机' }, { value: 'law', title: '法律常识' }, { value: 'other', title: '其他' }] },
    { key: 'term', title: '学期', kind: 'text', required: true, listed: true, maxLength: 30, help: '如：2014年秋季' },
    organisation('办学单位', false),
    { key: 'association', title: '老年协会', kind: 'link', to: 'senior-association', help: '协会办的班链接过来' },
    ...course.fields,
    { key: 'lessons', title: '计划课次', kind: 'integer', unit: '次', min: 1 },
    { key: 'grantPerAttendance', title: '每人次资助', kind: 'money', min: 0, columns: ['资助标准'] },
    ...contact, papers, note,
  ],
  states: {
    enrolling: { title: '报名', before: true },
    running: { title: '开班', from: ['enrolling'] },
    finished: { title: '结束', from: ['running'], ends: true },
    cancelled: { title: '取消', from: ['enrolling'], ends: true },
  },
  subRecords: [
    {
      id: 'enrolment', title: '报名', unit: '人次', day: '日期', person: { title: '学员' }, key: ['person', 'step', 'day'], page: { title: '报名和到课', path: '/senior-courses/$record' },
      fields: [{ key: 'step', title: '经过', kind: 'choice', required: true, options: [{ value: 'seated', title: '录取' }, { value: 'waiting', title: '候补' }, { value: 'moved-up', title: '候补递补' }, { value: 'left-list', title: '放弃候补' }, { value: 'left-course', title: '退学' }, { value: 'completed', title: '结业' }] }, { key: 'remark', title: '说明', kind: 'text' }],
      totals: [
        { key: 'seated', title: '录取', unit: '人', as: 'count', where: { step: 'seated' } }, { key: 'waited', title: '曾候补', unit: '人', as: 'count', where: { step: 'waiting' } },
        { key: 'movedUp', title: '递补', unit: '人', as: 'count', where: { step: 'moved-up' } }, { key: 'leftList', title: '放弃候补', unit: '人', as: 'count', where: { step: 'left-list' } },
        { key: 'leftCourse', title: '退学', unit: '人', as: 'count', where: { step: 'left-course' } }, { key: 'completed', title: '结业', unit: '人', as: 'count', where: { step: 'completed' } },
      ],
    },
    ...course.subRecords,
    {
      id: 'verifications', title: '到课核实', unit: '次', day: '核实日期', key: ['through'], page: { title: '报名和到课', path: '/senior-courses/$record' },
      fields: [
        { key: 'through', title: '核实到', kind: 'date', required: true },
        { key: 'verified', title: '核实到课', kind: 'integer', unit: '人次', required: true, min: 1 },
        { key: 'notCounted', title: '不算', kind: 'integer', unit: '人次', min: 0, help: '那一天没有学位的人' },
        { key: 'how', title: '怎么核实', kind: 'text', required: true },
        { key: 'verifiedBy', title: '核实人', kind: 'text', required: true },
      ],
      totals: [{ key: 'attendancesVerified', title: '已核实', unit: '人次', as: 'sum', of: 'verified' }, { key: 'verifiedThrough', title: '核实到', as: 'last', of: 'through' }],
    },
    {
      id: 'grants', title: '办学资助', unit: '笔', day: '拨付日期', key: ['day'],
      fields: [
        { key: 'attendances', title: '资助到课', kind: 'integer', unit: '人次', required: true, min: 1, columns: ['核实到课'] },
        { key: 'verifiedBy', title: '核实人', kind: 'text', hidden: true },
        { key: 'amount', title: '金额', kind: 'money', required: true, min: 1 },
        { key: 'paper', title: '文号', kind: 'text' },
      ],
      totals: [{ key: 'attendancesPaid', title: '已资助', unit: '人次', as: 'sum', of: 'attendances' }, { key: 'grantTotal', title: '资助合计', as: 'sum', of: 'amount' }],
    },
  ],
  derived: [
    ...(course.derived ?? []),
    { key: 'learners', title: '在读', kind: 'integer', unit: '人', value: seatsTaken },
    { key: 'waitingNow', title: '候补中', kind: 'integer', unit: '人', value: stillWaiting },
    { key: 'seatsFree', title: '空学位', kind: 'integer', unit: '个', value: (seen) => (seen.values['seats'] === undefined ? undefined : n(seen.values['seats']) - seatsTaken(seen)) },
  ],
  checks: [
    ...(course.checks ?? []),
    { id: 'enrolment', title: '报名不超学位、候补先补', then: 'refuse', test: enrolmentInOrder },
    { id: 'seats', title: '学位不少于在读的人', then: 'refuse', test: (seen) => (seen.values['seats'] !== undefined && n(seen.values['seats']) < seatsTaken(seen) ? `在读 ${seatsTaken(seen)} 人，学位不能少于这个数。` : undefined) },
    { id: 'whose', title: '写明办学单位', then: 'refuse', test: ({ values }) => (values['organisation'] === undefined && values['association'] === undefined ? '办学单位和老年协会要写一个：资助给它。' : undefined) },
    { id: 'verified-stays', title: '核实过的到课不再改', then: 'refuse', test: verifiedStays },
    { id: 'grant', title: '按核实的到课人次资助', then: 'refuse', test: grantFollowsAttendance },
    { id: 'moves-up', title: '有空学位，候补可以递补', then: 'warn', test: (seen) => (seen.state !== 'finished' && n(seen.values['seats']) > seatsTaken(seen) && stillWaiting(seen) > 0 ? `空出 ${n(seen.values['seats']) - seatsTaken(seen)} 个学位，候补还有 ${stillWaiting(seen)} 人。` : undefined) },
  ],
  reminders: [{ id: 'begins', title: '快开班', in: ['enrolling'], due: { field: 'startsOn', before: 7 } }, { id: 'lesson', title: '一个月没有到课记录', in: ['running'], due: { entries: 'attendance', every: 1 } },
    { id: 'over', title: '课程到了结束日期，记结束、结业', in: ['running'], due: { field: 'endsOn', before: 0 } },
    { id: 'verify', title: '两个月没有核实到课', in: ['running'], due: { entries: 'verifications', every: 2 } }],
  counts: [
    { id: 'classes', title: '开班数', unit: '班', of: { what: 'opened' } },
    { id: 'running', title: '在读班', unit: '班', of: { what: 'stock' } },
    { id: 'learners', title: '学习人数', unit: '人', definition: '当期到过课的人，一人上几门课、来几次都算一个', of: personsTrained },
    { id: 'enrolled', title: '录取、递补', unit: '人次', of: { what: 'entries', sub: 'enrolment', where: { step: ['seated', 'moved-up'] } } },
    { id: 'verified', title: '核实到课', unit: '人次', of: { what: 'entries', sub: 'verifications', sum: 'verified' } },
    { id: 'attendances', title: '学习人次', unit: '人次', of: { what: 'entries', sub: 'attendance', where: { came: true } } },
    { id: 'completed', title: '结业', unit: '人次', of: { what: 'entries', sub: 'enrolment', where: { step: 'completed' } } },
    { id: 'granted', title: '办学资助', unit: '元', of: { what: 'entries', sub: 'grants', sum: 'amount' } },
  ],
  targets: [{ id: 'classes', title: '计划开班', count: 'classes' }, { id: 'learners', title: '计划学习人数', count: 'learners' }],
  covers: ['S066'],
});
