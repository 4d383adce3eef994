import type { CountOf, Register, RegisterField } from '../../contract/register.ts';
import { columnOf, subTableOf, tableOf } from '../../registry/check-register.ts';
import { standingStates } from '../rules/judge-record.ts';
import { quote, whereSql } from '../rules/where-sql.ts';
import { ruralSql } from '../rules/rural-sql.ts';

/** As known at a command ($3), of a bitemporal table called `t`. */
const KNOWN = 't.command_id <= $3::bigint and (t.known_to is null or t.known_to > $3::bigint)';
const LEVELS = new Set(['town', 'village', 'county']);

/** The day a stock is read on: of a figure of its own the day asked for; within a ratio of a period the period's last. */
type Day = 'first' | 'last';
const dayOf = (day: Day): string => (day === 'first' ? '$1::date' : '($2::date - 1)');
const standing = (row: string, day: Day): string => `${row}.valid_from <= ${dayOf(day)} and (${row}.valid_to is null or ${row}.valid_to > ${dayOf(day)})`;

const inPeriod = (column: string): string => `${column} >= $1::date and ${column} < $2::date`;

/**
 * The rows one side of a count means, for the period from $1 to $2 (exclusive), as known at $3: `division_id, amount, row_kind, row_id`.
 * Records are counted with what is known of them at $3; entries by their day.
 */
export function countSql(register: Register, of: CountOf, day: Day = 'first'): string {
  if (of.divisions !== undefined) return `select d.id as division_id, 1::numeric as amount, 'division' as row_kind, d.id::bigint as row_id from division d where d.level = ${quote(of.divisions)}${of.rural ? ` and ${ruralSql('d')}` : ''} and ${standing('d', day)} and d.id in (select divisions_under(c.id) from division c join city on city.code = c.code)${of.lacking ? lackingSql(register, of, of.divisions, day) : ''}`;
  const sub = of.what === 'entries' ? register.subRecords?.find((one) => one.id === of.sub) : undefined;
  const fields = sub?.fields ?? register.fields;
  const rows = `${sub === undefined ? `${tableOf(register)} t where ${KNOWN} and ${within(register, of, day)}` : `${subTableOf(register, sub)} t where ${KNOWN} and t.what <> 'taken-back' and ${inPeriod(of.on === undefined ? 't.on_day' : `t.${columnOf(of.on)}`)} and exists (select from register_record r where r.id = t.record_id and not r.taken_back)`}${whereSql(fields, of.where, 't')}${of.rural ? ` and exists (select from division v where v.id = office_of(division_on(t.division_id, ${dayOf(day)}), 'village') and ${ruralSql('v')})` : ''}`;
  return measured(fields, of, of.shared === undefined ? rows : sharing(rows, of.shared), day);
}

/** Divisions in which none of the records meant stands. */
const lackingSql = (register: Register, of: CountOf, level: string, day: Day): string =>
  ` and d.id <> all (array(select office_of(division_on(t.division_id, ${dayOf(day)}), ${quote(level)}) from ${tableOf(register)} t where ${KNOWN} and ${within(register, { ...of, what: 'stock' }, day)}${whereSql(register.fields, of.where, 't')}))`;

/** Of the rows meant, those whose value at least so many of them have. */
const sharing = (rows: string, { by, atLeast }: NonNullable<CountOf['shared']>): string =>
  `(select t.*, count(t.${columnOf(by)}) over (partition by t.${columnOf(by)}) as sharers from ${rows}) t where t.sharers >= ${atLeast}`;

function within(register: Register, of: CountOf, day: Day): string {
  const states = of.states ?? standingStates(register);
  const among = `t.state in (${(states.length === 0 ? [''] : states).map(quote).join(', ')})`;
  switch (of.what) {
    case 'stock': return `${standing('t', day)} and ${among}${of.until === undefined ? '' : ` and (t.${columnOf(of.until)} is null or t.${columnOf(of.until)} >= ${dayOf(day)})`}`;
    case 'opened': return `t.valid_to is null and ${inPeriod('t.opened_on')}${of.states === undefined ? '' : ` and ${among}`}`;
    case 'ended': return `t.valid_to is null and ${inPeriod('t.ended_on')}${of.states === undefined ? '' : ` and ${among}`}`;
    // the version that begins with the state; one that was entered again counts again
    case 'entered': return `t.what <> 'taken-back' and t.valid_from = t.state_since and ${inPeriod('t.state_since')} and ${among}`;
    case 'dated': return `t.valid_to is null and ${inPeriod(`t.${columnOf(of.on ?? '')}`)}${of.states === undefined ? ' and t.opened_on is not null' : ` and ${among}`}`;
    case 'entries': return 'true';
  }
}

function measured(fields: readonly RegisterField[], of: CountOf, rows: string, day: Day): string {
  if (of.distinct !== undefined) {
    // one row for each, in the division of its first
    const of_ = LEVELS.has(of.distinct) ? `office_of(division_on(t.division_id, ${dayOf(day)}), ${quote(of.distinct)})` : of.distinct === 'person' ? 't.person_id' : `t.${columnOf(of.distinct)}`;
    // what lies above every town or village lies in none; a city without districts stands for its one district
    const there = of.distinct === 'town' || of.distinct === 'village' ? `exists (select from division p where p.id = ${of_} and p.level = ${quote(of.distinct)})` : `${of_} is not null`;
    return `select distinct on (${of_}) t.division_id, 1::numeric as amount, 'record' as row_kind, t.record_id as row_id from ${rows} and ${there} order by ${of_}, t.record_id`;
  }
  const amount = of.sum === undefined ? '1::numeric' : fields.find((field) => field.key === of.sum)?.kind === 'choices' ? `coalesce(cardinality(t.${columnOf(of.sum)}), 0)::numeric` : `coalesce(t.${columnOf(of.sum)}, 0)::numeric`;
  return `select t.division_id, ${amount} as amount, 'record' as row_kind, t.record_id as row_id from ${rows}`;
}
