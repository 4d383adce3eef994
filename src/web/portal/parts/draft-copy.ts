import type { FormValues } from '../../forms/form-values.ts';

interface Copy { readonly values: FormValues; /** When it was written, by this device's clock (ms). */ readonly at: number }

/** The unsent part of a draft on this device, of one account and matter. Storage that is full or forbidden is no reason to stop typing. */
export function draftCopy(matter: string, account: number, store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage, now: () => number = Date.now) {
  const key = `minzheng.draft.${account}.${matter}`;
  return {
    read(): Copy | undefined {
      try {
        const copy = JSON.parse(store.getItem(key) ?? 'null') as Copy | null;
        return typeof copy?.values === 'object' && typeof copy.at === 'number' ? copy : undefined;
      } catch {
        return undefined;
      }
    },
    write(values: FormValues): void {
      try {
        store.setItem(key, JSON.stringify({ values, at: now() } satisfies Copy));
      } catch { /* the office still gets it */ }
    },
    wipe(): void {
      try {
        store.removeItem(key);
      } catch { /* nothing was kept */ }
    },
  };
}
