import { useState } from 'react';
import { ApiProblem, download } from '../api-client.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';

/**
 * 导出: takes the list as it is filtered now, all of it, as an Excel file, or as CSV for another program; says beside the button why it could not.
 * `single`: a file that has one form only.
 */
export function ExportButton({ list, asked = {}, single = false, children = '导出' }: { /** Id of the download; for a list, its query's. */ list: string; asked?: Readonly<Record<string, unknown>>; single?: boolean; children?: string }) {
  const [busy, setBusy] = useState<'xlsx' | 'csv' | undefined>(undefined);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const take = async (form: 'xlsx' | 'csv') => {
    setBusy(form);
    setProblem(undefined);
    try {
      const { name, blob } = await download(list, asked, form);
      handOver(name, blob);
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      <Button busy={busy === 'xlsx'} onPress={() => void take('xlsx')}>{busy === 'xlsx' ? `正在${children}…` : children}</Button>
      {single ? null : <Button kind="bare" busy={busy === 'csv'} onPress={() => void take('csv')}>{busy === 'csv' ? '正在存…' : 'CSV'}</Button>}
      {problem === undefined ? null : <ErrorNote problem={problem} />}
    </>
  );
}

function handOver(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
