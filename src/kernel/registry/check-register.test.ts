import { describe, expect, it } from 'vitest';
import type { Register, Reminder, SubRecord } from '../contract/register.ts';
import { countSql } from '../records/counts/count-sql.ts';
import { dueSql } from '../records/reminders/due-sql.ts';
import { checkRegister } from './check-register.ts';

const post: Register = {
  id: 'post', title: '岗位', unit: '个', purpose: '谁在岗。', series: 'GW', name: 'name', holder: { kind: 'person', title: '在岗人员', optional: true }, covers: [],
  fields: [{ key: 'name', title: '名称', kind: 'text' }, { key: 'signedOn', title: '签订日期', kind: 'date' }],
  states: { open: { title: '空缺', before: true }, filled: { title: '在岗', person: true } },
  subRecords: [{ id: 'gaps', title: '差距', unit: '项', day: '日期', fields: [{ key: 'due', title: '期限', kind: 'date' }, { key: 'isOpen', title: '未改好', kind: 'yes-no' }] }],
};
const wrong = (register: Register): string[] => checkRegister('register.ts', register).map(({ key }) => key);

describe('a reminder by the day in an entry', () => {
  const gap: Reminder = { id: 'gap', title: '差距到期', due: { entries: 'gaps', field: 'due', before: 7, where: { isOpen: true } } };
  it('takes the earliest day of the entries meant', () => {
    expect(wrong({ ...post, reminders: [gap] })).toEqual([]);
    expect(dueSql(post, gap)).toContain('select min(e.due) from post__gaps e');
    expect(dueSql(post, { id: 'new', title: '新的', due: { entries: 'gaps', field: 'day', before: 0 } })).toContain('min(e.on_day)');
  });
  it('asks for a day of that sub-record', () => {
    expect(wrong({ ...post, reminders: [{ id: 'gap', title: '差距到期', due: { entries: 'gaps', field: 'signedOn', before: 7 } }] })).toEqual(['registers.post.reminders.gap']);
    expect(wrong({ ...post, reminders: [{ id: 'gap', title: '差距到期', due: { entries: 'gaps', field: 'isOpen', before: 7 } }] })).toEqual(['registers.post.reminders.gap']);
    expect(wrong({ ...post, reminders: [{ id: 'new', title: '新的', due: { entries: 'gaps', field: 'day', before: 0 } }] })).toEqual([]);
  });
});

describe('a count by the day in a field', () => {
  it('counts what was opened by that day', () => {
    expect(countSql(post, { what: 'dated', on: 'signedOn' })).toMatch(/t\.signed_on >= \$1::date and t\.signed_on < \$2::date.* and t\.opened_on is not null/);
    expect(wrong({ ...post, counts: [{ id: 'signed', title: '签订', unit: '份', of: { what: 'dated', on: 'signedOn' } }] })).toEqual([]);
  });
  it('is only for what was opened, and only by a day', () => {
    expect(wrong({ ...post, counts: [{ id: 'signed', title: '签订', unit: '份', of: { what: 'stock', on: 'signedOn' } }] })).toEqual(['registers.post.counts.signed']);
    expect(wrong({ ...post, counts: [{ id: 'signed', title: '签订', unit: '份', of: { what: 'dated', on: 'name' } }] })).toEqual(['registers.post.counts.signed']);
  });
});

it('a state that names its person is one of a register held by persons', () => {
  expect(wrong({ ...post, holder: { kind: 'division' } })).toEqual(['registers.post.states.filled.person']);
});

const teams: SubRecord = { id: 'teams', title: '队', unit: '队', day: '报名日期', fields: [{ key: 'team', title: '队名', kind: 'text' }, { key: 'dueOn', title: '期限', kind: 'date' }, { key: 'done', title: '办了', kind: 'yes-no' }] };
const results = (among: { sub: string; field: string }): SubRecord => ({ id: 'results', title: '成绩', unit: '项', day: '日期', fields: [{ key: 'team', title: '队名', kind: 'text', among }] });
const register = (more: Partial<Register>): Register => ({ id: 'try-out', title: '试', unit: '届', purpose: '试。', name: 'name', fields: [{ key: 'name', title: '名称', kind: 'text' }], states: { open: { title: '开' } }, series: 'SY', covers: [], ...more });
const faults = (more: Partial<Register>): string[] => checkRegister('x', register(more)).map((one) => one.key.replace('registers.try-out.', ''));

describe('what a declaration may say', () => {
  it('a value taken from another sub-record is there and of the same kind', () => {
    expect(faults({ subRecords: [teams, results({ sub: 'teams', field: 'team' })] })).toEqual([]);
    expect(faults({ subRecords: [teams, results({ sub: 'teams', field: 'dueOn' })] })).toEqual(['subRecords.results.fields.team.among']);
    expect(faults({ subRecords: [results({ sub: 'results', field: 'team' })] })).toEqual(['subRecords.results.fields.team.among']);
  });
  it('a page of the matter’s own has an address', () => {
    expect(faults({ subRecords: [{ ...teams, page: { title: '报名', path: '/teams/$record' } }] })).toEqual([]);
    expect(faults({ subRecords: [{ ...teams, page: { title: '报名', path: 'teams' } }] })).toEqual(['subRecords.teams.page']);
  });
  it('a reminder of the day in an entry names a day, and asks the earliest that is not done', () => {
    const due = { entries: 'teams', field: 'dueOn', before: 7, where: { done: false } };
    expect(faults({ subRecords: [teams], reminders: [{ id: 'late', title: '快到期', due }] })).toEqual([]);
    expect(faults({ subRecords: [teams], reminders: [{ id: 'late', title: '快到期', due: { ...due, field: 'team' } }] })).toEqual(['reminders.late']);
    expect(dueSql(register({ subRecords: [teams] }), { id: 'late', title: '快到期', due })).toMatch(/min\(e\.due_on\).*not coalesce\(e\.done, false\).*d\.due_on <= \$1::date \+ 7/);
  });
});
