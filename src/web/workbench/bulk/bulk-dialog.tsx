import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../cases/form-dialog.tsx';
import type { BulkOffer, Ticked } from './api.ts';
import { RunView } from './run-view.tsx';

/** One kind of work for all that is ticked: the form once, then a trial that says who would be refused, then the word. */
export function BulkDialog({ work, offer, rows, unit, initial, onClose }: { work: string; offer: BulkOffer; rows: readonly Ticked[]; unit: string; initial?: Readonly<Record<string, string>>; onClose: (finished: boolean) => void }) {
  const [run, setRun] = useState<number | undefined>(undefined);
  const [begun, setBegun] = useState(false);
  const command = useApiCommand<{ readonly run: number }>('bulk.start', { refresh: false });
  const fields = new Set(offer.form?.sections.flatMap((section) => section.fields.map((field) => field.key)) ?? []);
  const known = Object.fromEntries(Object.entries(initial ?? {}).filter(([key]) => fields.has(key)));
  const body = (data: unknown) => ({ work, what: offer.what, rows: rows.map(({ id, seen }) => ({ id, ...(seen === undefined ? {} : { seen }) })), ...(offer.form === null ? {} : { data }) });
  if (run !== undefined) return <Dialog open wide title={offer.title} onClose={() => onClose(begun)}><RunView run={run} onGo={() => setBegun(true)} onClose={() => onClose(begun)} /></Dialog>;
  return (
    <FormDialog title={offer.title} form={offer.form} submit={`看看哪些办得了，${rows.length} ${unit}`} command={command} body={body} initial={known} onDone={(answer) => setRun(answer.run)} onClose={() => onClose(false)}>
      <p>{rows.length} {unit}一起办，写一次，每{unit}各记一件。先逐{unit}试一遍，办不了的写明原因，您看过再办。</p>
    </FormDialog>
  );
}
