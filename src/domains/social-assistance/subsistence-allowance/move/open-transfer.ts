import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { City } from '../../../../kernel/db/city.ts';
import { readStoredFile } from '../../../../kernel/documents/store-file.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { readTransfer, type TransferContent } from './transfer-file.ts';

/** A file of another city that was handed in here, read and checked. */
export async function openTransfer(tx: Tx, by: { readonly city: City; readonly today: PlainDate }, file: number): Promise<{ readonly content: TransferContent; readonly digest: string }> {
  const { bytes } = await readStoredFile(tx, file);
  const read = readTransfer(bytes, { city: by.city.code, cityName: by.city.name, today: by.today, demo: by.city.demo });
  if (!read.ok) throw new Refusal(read.no.code, read.no.details);
  return read;
}
