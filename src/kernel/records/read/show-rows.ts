import type { Register } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import type { RecordRow } from '../face.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { deriveValues } from '../rules/derive-value.ts';
import { readForShow } from '../rules/read-around.ts';
import { fromRow, type StoredRow } from './from-row.ts';
import { wordsOf } from './words-of.ts';
import { labelsOf, readLinks } from './read-links.ts';
import { isSecret } from '../table/column-types.ts';

/** Stored rows as a list shows them: confidential fields masked, links called by name, totals and derived values worked out (those that would read a confidential field stay out). */
export async function showRows(tx: Tx, register: Register, rows: readonly StoredRow[], today: PlainDate): Promise<RecordRow[]> {
  const links = await readLinks(tx, register.fields, rows);
  const codes = new Map([...links.division].map(([id, { code }]) => [id, code]));
  const open = register.fields.filter((field) => !isSecret(field));
  const readable = rows.map((row) => fromRow(open, row, codes));
  const around = await readForShow(tx, register, rows.map((row, at) => ({ record: row.record_id, divisionId: row.division_id, personId: row.person_id, values: readable[at] ?? {} })));
  return rows.map((row, at): RecordRow => {
    const values = fromRow(register.fields, row, codes);
    const seen = { values: readable[at] ?? {}, ...around[at] ?? { totals: {}, alongside: [] }, state: row.state, today };
    const person = row.person_id === null ? null : links.person.get(row.person_id) ?? { id: row.person_id, title: '（不在辖区）', href: null };
    const called = register.name === undefined ? undefined : values[register.name];
    const labels = labelsOf(register.fields, row, links);
    const place = links.division.get(row.division_id);
    return {
      record: row.record_id, number: row.number, title: titleOf(register, called, labels) ?? person?.title ?? (register.holder?.kind === 'division' ? place?.name : undefined) ?? row.number, person,
      division: { id: row.division_id, code: place?.code ?? '', name: place?.name ?? '' }, state: row.state, since: row.state_since, openedOn: row.opened_on, endedOn: row.ended_on,
      values, links: labels, totals: seen.totals, derived: deriveValues(register, seen),
    };
  });
}

/** What a record is called by its name field: the text, a choice's words, or what it links to. */
function titleOf(register: Register, called: unknown, labels: RecordRow['links']): string | undefined {
  const field = register.fields.find((one) => one.key === register.name);
  if (field === undefined || called === undefined) return undefined;
  return wordsOf(field, called, labels[field.key]);
}
