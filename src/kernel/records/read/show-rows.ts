import type { Register } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import type { RecordRow } from '../face.ts';
import { readTotals } from '../rules/read-totals.ts';
import { fromRow, type StoredRow } from './from-row.ts';
import { labelsOf, readLinks } from './read-links.ts';

/** Stored rows as a list shows them: confidential fields masked, links called by name, totals worked out. */
export async function showRows(tx: Tx, register: Register, rows: readonly StoredRow[]): Promise<RecordRow[]> {
  const links = await readLinks(tx, register.fields, rows);
  const codes = new Map([...links.division].map(([id, { code }]) => [id, code]));
  const totals = await readTotals(tx, register, rows.map((row) => row.record_id));
  return rows.map((row): RecordRow => {
    const values = fromRow(register.fields, row, codes);
    const person = row.person_id === null ? null : links.person.get(row.person_id) ?? { id: row.person_id, title: '（不在辖区）', href: null };
    const called = register.name === undefined ? undefined : values[register.name];
    const place = links.division.get(row.division_id);
    return {
      record: row.record_id, number: row.number, title: typeof called === 'string' ? called : person?.title ?? row.number, person,
      division: { id: row.division_id, code: place?.code ?? '', name: place?.name ?? '' }, state: row.state, since: row.state_since, openedOn: row.opened_on, endedOn: row.ended_on,
      values, links: labelsOf(register.fields, row, links), totals: totals.get(row.record_id) ?? {},
    };
  });
}
