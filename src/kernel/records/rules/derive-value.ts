import type { DerivedField, DerivedFormula, RecordSeen, Register } from '../../contract/register.ts';
import { daysBetweenWritten } from '../../values/plain-date.ts';
import { valueOf } from './judge-record.ts';

type Seen = Omit<RecordSeen, 'entry'>;

/** What a derived field says of a record; undefined where it cannot be said. Pure. */
export function deriveValue(field: Pick<DerivedField, 'kind' | 'value'>, seen: Seen): number | string | undefined {
  return typeof field.value === 'function' ? field.value(seen) : calculate(field.value, field.kind, seen);
}

/** Everything a register derives of a record, what cannot be said left out. Pure. */
export const deriveValues = (register: Pick<Register, 'derived'>, seen: Seen): Record<string, number | string> =>
  Object.fromEntries((register.derived ?? []).flatMap((field) => { const value = deriveValue(field, seen); return value === undefined ? [] : [[field.key, value]]; }));

function calculate(formula: DerivedFormula, kind: DerivedField['kind'], seen: Seen): number | undefined {
  if ('daysUntil' in formula) return daysBetweenWritten(seen.today, valueOf(formula.daysUntil, seen));
  if ('difference' in formula) {
    const [from, less] = [valueOf(formula.difference, seen), valueOf(formula.minus, seen)];
    return typeof from === 'number' && typeof less === 'number' ? rounded(from - less, 6) : daysBetweenWritten(less, from);
  }
  const [upper, lower] = [valueOf(formula.ratio, seen), valueOf(formula.over, seen)];
  if (typeof upper !== 'number' || typeof lower !== 'number' || lower === 0) return undefined;
  return rounded((upper / lower) * (formula.percent ? 100 : 1), kind === 'money' || kind === 'integer' ? 0 : formula.decimals ?? 1);
}

const rounded = (value: number, decimals: number): number => Math.round((value + Number.EPSILON * Math.sign(value)) * 10 ** decimals) / 10 ** decimals;
