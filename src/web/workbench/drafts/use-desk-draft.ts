import { useEffect, useRef, useState } from 'react';
import { command, query } from '../../api-client.ts';
import type { FormValues } from '../../forms/form-values.ts';

/** After so long without a stroke what was typed is kept, in milliseconds. */
const REST = 1200;

export interface DeskDraft {
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  /** When what stands here was kept, where it was left from another time; undefined when it begins plain. */
  readonly since: string | undefined;
  /** Plain again; what was kept goes. */
  readonly startOver: () => void;
  /** It was sent: what was kept goes. */
  readonly sent: () => void;
}

/**
 * The values of a form of the desk, kept on the server while they are typed (encrypted, seen by this post only): a reload, an ended session, a
 * closed dialog lose nothing. `key` undefined keeps nothing. A failure to keep is silent: what is typed still stands on the screen.
 */
export function useDeskDraft(key: string | undefined, initial: FormValues): DeskDraft {
  const [values, setValues] = useState(initial);
  const [since, setSince] = useState<string | undefined>(undefined);
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const plain = useRef(initial);
  useEffect(() => {
    if (key === undefined) return undefined;
    let here = true;
    void query<{ readonly values: FormValues; readonly savedAt: string } | null>('drafts.get', { key }).then((kept) => {
      if (!here || touched.current || kept === null) return;
      setValues(kept.values);
      setSince(kept.savedAt);
    }, () => undefined);
    return () => { here = false; };
  }, [key]);
  const drop = () => {
    clearTimeout(timer.current);
    if (key !== undefined && (touched.current || since !== undefined)) void command('drafts.drop', { key }).catch(() => undefined);
    touched.current = false;
    setSince(undefined);
  };
  return {
    values, since,
    onChange(next) {
      touched.current = true;
      setValues(next);
      if (key === undefined) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void command('drafts.keep', { key, values: next }).catch(() => undefined), REST);
    },
    startOver() {
      drop();
      setValues(plain.current);
    },
    sent: drop,
  };
}
