import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, command, keyFor, query } from '../../api-client.ts';
import type { FormValue, FormValues } from '../../forms/form-values.ts';
import { draftCopy } from './draft-copy.ts';
import { mergeDrafts, withAnswer, type DraftConflict } from './merge-drafts.ts';

/**
 * Where what was typed is now: `saved` with the office; `kept` on this device only, because there is no connection or the session ended;
 * `conflict`: another device (or who helps) answered the same question otherwise; `sent`: handed in from elsewhere meanwhile.
 */
export type DraftState =
  | { readonly is: 'opening' } | { readonly is: 'saving' } | { readonly is: 'saved'; readonly at: string | undefined } | { readonly is: 'kept' }
  | { readonly is: 'signed-out' } | { readonly is: 'sent' } | { readonly is: 'refused'; readonly problem: ApiProblem }
  | { readonly is: 'conflict'; readonly conflicts: readonly DraftConflict[]; readonly by: string | null };

interface Kept { readonly values: FormValues; readonly savedAt: string; readonly version: number; readonly savedBy: string | null }
interface Saved { readonly draftId: number; readonly savedAt: string; readonly version: number }

export interface Draft {
  /** Undefined until it was looked for. */
  readonly values: FormValues | undefined;
  readonly state: DraftState;
  /** Why the saved draft could not be fetched; what is typed meanwhile is kept on the device. */
  readonly problem: ApiProblem | undefined;
  readonly change: (values: FormValues) => void;
  /** Of a question answered in two ways: which answer stands. */
  readonly choose: (path: string, answer: FormValue | undefined) => void;
  /** Sends what is not yet there; resolves with the draft's number, undefined when it could not be sent. */
  readonly flush: () => Promise<number | undefined>;
  /** After the application was accepted: nothing stays on the device. */
  readonly drop: () => void;
}

const PAUSE_MS = 900;
const AGAIN_MS = 5000;

/** What the office had when we last spoke: the saving's number and its answers. */
interface Common { readonly base: FormValues; readonly version: number }

/**
 * What somebody types, kept as he types: on this device at once, with the office a moment later. Without a connection it stays on the device and
 * is sent when the connection is back; as soon as the office has it, the copy on the device is wiped (phones are shared) and only this window keeps one, for a
 * reload without a line. What another device saved meanwhile is brought together with it, question by question.
 */
