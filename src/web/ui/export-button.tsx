import { useState } from 'react';
import { ApiProblem, download } from '../api-client.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';

/** 导出: takes the list as it is filtered now, all of it, as an Excel file; says beside the button why it could not. */
export function ExportButton({ list, asked = {}, children = '导出' }: { /** Id of the download; for a list, its query's. */ list: string; asked?: Readonly<Record<string, unknown>>; children?: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const take = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { name, blob } = await download(list, asked);
      handOver(name, blob);
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return <><Button busy={busy} onPress={() => void take()}>{busy ? `正在${children}…` : children}</Button>{problem === undefined ? null : <ErrorNote problem={problem} />}</>;
}

function handOver(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
