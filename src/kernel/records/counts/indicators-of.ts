import type { Indicator } from '../../contract/indicator.ts';
import type { Count, CountOf, Register } from '../../contract/register.ts';
import { countSql } from './count-sql.ts';

/** A register's counts as figures: read as of a day or for a period, by division, opened into their records. Pure. */
export function indicatorsOf(register: Register): Indicator[] {
  return (register.counts ?? []).map((count) => indicatorOf(register, count));
}

function indicatorOf(register: Register, count: Count): Indicator {
  const ratio = count.over !== undefined;
  return {
    id: `${register.id}.${count.id}`, title: count.title, unit: count.unit, covers: register.covers[0] ?? '', figures: count.figures ?? [],
    kind: ratio ? 'ratio' : count.of.what === 'stock' ? 'stock' : 'flow', measures: isMoney(register, count) ? 'fen' : isDecimal(register, count) ? 'decimal' : 'count',
    definition: count.definition ?? `${DEFINED[count.of.what]}${count.title}，取自台账“${register.title}”。`,
    ...(register.readers === undefined ? {} : { internal: true as const }),
    ...(ratio ? { rounding: count.rounding ?? { decimals: 1 } } : {}),
    sql: ratio ? ratioSql(register, count, count.over as CountOf) : plainSql(register, count),
  };
}

const DEFINED: Readonly<Record<CountOf['what'], string>> = { stock: '那一天在册的', opened: '当期新增的', ended: '当期退出的', entered: '当期转入这一状态的', dated: '日期在当期的', entries: '当期记下的' };

/** The kind of the field that is added up; of money over money none: 分 over 分 is a bare number. */
function kindSummed(register: Register, { of, over }: Count): string | undefined {
  const kindOf = ({ what, sub, sum }: CountOf): string | undefined => (what === 'entries' ? register.subRecords?.find((one) => one.id === sub)?.fields ?? [] : register.fields).find((field) => sum !== undefined && field.key === sum)?.kind;
  const kind = kindOf(of);
  return over !== undefined && kind === 'money' && kindOf(over) === 'money' ? undefined : kind;
}
const isMoney = (register: Register, count: Count): boolean => kindSummed(register, count) === 'money';
/** Sums of numbers with decimals are carried in ten-thousandths: as many decimals as a register keeps. */
const isDecimal = (register: Register, count: Count): boolean => kindSummed(register, count) === 'number';

const COLUMNS = 'null::text as urban_rural, c.row_kind, c.row_id, \'\' as label';
const plainSql = (register: Register, count: Count): string => `select c.division_id, round(c.amount${isDecimal(register, count) ? ' * 10000' : ''})::bigint as measure, 0::bigint as weight, ${COLUMNS} from (${countSql(register, count.of)}) c`;
/** Both sides as rows: the upper adds to the measure, the lower to the weight. */
const ratioSql = (register: Register, count: Count, over: CountOf): string =>
  `select c.division_id, round(c.amount${count.percent ? ' * 100' : ''}${isDecimal(register, count) ? ' * 10000' : ''})::bigint as measure, 0::bigint as weight, ${COLUMNS} from (${countSql(register, count.of, 'last')}) c
   union all select c.division_id, 0::bigint, round(c.amount)::bigint, ${COLUMNS} from (${countSql(register, over, 'last')}) c`;
