import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { schemaOf } from '../../db/cities.ts';
import { readDivisionData } from './read-division-data.ts';
import { splitByParent, type DivisionSpan } from './split-by-parent.ts';

const FILE = join(import.meta.dirname, '../../../../data/divisions/guangdong.csv');

/**
 * Reads the published divisions of the province into a city, with the rights of the owner. A file already read is not read again; a newer one
 * adds rows and closes those that ended, and never gives an existing row another id. Returns how many rows it wrote.
 */
export async function loadDivisions(owner: pg.ClientBase, city: string, text: string = readFileSync(FILE, 'utf8')): Promise<{ written: number }> {
  const schema = schemaOf(city);
  // the number says by which rules the file was cut into rows
  const digest = `1:${createHash('sha256').update(text).digest('hex')}`;
  const { rows: [before] } = await owner.query<{ digest: string }>(`select digest from ${schema}.loaded_data where name = 'divisions'`);
  if (before?.digest === digest) return { written: 0 };
  const spans = cutOnce(text);
  await owner.query('begin');
  try {
    await owner.query(`set local search_path to ${schema}, ext`);
    await owner.query('lock table division in share row exclusive mode');
    await stage(owner, spans);
    const { rows: [known] } = await owner.query<{ none: boolean }>('select count(*) < 1000 as none from division');
    const written = known?.none ? await withoutChecks(owner, () => merge(owner)) : await merge(owner);
    await owner.query(`insert into loaded_data (name, digest) values ('divisions', $1) on conflict (name) do update set digest = excluded.digest, loaded_at = now()`, [digest]);
    await owner.query('commit');
    await owner.query(`analyze ${schema}.division`);
    return { written };
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

let last: { readonly text: string; readonly spans: readonly DivisionSpan[] } | undefined;

/** Every city of an installation reads the same file: it is cut into rows once. */
function cutOnce(text: string): readonly DivisionSpan[] {
  if (last?.text !== text) last = { text, spans: splitByParent(readDivisionData(text)) };
  return last.spans;
}

/** A first reading checks the whole table once at the end instead of row by row: a third of the time. */
async function withoutChecks<T>(owner: pg.ClientBase, fill: () => Promise<T>): Promise<T> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'division'::regclass and contype in ('x', 'f')`);
  for (const { name } of rows) await owner.query(`alter table division drop constraint ${name}`);
  const filled = await fill();
  for (const { name, definition } of rows) await owner.query(`alter table division add constraint ${name} ${definition}`);
  return filled;
}

async function stage(owner: pg.ClientBase, spans: readonly DivisionSpan[]): Promise<void> {
  await owner.query(
    `create temp table staged_division on commit drop as
     select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::text[], $7::date[], $8::text[], $9::date[], $10::text[])
       as s (code, name, level, valid_from, valid_to, parent_code, parent_from, successor_code, successor_from, document)`,
    [spans.map((s) => s.code), spans.map((s) => s.name), spans.map((s) => s.level), spans.map((s) => s.from), spans.map((s) => s.to),
      spans.map((s) => s.parent?.code ?? null), spans.map((s) => s.parent?.from ?? null),
      spans.map((s) => s.successor?.code ?? null), spans.map((s) => s.successor?.from ?? null), spans.map((s) => s.document)]);
  await owner.query('analyze staged_division');
}

/** Closes what ended first, so that a code never stands twice on one day; then level by level, since a row names its parent. */
async function merge(owner: pg.ClientBase): Promise<number> {
  let written = (await owner.query(
    `update division d set name = s.name, valid_to = s.valid_to, document = s.document from staged_division s
      where d.code = s.code and d.valid_from = s.valid_from and (d.name, d.valid_to, d.document) is distinct from (s.name, s.valid_to, s.document)`)).rowCount ?? 0;
  for (const level of ['province', 'city', 'county', 'town', 'village']) {
    written += (await owner.query(
      `insert into division (code, name, level, parent_id, valid_from, valid_to, document)
       select s.code, s.name, s.level, p.id, s.valid_from, s.valid_to, s.document
         from staged_division s left join division p on p.code = s.parent_code and p.valid_from = s.parent_from
        where s.level = $1 and not exists (select 1 from division d where d.code = s.code and d.valid_from = s.valid_from)
        order by s.code, s.valid_from`, [level])).rowCount ?? 0;
    if (written > 1000) await owner.query('analyze division');
  }
  const linked = (await owner.query(
    `update division d set parent_id = p.id, successor_id = n.id
       from staged_division s left join division p on p.code = s.parent_code and p.valid_from = s.parent_from
            left join division n on n.code = s.successor_code and n.valid_from = s.successor_from
      where d.code = s.code and d.valid_from = s.valid_from and (d.parent_id, d.successor_id) is distinct from (p.id, n.id)`)).rowCount ?? 0;
  return written + linked;
}
