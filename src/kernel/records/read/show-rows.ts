import type { Register } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import type { RecordRow } from '../face.ts';
import { readTotals } from '../rules/read-totals.ts';
import { fromRow, type StoredRow } from './from-row.ts';
import { wordsOf } from './words-of.ts';
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
    const labels = labelsOf(register.fields, row, links);
    const place = links.division.get(row.division_id);
    return {
      record: row.record_id, number: row.number, title: titleOf(register, called, labels) ?? person?.title ?? (register.holder?.kind === 'division' ? place?.name : undefined) ?? row.number, person,
      division: { id: row.division_id, code: place?.code ?? '', name: place?.name ?? '' }, state: row.state, since: row.state_since, openedOn: row.opened_on, endedOn: row.ended_on,
      values, links: labels, totals: totals.get(row.record_id) ?? {},
    };
  });
}

/** What a record is called by its name field: the text, a choice's words, or what it links to. */
function titleOf(register: Register, called: unknown, labels: RecordRow['links']): string | undefined {
  const field = register.fields.find((one) => one.key === register.name);
  if (field === undefined || called === undefined) return undefined;
  return wordsOf(field, called, labels[field.key]);
}
