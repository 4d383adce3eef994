import type { Register, Reminder } from '../../contract/register.ts';
import { columnOf, subTableOf, tableOf } from '../../registry/check-register.ts';
import { quote, whereSql } from '../rules/where-sql.ts';
import { CURRENT } from '../table/write-table.ts';

/** Records a reminder stands for on a day ($1), each with the day it is about: `record_id, due_on`. */
export function dueSql(register: Register, reminder: Reminder): string {
  const states = (reminder.in ?? Object.keys(register.states).filter((state) => register.states[state]?.ends !== true)).map(quote).join(', ');
  const table = tableOf(register);
  const from = `from ${table} t where t.${CURRENT.replace(' and ', ' and t.')} and t.state in (${states})`;
  const { due } = reminder;
  if ('field' in due && !('entries' in due)) return `select t.record_id, t.${columnOf(due.field)} as due_on ${from} and t.${columnOf(due.field)} <= $1::date + ${due.before}`;
  if ('standing' in due) return `select t.record_id, (t.state_since + ${due.standing}) as due_on ${from} and t.state_since + ${due.standing} <= $1::date`;
  const sub = register.subRecords?.find((one) => one.id === due.entries) ?? { id: due.entries, fields: [] };
  const meant = `${subTableOf(register, sub)} e where e.record_id = t.record_id and e.known_to is null and e.what <> 'taken-back'${whereSql(sub.fields, due.where, 'e')}`;
  if (!('every' in due)) return `select * from (select t.record_id, (select min(e.${due.field === 'day' ? 'on_day' : columnOf(due.field)}) from ${meant}) as due_on ${from}) d where d.due_on <= $1::date + ${due.before}`;
  const months = typeof due.every === 'number' ? `interval '${due.every} months'` : `make_interval(months => t.${columnOf(due.every)}::int)`;
  return `select * from (select t.record_id, (coalesce((select max(e.on_day) from ${meant}), t.opened_on, t.valid_from) + ${months})::date as due_on ${from}) d where d.due_on <= $1::date`;
}