export function useDraft(matter: string, owner: string): Draft {
  const copy = useRef(draftCopy(matter, owner));
  const inWindow = useRef(draftCopy(matter, owner, sessionStorage));
  const [values, setValues] = useState<FormValues | undefined>(undefined);
  const [state, setState] = useState<DraftState>({ is: 'opening' });
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const latest = useRef<FormValues | undefined>(undefined);
  const sent = useRef<FormValues | undefined>(undefined);
  const common = useRef<Common>({ base: {}, version: 0 });
  const open = useRef<readonly DraftConflict[]>([]);
  const draftId = useRef<number | undefined>(undefined);
  const attempt = useRef<{ digest: string; key: string } | undefined>(undefined);
  const running = useRef<Promise<number | undefined> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** Takes in what the office has; true when nothing has to be chosen. */
  const takeIn = useCallback((kept: Kept, mine: FormValues): boolean => {
    const { values: merged, conflicts } = mergeDrafts(common.current.base, mine, kept.values);
    common.current = { base: kept.values, version: kept.version };
    open.current = conflicts;
    latest.current = merged;
    setValues(merged);
    if (conflicts.length > 0) setState({ is: 'conflict', conflicts, by: kept.savedBy });
    return conflicts.length === 0;
  }, []);

  const send = useCallback(async (): Promise<number | undefined> => {
    while (latest.current !== undefined && open.current.length === 0 && (latest.current !== sent.current || draftId.current === undefined)) {
      const values_ = latest.current;
      const body = { matter, values: values_, seen: common.current.version };
      try {
        const saved = await command<Saved>('casework.save-draft', body, { key: keyFor(attempt, body) });
        attempt.current = undefined;
        draftId.current = saved.draftId;
        sent.current = values_;
        common.current = { base: values_, version: saved.version };
        if (latest.current === values_) { copy.current.wipe(); setState({ is: 'saved', at: saved.savedAt }); }
      } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        if (failure.code === 'case.draft-newer') {
          const kept = await query<Kept | null>('casework.get-draft', { matter }).catch(() => null);
          if (kept !== null && takeIn(kept, latest.current ?? values_)) continue;
          if (kept !== null) return undefined;
        }
        setState(stateAfter(failure));
        return undefined;
      }
    }
    return open.current.length === 0 ? draftId.current : undefined;
  }, [matter, takeIn]);

  const flush = useCallback((): Promise<number | undefined> => {
    clearTimeout(timer.current);
    const under = running.current ?? send().finally(() => { running.current = undefined; });
    running.current = under;
    return under;
  }, [send]);

  useEffect(() => {
    let gone = false;
    const look = async () => {
      let local = copy.current.read();
      let kept: Kept | null = null;
      try {
        kept = await query<Kept | null>('casework.get-draft', { matter });
      } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        if (!gone) setProblem(failure);
        local ??= inWindow.current.read();
        if (local !== undefined) common.current = { base: local.base, version: local.version };
      }
      if (gone || latest.current !== undefined) return;
      if (local === undefined) return begin(kept);
      latest.current = local.values;
      if (kept === null) { setValues(local.values); setState({ is: 'kept' }); void flush(); return; }
      // a copy on this device was not yet sent: whatever was saved elsewhere since is brought together with it
      common.current = { base: local.base, version: local.version };
      if (kept.version === local.version) { setValues(local.values); setState({ is: 'kept' }); void flush(); } else if (takeIn(kept, local.values)) { setState({ is: 'kept' }); void flush(); }
    };
    const begin = (kept: Kept | null) => {
      const first = kept?.values ?? {};
      common.current = { base: first, version: kept?.version ?? 0 };
      if (kept !== null) sent.current = first;
      latest.current = first;
      setValues(first);
      setState({ is: 'saved', at: kept?.savedAt });
    };
    void look();
    return () => { gone = true; clearTimeout(timer.current); };
  }, [matter, flush, takeIn]);

  useEffect(() => {
    if (state.is !== 'kept' && state.is !== 'signed-out') return undefined;
    const again = setInterval(() => { if (state.is === 'kept') void flush(); }, AGAIN_MS);
    const now = () => void flush();
    window.addEventListener('online', now);
    window.addEventListener('minzheng:signed-in', now);
    return () => { clearInterval(again); window.removeEventListener('online', now); window.removeEventListener('minzheng:signed-in', now); };
  }, [state.is, flush]);

  const change = useCallback((next: FormValues) => {
    latest.current = next;
    setValues(next);
    copy.current.write(next, common.current);
    if (open.current.length > 0) return;
    setState((before) => (before.is === 'kept' || before.is === 'signed-out' ? before : { is: 'saving' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  }, [flush]);

  const choose = useCallback((path: string, answer: FormValue | undefined) => {
    const left = open.current.filter((one) => one.path !== path);
    open.current = left;
    setState((before) => (left.length > 0 && before.is === 'conflict' ? { ...before, conflicts: left } : { is: 'saving' }));
    change(withAnswer(latest.current ?? {}, path, answer));
  }, [change]);

  useEffect(() => { if (values !== undefined) inWindow.current.write(values, common.current); }, [values, state]);

  const drop = useCallback(() => { clearTimeout(timer.current); copy.current.wipe(); inWindow.current.wipe(); }, []);
  return { values, state, problem, change, choose, flush, drop };
}

function stateAfter(failure: ApiProblem): DraftState {
  if (failure.status === 0 || failure.status >= 500) return { is: 'kept' };
  if (failure.status === 401) return { is: 'signed-out' };
  return failure.code === 'case.draft-sent' ? { is: 'sent' } : { is: 'refused', problem: failure };
}
