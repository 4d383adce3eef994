import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, command, query } from '../../api-client.ts';
import type { FormValues } from '../../forms/form-values.ts';
import { draftCopy } from './draft-copy.ts';

/** Where what was typed is now: `saved` with the office; `kept` on this device only, because there is no connection. */
export type DraftState = { readonly is: 'opening' } | { readonly is: 'saving' } | { readonly is: 'saved'; readonly at: string | undefined } | { readonly is: 'kept' } | { readonly is: 'refused'; readonly problem: ApiProblem };

interface Kept { readonly values: FormValues; readonly savedAt: string }
interface Saved { readonly draftId: number; readonly savedAt: string }

export interface Draft {
  /** Undefined until it was looked for. */
  readonly values: FormValues | undefined;
  readonly state: DraftState;
  /** Why the saved draft could not be fetched; what is typed meanwhile is kept on the device. */
  readonly problem: ApiProblem | undefined;
  readonly change: (values: FormValues) => void;
  /** Sends what is not yet there; resolves with the draft's number, undefined when it could not be sent. */
  readonly flush: () => Promise<number | undefined>;
  /** After the application was accepted: nothing stays on the device. */
  readonly drop: () => void;
}

const PAUSE_MS = 900;
const AGAIN_MS = 5000;

/**
 * What somebody types, kept as he types: on this device at once, with the office a moment later. Without a connection it stays on the
 * device and is sent when the connection is back; as soon as the office has it, the copy on the device is wiped (phones are shared).
 */
export function useDraft(matter: string, account: number): Draft {
  const copy = useRef(draftCopy(matter, account));
  const [values, setValues] = useState<FormValues | undefined>(undefined);
  const [state, setState] = useState<DraftState>({ is: 'opening' });
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const latest = useRef<FormValues | undefined>(undefined);
  const sent = useRef<FormValues | undefined>(undefined);
  const draftId = useRef<number | undefined>(undefined);
  const running = useRef<Promise<number | undefined> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = useCallback(async (): Promise<number | undefined> => {
    while (latest.current !== undefined && (latest.current !== sent.current || draftId.current === undefined)) {
      const body = latest.current;
      try {
        const saved = await command<Saved>('casework.save-draft', { matter, values: body });
        draftId.current = saved.draftId;
        sent.current = body;
        if (latest.current === body) { copy.current.wipe(); setState({ is: 'saved', at: saved.savedAt }); }
      } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        setState(failure.status === 0 || failure.status >= 500 ? { is: 'kept' } : { is: 'refused', problem: failure });
        return undefined;
      }
    }
    return draftId.current;
  }, [matter]);

  const flush = useCallback((): Promise<number | undefined> => {
    clearTimeout(timer.current);
    const under = running.current ?? send().finally(() => { running.current = undefined; });
    running.current = under;
    return under;
  }, [send]);

  useEffect(() => {
    let gone = false;
    const open = async () => {
      const local = copy.current.read();
      let kept: Kept | null = null;
      try {
        kept = await query<Kept | null>('casework.get-draft', { matter });
      } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        if (!gone) setProblem(failure);
      }
      if (gone || latest.current !== undefined) return;
      // a copy on this device was not yet sent: it is the later one, unless another device saved after it
      const first = local !== undefined && (kept === null || local.at >= Date.parse(kept.savedAt)) ? local.values : (kept?.values ?? {});
      if (kept !== null && first === kept.values) sent.current = first;
      latest.current = first;
      setValues(first);
      if (first === local?.values) { setState({ is: 'kept' }); void flush(); } else setState({ is: 'saved', at: kept?.savedAt });
    };
    void open();
    return () => { gone = true; clearTimeout(timer.current); };
  }, [matter, flush]);

  useEffect(() => {
    if (state.is !== 'kept') return undefined;
    const again = setInterval(() => void flush(), AGAIN_MS);
    const now = () => void flush();
    window.addEventListener('online', now);
    return () => { clearInterval(again); window.removeEventListener('online', now); };
  }, [state.is, flush]);

  const change = useCallback((next: FormValues) => {
    latest.current = next;
    setValues(next);
    copy.current.write(next);
    setState((before) => (before.is === 'kept' ? before : { is: 'saving' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  }, [flush]);

  const drop = useCallback(() => { clearTimeout(timer.current); copy.current.wipe(); }, []);
  return { values, state, problem, change, flush, drop };
}
