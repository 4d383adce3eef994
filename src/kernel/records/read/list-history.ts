import type { Register } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { tableOf } from '../../registry/check-register.ts';
import type { VersionRow } from '../face.ts';
import { fromRow, type StoredRow } from './from-row.ts';
import { labelsOf, readLinks, type Links } from './read-links.ts';
import { wordsOf } from './words-of.ts';

/** Every version of a record, newest knowledge first; what was known wrong stays with who knew better and when. */
export async function listHistory(tx: Tx, register: Register, record: number): Promise<VersionRow[]> {
  const rows = await tx.rows<StoredRow>(`select * from ${tableOf(register)} where record_id = $1 order by command_id, valid_from`, [record]);
  const commands = [...new Set(rows.flatMap((row) => [row.command_id, ...(row.known_to === null ? [] : [row.known_to])]))];
  const authors = new Map((await tx.rows<{ id: number; business_day: string; author: string }>('select * from command_authors($1::bigint[])', [commands])).map((row) => [row.id, { by: row.author, on: row.business_day }]));
  const links = await readLinks(tx, register.fields, rows);
  // a part of the past that was only cut off by a later change says nothing new
  const told = rows.filter((row) => !rows.some((other) => other.id < row.id && other.valid_from === row.valid_from && other.what === row.what && other.reason === row.reason && same(register, other, row, links)));
  return told.map((row): VersionRow => {
    const cut = rows.find((other) => other.id > row.id && other.valid_from === row.valid_from && other.what === row.what && other.reason === row.reason && same(register, row, other, links));
    const stands = cut ?? row;
    const before = beforeOf(rows, row);
    return {
      id: stands.id, what: row.what as VersionRow['what'], from: row.valid_from, to: stands.valid_to, state: row.state, reason: row.reason,
      ...(authors.get(row.command_id) ?? { by: '系统', on: '' }), corrected: stands.known_to === null ? null : authors.get(stands.known_to) ?? null,
      changes: before === undefined ? [] : changesOf(register, before, row, links),
    };
  }).toReversed();
}

/** What a version is compared with: the one it corrects, or the one that held before its first day, as known then. */
function beforeOf(rows: readonly StoredRow[], row: StoredRow): StoredRow | undefined {
  const known = rows.filter((other) => other.command_id < row.command_id && (other.known_to === null || other.known_to >= row.command_id));
  return known.find((other) => other.valid_from === row.valid_from && other.known_to === row.command_id) ?? known.filter((other) => other.valid_from <= row.valid_from).toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0];
}

const same = (register: Register, a: StoredRow, b: StoredRow, links: Links): boolean => a.state === b.state && a.division_id === b.division_id && changesOf(register, a, b, links).length === 0;

function changesOf(register: Register, a: StoredRow, b: StoredRow, links: Links): { title: string; from: string; to: string }[] {
  const codes = new Map([...links.division].map(([id, { code }]) => [id, code]));
  const [before, after] = [fromRow(register.fields, a, codes), fromRow(register.fields, b, codes)];
  const [from, to] = [labelsOf(register.fields, a, links), labelsOf(register.fields, b, links)];
  const fields = register.fields.flatMap((field) => {
    const [x, y] = [wordsOf(field, before[field.key], from[field.key]), wordsOf(field, after[field.key], to[field.key])];
    return x === y ? [] : [{ title: field.title, from: x, to: y }];
  });
  const state = a.state === b.state ? [] : [{ title: '状态', from: register.states[a.state]?.title ?? a.state, to: register.states[b.state]?.title ?? b.state }];
  const place = a.division_id === b.division_id ? [] : [{ title: '区划', from: links.division.get(a.division_id)?.name ?? '', to: links.division.get(b.division_id)?.name ?? '' }];
  return [...state, ...place, ...fields];
}
