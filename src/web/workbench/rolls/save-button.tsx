import { useState } from 'react';
import { ApiProblem, query } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { saveFile, type KeptFile } from './save-file.ts';

/** Fetches a file of the roll and saves it; says beside the button why it could not. */
export function SaveButton({ door, roll, children }: { door: string; roll: number; children: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      saveFile(await query<KeptFile>(door, { roll }));
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return <><Button busy={busy} onPress={() => void save()}>{busy ? `正在${children}…` : children}</Button><ErrorNote problem={problem} /></>;
}
