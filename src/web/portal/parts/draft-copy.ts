import type { FormValues } from '../../forms/form-values.ts';

interface Copy {
  readonly values: FormValues;
  /** When it was written, by this device's clock (ms). */
  readonly at: number;
  /** What the office had when this was begun, and the number of that saving: told apart from what another device saved since. */
  readonly base: FormValues;
  readonly version: number;
}

/** The unsent part of a draft on this device, of one account (and whom it acts for) and matter. Storage that is full or forbidden is no reason to stop typing. */
export function draftCopy(matter: string, owner: string | number, store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage, now: () => number = Date.now) {
  const key = `minzheng.draft.${owner}.${matter}`;
  return {
    read(): Copy | undefined {
      try {
        const copy = JSON.parse(store.getItem(key) ?? 'null') as Partial<Copy> | null;
        return typeof copy?.values === 'object' && typeof copy.at === 'number' ? { values: copy.values, at: copy.at, base: copy.base ?? {}, version: copy.version ?? 0 } : undefined;
      } catch {
        return undefined;
      }
    },
    write(values: FormValues, since: { readonly base: FormValues; readonly version: number } = { base: {}, version: 0 }): void {
      try {
        store.setItem(key, JSON.stringify({ values, at: now(), ...since } satisfies Copy));
      } catch { /* the office still gets it */ }
    },
    wipe(): void {
      try {
        store.removeItem(key);
      } catch { /* nothing was kept */ }
    },
  };
}
