import type { FormValue, FormValues } from '../../forms/form-values.ts';

/** A field that both changed, each to something else. */
export interface Clash { readonly key: string; readonly base: FormValue | undefined; readonly mine: FormValue | undefined; readonly theirs: FormValue | undefined }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * What two people made of the same sheet since it was read: where only one changed a field, that one's word stands; where both did, somebody
 * has to choose. Pure. `taken`: fields that only the other changed. A list is one field.
 */
export function mergeSheets(base: FormValues, mine: FormValues, theirs: FormValues): { readonly merged: FormValues; readonly clashes: readonly Clash[]; readonly taken: readonly string[] } {
  const merged: Record<string, FormValue | undefined> = {};
  const clashes: Clash[] = [];
  const taken: string[] = [];
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, own, other] = [base[key], mine[key], theirs[key]];
    const changed = !same(other, was);
    merged[key] = changed && same(own, was) ? other : own;
    if (changed && same(own, was)) taken.push(key);
    if (changed && !same(own, was) && !same(own, other)) clashes.push({ key, base: was, mine: own, theirs: other });
  }
  return { merged, clashes, taken };
}
