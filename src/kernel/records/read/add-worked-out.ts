import type { Register } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { deriveValues } from '../rules/derive-value.ts';
import { readForShow } from '../rules/read-around.ts';
import { isSecret } from '../table/column-types.ts';
import { fromRow, type StoredRow } from './from-row.ts';
import { readCodes } from './read-codes.ts';

/** Puts `totals` and `derived` beside each row of a page that is on its way out. A register without either asks nothing. */
export async function addWorkedOut(tx: Tx, register: Register, page: readonly Record<string, unknown>[], today: PlainDate): Promise<void> {
  const totalled = (register.subRecords ?? []).some((sub) => (sub.totals ?? []).length > 0);
  if (!totalled && (register.linked ?? []).length === 0 && (register.derived ?? []).length === 0) return;
  const rows = page as readonly StoredRow[];
  const open = register.fields.filter((field) => !isSecret(field));
  const codes = await readCodes(tx, open, rows);
  const readable = rows.map((row) => fromRow(open, row, codes));
  const around = await readForShow(tx, register, rows.map((row, at) => ({ record: row.record_id, divisionId: row.division_id, personId: row.person_id, values: readable[at] ?? {} })));
  for (const [at, row] of page.entries()) {
    const beside = around[at] ?? { totals: {}, alongside: [] };
    row['totals'] = beside.totals;
    row['derived'] = deriveValues(register, { values: readable[at] ?? {}, ...beside, state: String(row['state']), today });
  }
}
