import type { DossierItem } from '../contract/dossier.ts';

/** Pure: whether an item is asked of a case, by its procedure and how it ended; one still open is judged as if it would be granted. */
export function appliesTo(item: DossierItem, case_: { readonly procedure: string; readonly outcome: string | null }): boolean {
  if (item.procedures && !item.procedures.includes(case_.procedure)) return false;
  return !item.outcomes || (item.outcomes as readonly string[]).includes(case_.outcome ?? 'granted');
}
