import type { RegisterField } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { listPersonHits } from '../../registers/person/list-person-hits.ts';
import { columnOf } from '../../registry/check-register.ts';
import type { Linked } from '../face.ts';
import { divisionIdsOf } from './from-row.ts';

type Row = Readonly<Record<string, unknown>>;

/** What rows point to, called by name: other records, divisions, their persons (masked). Asked once for all rows. */
export interface Links { readonly record: ReadonlyMap<number, Linked>; readonly division: ReadonlyMap<number, { readonly code: string; readonly name: string }>; readonly person: ReadonlyMap<number, Linked> }

export async function readLinks(tx: Tx, fields: readonly RegisterField[], rows: readonly Row[]): Promise<Links> {
  const linked = fields.filter((field) => field.kind === 'link');
  const records = unique(linked.flatMap((field) => rows.map((row) => row[columnOf(field.key)])));
  const divisions = unique([...rows.map((row) => row['division_id']), ...divisionIdsOf(fields, rows)]);
  const people = unique(rows.map((row) => row['person_id']));
  return { record: await readRecords(tx, records), division: await readPlaces(tx, divisions), person: await readPeople(tx, people) };
}

const unique = (ids: readonly unknown[]): number[] => [...new Set(ids.filter((id): id is number => typeof id === 'number'))];

async function readRecords(tx: Tx, ids: readonly number[]): Promise<Map<number, Linked>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: number; register: string; number: string; name: string | null; open: boolean }>(
    'select t.id, t.register, t.number, t.name, exists (select 1 from register_record r where r.id = t.id) as open from record_titles($1::bigint[]) t', [ids]);
  return new Map(rows.map((row) => [row.id, { id: row.id, title: row.name ?? row.number, href: row.open ? `/registers/${row.register}/${row.id}` : null }]));
}

async function readPlaces(tx: Tx, ids: readonly number[]): Promise<Map<number, { code: string; name: string }>> {
  if (ids.length === 0) return new Map();
  return new Map((await tx.rows<{ id: number; code: string; name: string }>('select id, code, name from division where id = any ($1::int[])', [ids])).map((row) => [row.id, { ...row, name: shortDivisionName(row.name) }]));
}

async function readPeople(tx: Tx, ids: readonly number[]): Promise<Map<number, Linked>> {
  if (ids.length === 0) return new Map();
  return new Map((await listPersonHits(tx, ids)).map((hit) => [hit.id, { id: hit.id, title: hit.title, href: `/people/${hit.id}` }]));
}

/** The labels of one row's links and divisions, by field. */
export function labelsOf(fields: readonly RegisterField[], row: Row, links: Links): Record<string, Linked> {
  const labels: Record<string, Linked> = {};
  for (const field of fields) {
    const value = row[columnOf(field.key)];
    if (typeof value !== 'number') continue;
    if (field.kind === 'link') labels[field.key] = links.record.get(value) ?? { id: value, title: '（不在辖区）', href: null };
    if (field.kind === 'division') labels[field.key] = { id: value, title: links.division.get(value)?.name ?? '', href: null };
  }
  return labels;
}
