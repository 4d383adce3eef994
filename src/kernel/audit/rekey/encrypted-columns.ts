import type { City } from '../../db/city.ts';
import type { Tx } from '../../db/tx.ts';
import { documentText, lastSixText } from '../../registers/person/document-hash.ts';
import { lastSix } from '../../values/id-card-number.ts';

export interface EncryptedColumn { readonly table: string; readonly column: string; readonly keyColumn: string | null; readonly hashColumns: readonly string[]; /** Its rows are part of the sealed record; columns of current state left out. */ readonly leftOut: readonly string[] | null }

export const listEncryptedColumns = (tx: Pick<Tx, 'rows'>): Promise<EncryptedColumn[]> => tx.rows<EncryptedColumn & Record<string, unknown>>(
  `select e.table_name as "table", e.column_name as "column", e.key_column as "keyColumn", e.hash_columns as "hashColumns", s.left_out as "leftOut" from encrypted_column e left join sealed_table s on s.name = e.table_name order by 1`);

/** The keyed hashes that stand beside a value, worked out again from the value under the present key. `row` is the row as JSON. */
export const hashesOf: Readonly<Record<string, (keys: City['keys'], row: Readonly<Record<string, unknown>>, text: string) => Readonly<Record<string, Buffer>>>> = {
  person_document: (keys, row, text) => ({ number_hash: keys.findHash(documentText(String(row['kind']), text)), last_six_hash: keys.findHash(lastSixText(lastSix(text))) }),
};
