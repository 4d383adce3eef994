import type { FormValues } from '../../../../web/forms/form-values.ts';
import { rowsOf } from '../../../../web/forms/form-values.ts';

/** What has been written of income so far, 分 a month, before anything is left out or deducted; undefined while nothing is written. */
export function reckonSoFar(values: FormValues): number | undefined {
  const rows = rowsOf(values['incomes']).map(monthlyOf).filter((one) => one !== undefined);
  return rows.length === 0 ? undefined : rows.reduce((sum, one) => sum + one, 0);
}

/** Sums over some months are divided and rounded half up, as the office will. */
export function monthlyOf(row: FormValues): number | undefined {
  if (row['regular'] === 'monthly') return typeof row['monthly'] === 'number' ? row['monthly'] : undefined;
  const { total, months } = row;
  if (row['regular'] !== 'total' || typeof total !== 'number' || typeof months !== 'number' || months < 1) return undefined;
  return Math.floor((2 * total + months) / (2 * months));
}
