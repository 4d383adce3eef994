import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

/** What a key does, in words for the list of keys. */
export interface KeyAction { readonly title: string; readonly run: () => void; }
export type KeyMap = Readonly<Record<string, KeyAction>>;

interface Layer {
  readonly add: (map: { current: KeyMap }) => () => void;
  /** Every live key with its words; a later layer hides an earlier one. */
  readonly list: () => readonly (readonly [string, string])[];
  readonly on: boolean;
  readonly switchTo: (on: boolean) => void;
}

const Keys = createContext<Layer | undefined>(undefined);
const STORE = 'minzheng.single-keys';

/** True where a letter is text: inside a field, or while an input method composes. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const at = event.target;
  return at instanceof HTMLElement && (at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
}

/** A link, a button or an opened part answers Enter itself. */
const hasOwnEnter = (at: EventTarget | null): boolean => at instanceof HTMLElement && at.closest('a, button, summary, label, [role=button], tr') !== null;

/** The keyboard layer of the desk. Single letters act only outside fields and can be switched off (WCAG 2.1.4). */
export function KeyProvider({ children }: { children: ReactNode }) {
  const maps = useRef<{ current: KeyMap }[]>([]);
  const [on, setOn] = useState(() => localStorage.getItem(STORE) !== 'off');
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (document.querySelector('dialog[open]') !== null || (!on && event.key !== '?')) return;
      if (event.key === 'Enter' && hasOwnEnter(event.target)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const action = maps.current.findLast((map) => map.current[key] !== undefined)?.current[key];
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
  const layer = useMemo<Layer>(() => ({
    add: (map) => {
      maps.current = [...maps.current, map];
      return () => { maps.current = maps.current.filter((one) => one !== map); };
    },
    list: () => {
      const all = new Map<string, string>();
      for (const map of maps.current) for (const [key, action] of Object.entries(map.current)) all.set(key, action.title);
      return [...all];
    },
    on,
    switchTo: (value) => {
      localStorage.setItem(STORE, value ? 'on' : 'off');
      setOn(value);
    },
  }), [on]);
  return <Keys value={layer}>{children}</Keys>;
}

/** Registers single keys while the component is on screen: `useKeys({ r: { title: '编制补发册', run } })`. Nothing happens in the portal. */
export function useKeys(map: KeyMap): void {
  const layer = useContext(Keys);
  const latest = useRef(map);
  useEffect(() => { latest.current = map; });
  useEffect(() => layer?.add(latest), [layer]);
}

/** The layer itself, for the list of keys; undefined in the portal. */
export function useKeyLayer(): Layer | undefined {
  return useContext(Keys);
}

const SHOWN: Record<string, string> = { Enter: '回车', Escape: 'Esc' };

/** How a key is written on its button. */
export function Key({ of }: { of: string }) {
  return <span className="key" aria-hidden="true">{SHOWN[of] ?? of.toUpperCase()}</span>;
}
