import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { after, keyCaps, keyName } from './key-names.ts';

/** What a key does, in words for the list of keys. `when`: it acts, and is listed, only while this holds. */
export interface KeyAction { readonly title: string; readonly run: () => void; readonly when?: () => boolean; }
/** By the key: `j`, `Enter`, `Shift+j`, `Ctrl+k`, `g t`. A capital or Ctrl key acts inside fields too only with Ctrl. */
export type KeyMap = Readonly<Record<string, KeyAction>>;

interface Layer {
  readonly add: (map: { current: KeyMap }) => () => void;
  /** Every live key with its words; a later layer hides an earlier one. */
  readonly list: () => readonly (readonly [string, string])[];
  /** The first of two keys that was pressed, and what may follow. */
  readonly begun: readonly (readonly [string, string])[] | undefined;
  readonly on: boolean;
  readonly switchTo: (on: boolean) => void;
}

const Keys = createContext<Layer | undefined>(undefined);
const STORE = 'minzheng.single-keys';
/** So long the second key is waited for, in milliseconds. */
const PATIENCE = 2500;

/** True where a letter is text: inside a field, or while an input method composes. */
function isTyping(event: KeyboardEvent): boolean {
  const at = event.target;
  return at instanceof HTMLElement && (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])'));
}

/** A link, a button or an opened part answers Enter itself. */
const hasOwnEnter = (at: EventTarget | null): boolean => at instanceof HTMLElement && at.closest('a, button, summary, label, [role=button], tr') !== null;

/** Ctrl+Enter sends the form one is in, or the only thing the open dialog asks; Esc leaves a field. True when it did something. */
function pressForm(event: KeyboardEvent, name: string): boolean {
  const at = event.target instanceof HTMLElement ? event.target : document.body;
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  if (name === 'Ctrl+Enter') {
    const form = at.closest('form') ?? dialog?.querySelector('form') ?? (dialog === undefined ? document.querySelector<HTMLFormElement>('main form[data-sheet]') : null);
    const button = form === null ? dialog?.querySelector<HTMLElement>('.btn.main') : undefined;
    if (form === null && (button === null || button === undefined)) return false;
    if (form === null) button?.click();
    else form.requestSubmit();
    return true;
  }
  if (name !== 'Escape' || dialog !== undefined || !isTyping(event)) return false;
  at.blur();
  return true;
}

const actionOf = (maps: readonly { readonly current: KeyMap }[], key: string): KeyAction | undefined =>
  maps.findLast((map) => map.current[key] !== undefined && map.current[key].when?.() !== false)?.current[key];

/** Every live key with its words. */
function listKeys(maps: readonly { readonly current: KeyMap }[]): [string, string][] {
  const all = new Map<string, string>();
  for (const map of maps) for (const [key, action] of Object.entries(map.current)) if (action.when?.() !== false) all.set(key, action.title);
  return [...all];
}

/** The keyboard layer of the desk. Single letters act only outside fields and can be switched off (WCAG 2.1.4). */
export function KeyProvider({ children }: { children: ReactNode }) {
  const maps = useRef<{ current: KeyMap }[]>([]);
  const first = useRef<{ readonly key: string; readonly until: number } | undefined>(undefined);
  const [on, setOn] = useState(() => localStorage.getItem(STORE) !== 'off');
  const [begun, setBegun] = useState<readonly (readonly [string, string])[] | undefined>(undefined);
  useEffect(() => {
    const begin = (key: string | undefined) => {
      first.current = key === undefined ? undefined : { key, until: performance.now() + PATIENCE };
      setBegun(key === undefined ? undefined : listKeys(maps.current).filter(([one]) => one.startsWith(`${key} `)));
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.altKey || /^(?:Shift|Control|Meta|Alt|CapsLock)$/.test(event.key)) return;
      const name = keyName(event);
      if (pressForm(event, name)) return event.preventDefault();
      const chord = name.startsWith('Ctrl+');
      if (document.querySelector('dialog[open]') !== null || (!chord && (isTyping(event) || (!on && name !== '?')))) return;
      const pending = first.current !== undefined && first.current.until > performance.now() ? first.current.key : undefined;
      const key = pending === undefined ? name : `${pending} ${name}`;
      if (first.current !== undefined) begin(undefined);
      if (key === 'Enter' && hasOwnEnter(event.target)) return;
      const action = actionOf(maps.current, key);
      if (action !== undefined) {
        event.preventDefault();
        action.run();
      } else if (pending === undefined && after(name, listKeys(maps.current).map(([one]) => one)).length > 0) begin(name);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
  const add = useCallback((map: { current: KeyMap }) => {
    maps.current = [...maps.current, map];
    return () => { maps.current = maps.current.filter((one) => one !== map); };
  }, []);
  const layer = useMemo<Layer>(() => ({
    add, list: () => listKeys(maps.current), begun, on,
    switchTo: (value) => {
      localStorage.setItem(STORE, value ? 'on' : 'off');
      setOn(value);
    },
  }), [add, on, begun]);
  return <Keys value={layer}>{children}</Keys>;
}

/** Registers keys while the component is on screen: `useKeys({ r: { title: '编制补发册', run } })`. Nothing happens in the portal. */
export function useKeys(map: KeyMap): void {
  const add = useContext(Keys)?.add;
  const latest = useRef(map);
  useEffect(() => { latest.current = map; });
  useEffect(() => add?.(latest), [add]);
}

/** The layer itself, for the list of keys; undefined in the portal. */
export function useKeyLayer(): Layer | undefined {
  return useContext(Keys);
}

/** How a key is written on its button. */
export function Key({ of }: { of: string }) {
  return <>{keyCaps(of).map((cap, at) => <span key={at} className="key" aria-hidden="true">{cap}</span>)}</>;
}
