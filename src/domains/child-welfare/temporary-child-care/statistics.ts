import type { Indicator } from '../../../kernel/contract/indicator.ts';

/**
 * Stays that touch the period, each with its days inside it: from arrival or the first day, to the day of return (of leaving for an institution), the last day of the
 * period, or today, whichever is first. Arrival and return are both days of care.
 */
const INSIDE = `select t.division_id, t.record_id,
       least(case when t.state = 'returned' then t.returned_on when t.state = 'transferred' then t.ended_on else business_day() end, $2::date - 1, business_day()) - greatest(t.admitted_on, $1::date) + 1 as days
  from child_stay t
 where t.command_id <= $3::bigint and (t.known_to is null or t.known_to > $3::bigint) and t.valid_to is null and t.what <> 'taken-back' and t.admitted_on < $2::date`;

const figure = (id: string, title: string, unit: string, definition: string, measure: string): Indicator => ({
  id: `temporary-child-care.${id}`, title, unit, kind: 'flow', measures: 'count', figures: [], covers: 'S186', definition,
  sql: `select s.division_id, ${measure}::bigint as measure, 0::bigint as weight, null::text as urban_rural, 'record' as row_kind, s.record_id as row_id, '' as label from (${INSIDE}) s where s.days > 0`,
});

export const indicators: readonly Indicator[] = [
  figure('child-days', '在托人天', '人天', '当期在托的每个孩子在这一期以内的天数之和；入托、接回的当天都算，期外的天数不算', 's.days'),
  figure('stays', '在托人次', '人次', '当期有一天在托的入托记录；上一期来的、这一期还在的也算', '1'),
];
