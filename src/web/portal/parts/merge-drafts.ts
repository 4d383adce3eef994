import { rowsOf, type FormValue, type FormValues } from '../../forms/form-values.ts';

/** One answer that was changed in two places, each in its own way. `path` is that of a field: `address`, `members.1.name`. */
export interface DraftConflict { readonly path: string; readonly mine: FormValue | undefined; readonly theirs: FormValue | undefined }

export interface MergedDraft { readonly values: FormValues; readonly conflicts: readonly DraftConflict[] }

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * Two states of a draft that both go back to `base`, brought together answer by answer: what only one side changed is taken from it; what both
 * changed differently is told, and stands as mine until somebody chooses. Pure.
 */
export function mergeDrafts(base: FormValues, mine: FormValues, theirs: FormValues): MergedDraft {
  return mergeLevel(base, mine, theirs, '');
}

function mergeLevel(base: FormValues, mine: FormValues, theirs: FormValues, before: string): MergedDraft {
  const values: Record<string, FormValue> = {};
  const conflicts: DraftConflict[] = [];
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const merged = mergeOne(base[key], mine[key], theirs[key], `${before}${key}`);
    if (merged.value !== undefined) values[key] = merged.value;
    conflicts.push(...merged.conflicts);
  }
  return { values, conflicts };
}

function mergeOne(base: FormValue | undefined, mine: FormValue | undefined, theirs: FormValue | undefined, path: string): { readonly value: FormValue | undefined; readonly conflicts: readonly DraftConflict[] } {
  if (same(mine, theirs) || same(theirs, base)) return { value: mine, conflicts: [] };
  if (same(mine, base)) return { value: theirs, conflicts: [] };
  const rows = isRows(base) && isRows(mine) && isRows(theirs) ? { base: rowsOf(base), mine: rowsOf(mine), theirs: rowsOf(theirs) } : undefined;
  // rows are told apart by their place: only where none came or went on either side
  if (rows === undefined || rows.mine.length !== rows.theirs.length || rows.base.length !== rows.mine.length) return { value: mine, conflicts: [{ path, mine, theirs }] };
  const merged = rows.mine.map((row, at) => mergeLevel(rows.base[at] ?? {}, row, rows.theirs[at] ?? {}, `${path}.${at}.`));
  return { value: merged.map((one) => one.values), conflicts: merged.flatMap((one) => one.conflicts) };
}

const isRows = (value: FormValue | undefined): boolean => Array.isArray(value) && value.length > 0 && value.every((row) => typeof row === 'object' && row !== null);

/** The same values with another answer at one path. */
export function withAnswer(values: FormValues, path: string, answer: FormValue | undefined): FormValues {
  const [key = '', row, ...rest] = path.split('.');
  if (row === undefined) return { ...values, [key]: answer ?? null };
  return { ...values, [key]: rowsOf(values[key]).map((one, at) => (at === Number(row) ? withAnswer(one, rest.join('.'), answer) : one)) };
}
