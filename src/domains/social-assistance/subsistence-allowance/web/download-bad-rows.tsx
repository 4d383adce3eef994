import { useState } from 'react';
import { ApiProblem, query } from '../../../../web/api-client.ts';
import { Button } from '../../../../web/ui/button.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import type { BadRows } from '../queries/get-bad-rows.ts';

/** 下载有问题的 6 户: the sheet to correct and choose again. */
export function DownloadBadRows({ file, households }: { file: number; households: number }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const fetchSheet = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      keep(await query<BadRows>('subsistence-allowance.get-bad-rows', { file }));
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button onPress={() => { void fetchSheet(); }} busy={busy}>{busy ? '正在准备…' : `下载有问题的 ${households.toLocaleString('en-US')} 户`}</Button>
      <ErrorNote problem={problem} />
    </>
  );
}

/** Hands the sheet to the browser as a file. */
function keep(sheet: BadRows): void {
  const bytes = Uint8Array.from(atob(sheet.content), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = sheet.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
