import { useSyncExternalStore } from 'react';

/** For whom somebody acts in this window: a mandate of theirs. Kept while the window is open, never beyond it. */
export interface Acting {
  readonly mandate: number;
  /** Account of the helper: another one signing in here does not act on. */
  readonly account: number;
  readonly principal: string;
  readonly lastDay: string;
  readonly matters: readonly { readonly id: string; readonly title: string }[];
  readonly guardian: boolean;
}

const STORE = 'minzheng.acting';
const CHANGED = 'minzheng:acting';

let read: { readonly text: string | null; readonly acting: Acting | null } = { text: null, acting: null };

/** The mandate this window stands under; null for one's own affairs. */
export function readActing(): Acting | null {
  if (typeof sessionStorage === 'undefined') return null;
  const text = sessionStorage.getItem(STORE);
  if (text !== read.text) read = { text, acting: parse(text) };
  return read.acting;
}

function parse(text: string | null): Acting | null {
  try {
    return text === null ? null : (JSON.parse(text) as Acting);
  } catch {
    return null;
  }
}

/** Begins to act for another in this window, or (null) ends it. */
export function setActing(acting: Acting | null): void {
  if (acting === null) sessionStorage.removeItem(STORE);
  else sessionStorage.setItem(STORE, JSON.stringify(acting));
  window.dispatchEvent(new Event(CHANGED));
}

const subscribe = (changed: () => void) => {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
};

export const useActing = (): Acting | null => useSyncExternalStore(subscribe, readActing, () => null);
