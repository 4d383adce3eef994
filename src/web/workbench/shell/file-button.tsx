import { useState } from 'react';
import { ApiProblem, query } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { saveFile, type KeptFile } from '../rolls/save-file.ts';

/** Fetches a file a query writes and saves it; says beside the button why it could not. */
export function FileButton({ door, body, children }: { door: string; body: unknown; children: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      saveFile(await query<KeptFile>(door, body));
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return <><Button busy={busy} onPress={() => void save()}>{busy ? `正在${children}…` : children}</Button><ErrorNote problem={problem} /></>;
}
