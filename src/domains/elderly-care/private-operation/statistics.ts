import type { Indicator } from '../../../kernel/contract/indicator.ts';

/** Hardship residents last reported by the day over the hardship beds of the contracts that stand on it, in percent. A contract that has reported nothing fills none. */
const hardshipFilled: Indicator = {
  id: 'private-operation.hardship-filled', title: '困难老人保障床位使用率', unit: '%', kind: 'ratio', measures: 'count', rounding: { decimals: 1 }, figures: [], covers: 'S069',
  definition: '那一期最后一天履行中的公建民营合同：各家最近一次报的困难老人数 ÷ 合同约定的保障床位',
  sql: `select a.division_id, 100 * coalesce((select o.hardship from operation_contract__occupancy o
                 where o.record_id = a.record_id and o.command_id <= $3::bigint and (o.known_to is null or o.known_to > $3::bigint) and o.what <> 'taken-back' and o.on_day < $2::date
                 order by o.on_day desc, o.id desc limit 1), 0)::bigint as measure,
               a.hardship_quota::bigint as weight, null::text as urban_rural, 'record' as row_kind, a.record_id as row_id, '' as label
          from operation_contract a
         where a.command_id <= $3::bigint and (a.known_to is null or a.known_to > $3::bigint) and a.valid_from < $2::date and (a.valid_to is null or a.valid_to >= $2::date) and a.state = 'running'`,
};

export const indicators: readonly Indicator[] = [hardshipFilled];
