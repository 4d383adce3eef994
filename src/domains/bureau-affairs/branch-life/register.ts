import { defineRegister, type RecordSeen, type Reminder, type SubRecord } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 三会一课 and the yearly meeting of criticism: each with how many months may pass before the next (the office's own habit). */
const meetings = [
  { id: 'general-meetings', title: '支部党员大会', total: 'generalMeetings', every: 3 }, { id: 'committee-meetings', title: '支部委员会', total: 'committeeMeetings', every: 1 },
  { id: 'group-meetings', title: '党小组会', total: 'groupMeetings', every: 1 }, { id: 'lectures', title: '党课', total: 'lectures', every: 3 }, { id: 'life-meetings', title: '组织生活会', total: 'lifeMeetings', every: 12 },
] as const;

const meeting = ({ id, title, total }: (typeof meetings)[number]): SubRecord => ({
  id, title, unit: '次', day: '召开日期', key: ['day', 'topic'],
  fields: [
    { key: 'topic', title: id === 'lectures' ? '课题' : '议题', kind: 'text', required: true, columns: ['主题', '内容'] },
    { key: 'chair', title: id === 'lectures' ? '讲课人' : '主持人', kind: 'person-name', columns: ['主讲人'] },
    { key: 'due', title: '应到', kind: 'integer', unit: '人', required: true, min: 0, columns: ['应到人数'] },
    { key: 'present', title: '实到', kind: 'integer', unit: '人', required: true, min: 0, columns: ['实到人数'] },
    { key: 'decided', title: '议定事项', kind: 'long-text' },
    papers,
  ],
  totals: [
    { key: total, title: `${title}次数`, unit: '次', as: 'count' },
    ...(id === 'general-meetings' ? [{ key: 'dueTotal', title: '应到合计', unit: '人次', as: 'sum' as const, of: 'due' }, { key: 'presentTotal', title: '实到合计', unit: '人次', as: 'sum' as const, of: 'present' }] : []),
  ],
});

/** 缺席补课: who was missing, why, and whether he has caught up. */
const absences: SubRecord = {
  id: 'absences', title: '缺席与补课', unit: '人次', day: '会议日期', person: { title: '党员' }, key: ['person', 'day', 'kind'],
  fields: [
    { key: 'kind', title: '会议', kind: 'choice', required: true, options: meetings.map(({ id, title }) => ({ value: id, title })) },
    { key: 'excuse', title: '缺席原因', kind: 'choice', required: true, options: [{ value: 'business', title: '公务' }, { value: 'illness', title: '病假' }, { value: 'private', title: '事假' }, { value: 'none', title: '无故' }] },
    { key: 'caughtUp', title: '已补课', kind: 'yes-no', required: true },
  ],
  totals: [{ key: 'notCaughtUp', title: '未补课', unit: '人次', as: 'count', where: { caughtUp: false } }, { key: 'noExcuse', title: '无故缺席', unit: '人次', as: 'count', where: { excuse: 'none' } }],
};

/** 实到 is never above 应到. */
export const presentWithinDue = ({ entry }: Pick<RecordSeen, 'entry'>): string | undefined =>
  (entry !== undefined && Number(entry.values['present'] ?? 0) > Number(entry.values['due'] ?? Number.POSITIVE_INFINITY) ? '实到人数多于应到人数。' : undefined);

export const partyBranch = defineRegister({
  id: 'party-branch', title: '党支部与组织生活', unit: '个', series: 'ZB',
  purpose: '全系统的党支部和它们的“三会一课”：哪天开的会、到了几人、哪个支部该开还没开。',
  name: 'name',
  key: ['name'],
  fields: [
    { key: 'name', title: '支部名称', kind: 'text', required: true, listed: true, searched: true, columns: ['党支部', '党组织名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'office', title: '机关' }, { value: 'unit', title: '局属单位' }, { value: 'retired', title: '离退休' }, { value: 'organisation', title: '社会组织' }] },
    organisation('所在单位', false),
    { key: 'secretary', title: '书记', kind: 'person-name', listed: true, columns: ['支部书记'] },
    { key: 'members', title: '党员数', kind: 'integer', unit: '人', required: true, listed: true, min: 0, columns: ['党员人数'] },
    { key: 'establishedOn', title: '成立日期', kind: 'date' },
    { key: 'termEndsOn', title: '本届任期届满日期', kind: 'date', listed: true, columns: ['换届日期'] },
    ...contact, note,
  ],
  states: { active: { title: '正常' }, merged: { title: '合并', ends: true }, dissolved: { title: '撤销', ends: true } },
  subRecords: [...meetings.map(meeting), absences],
  derived: [{ key: 'attendanceRate', title: '支部党员大会到会率', kind: 'number', unit: '%', listed: true, value: { ratio: 'presentTotal', over: 'dueTotal', percent: true } }],
  checks: [{ id: 'present-within-due', title: '实到不超过应到', then: 'refuse', test: presentWithinDue }],
  reminders: [
    ...meetings.map(({ id, title, every }): Reminder => ({ id: `${id}-missing`, title: id === 'lectures' ? '该上党课了' : `该开${title}了`, in: ['active'], due: { entries: id, every } })),
    { id: 'term', title: '支部快到期换届', in: ['active'], due: { field: 'termEndsOn', before: 90 } },
  ],
  counts: [
    { id: 'branches', title: '党支部数', unit: '个', of: { what: 'stock' }, figures: ['zs2014-151'] },
    { id: 'members', title: '党员数', unit: '人', of: { what: 'stock', sum: 'members' } },
    ...meetings.map(({ id, title }) => ({ id, title: `${title}次数`, unit: '次', of: { what: 'entries' as const, sub: id } })),
    { id: 'attendance-rate', title: '支部党员大会到会率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'entries', sub: 'general-meetings', sum: 'present' }, over: { what: 'entries', sub: 'general-meetings', sum: 'due' }, definition: '实到人次 ÷ 应到人次' },
    { id: 'absent', title: '缺席人次', unit: '人次', of: { what: 'entries', sub: 'absences' } },
  ],
  // the discipline post names the branch of whom it talks to; the rest read everything of their area
  readers: ['discipline-clerk', 'auditor', 'statistician', 'supervisor', 'town-lead', 'approver'],
  covers: ['S223', 'S224'],
});
