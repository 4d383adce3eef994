import type { Count, CountOf, Register, RegisterField, Values, Where } from '../../../contract/register.ts';
import { standingStates } from '../../rules/judge-record.ts';

export interface CountedRow { readonly state: string; readonly values: Values; readonly openedOn: string | null; readonly endedOn: string | null }

/** What a count would say of these rows; null where it needs what a trial does not have (entries, divisions, a day). Pure. */
export function countTrial(register: Register, count: Count, rows: readonly CountedRow[]): number | null {
  const upper = side(register, count.of, rows);
  if (count.over === undefined) return upper;
  const lower = side(register, count.over, rows);
  if (upper === null || lower === null || lower === 0) return null;
  const by = 10 ** (count.rounding?.decimals ?? 1);
  return Math.round((upper / lower) * (count.percent ? 100 : 1) * by) / by;
}

function side(register: Register, of: CountOf, rows: readonly CountedRow[]): number | null {
  if (of.what === 'entries' || of.what === 'entered' || of.what === 'dated' || of.rural || of.divisions !== undefined || of.until !== undefined || ['person', 'town', 'village', 'county'].includes(of.distinct ?? '')) return null;
  const meant = rows.filter((row) => (of.what === 'stock' || of.states !== undefined ? (of.states ?? standingStates(register)).includes(row.state) : true))
    .filter((row) => (of.what === 'ended' ? row.endedOn !== null || register.states[row.state]?.ends === true : true)).filter((row) => meets(register.fields, of.where, row.values));
  if (of.distinct !== undefined) return new Set(meant.map((row) => row.values[of.distinct ?? '']).filter((value) => value !== undefined)).size;
  if (of.sum === undefined) return meant.length;
  return meant.reduce((sum, row) => sum + amountOf(row.values[of.sum ?? '']), 0);
}

const amountOf = (value: unknown): number => (Array.isArray(value) ? value.length : Number.isFinite(Number(value)) ? Number(value) : 0);

function meets(fields: readonly RegisterField[], where: Where | undefined, values: Values): boolean {
  return Object.entries(where ?? {}).every(([key, wanted]) => {
    const value = values[key];
    if (typeof wanted === 'boolean') return wanted ? value === true : value !== true;
    const list = typeof wanted === 'string' ? [wanted] : wanted;
    return fields.find((field) => field.key === key)?.kind === 'choices' ? Array.isArray(value) && value.some((one) => list.includes(String(one))) : list.includes(String(value));
  });
}
