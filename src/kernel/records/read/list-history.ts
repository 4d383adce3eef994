import type { Register, Values } from '../../contract/register.ts';
import type { Keyring } from '../../db/keyring.ts';
import type { Tx } from '../../db/tx.ts';
import { tableOf } from '../../registry/check-register.ts';
import type { VersionRow } from '../face.ts';
import { isSecret } from '../table/column-types.ts';
import { fromRow, openSecret, type StoredRow } from './from-row.ts';
import { labelsOf, readLinks, type Links } from './read-links.ts';
import { wordsOf } from './words-of.ts';

/** Every version of a record, newest knowledge first; what was known wrong stays with who knew better and when. */
export async function listHistory(tx: Tx, register: Register, record: number, keys: Pick<Keyring, 'open'>): Promise<VersionRow[]> {
  const rows = await tx.rows<StoredRow>(`select * from ${tableOf(register)} where record_id = $1 order by command_id, valid_from`, [record]);
  const commands = [...new Set(rows.flatMap((row) => [row.command_id, ...(row.known_to === null ? [] : [row.known_to])]))];
  const authors = new Map((await tx.rows<{ id: number; business_day: string; author: string }>('select * from command_authors($1::bigint[])', [commands])).map((row) => [row.id, { by: row.author, on: row.business_day }]));
  const seen: Seen = { links: await readLinks(tx, register.fields, rows), secrets: new Map(rows.map((row) => [row.id, openSecret(row, keys)])) };
  // a part of the past that was only cut off by a later change says nothing new
  const told = rows.filter((row) => !rows.some((other) => other.id < row.id && other.valid_from === row.valid_from && other.what === row.what && other.reason === row.reason && same(register, other, row, seen)));
  return told.map((row): VersionRow => {
    const cut = rows.find((other) => other.id > row.id && other.valid_from === row.valid_from && other.what === row.what && other.reason === row.reason && same(register, row, other, seen));
    const stands = cut ?? row;
    const before = beforeOf(rows, row);
    return {
      id: stands.id, what: row.what as VersionRow['what'], from: row.valid_from, to: stands.valid_to, state: row.state, reason: row.reason,
      ...(authors.get(row.command_id) ?? { by: '系统', on: '' }), corrected: stands.known_to === null ? null : authors.get(stands.known_to) ?? null,
      changes: before === undefined ? [] : changesOf(register, before, row, seen),
    };
  }).toReversed();
}

/** What a version is compared with: the one it corrects, or the one that held before its first day, as known then. */
function beforeOf(rows: readonly StoredRow[], row: StoredRow): StoredRow | undefined {
  const known = rows.filter((other) => other.command_id < row.command_id && (other.known_to === null || other.known_to >= row.command_id));
  return known.find((other) => other.valid_from === row.valid_from && other.known_to === row.command_id) ?? known.filter((other) => other.valid_from <= row.valid_from).toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0];
}

/** What the rows link to, and what each holds that is not shown. */
interface Seen { readonly links: Links; readonly secrets: ReadonlyMap<number, Values> }

const same = (register: Register, a: StoredRow, b: StoredRow, seen: Seen): boolean => a.state === b.state && a.division_id === b.division_id && changesOf(register, a, b, seen).length === 0;

function changesOf(register: Register, a: StoredRow, b: StoredRow, { links, secrets }: Seen): { title: string; from: string; to: string }[] {
  const codes = new Map([...links.division].map(([id, { code }]) => [id, code]));
  const [before, after] = [fromRow(register.fields, a, codes), fromRow(register.fields, b, codes)];
  const [from, to] = [labelsOf(register.fields, a, links), labelsOf(register.fields, b, links)];
  const fields = register.fields.flatMap((field) => {
    const [x, y] = [wordsOf(field, before[field.key], from[field.key]), wordsOf(field, after[field.key], to[field.key])];
    if (x !== y) return [{ title: field.title, from: x, to: y }];
    // a confidential value can change and look the same under its mask
    const hidden = isSecret(field) && secrets.get(a.id)?.[field.key] !== secrets.get(b.id)?.[field.key];
    return hidden ? [{ title: field.title, from: x, to: `${y}（遮住的部分改了）` }] : [];
  });
  const state = a.state === b.state ? [] : [{ title: '状态', from: register.states[a.state]?.title ?? a.state, to: register.states[b.state]?.title ?? b.state }];
  const place = a.division_id === b.division_id ? [] : [{ title: '区划', from: links.division.get(a.division_id)?.name ?? '', to: links.division.get(b.division_id)?.name ?? '' }];
  return [...state, ...place, ...fields];
}
