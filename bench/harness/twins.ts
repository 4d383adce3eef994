import type pg from 'pg';

export interface TwinOf { readonly table: string; /** Which rows. */ readonly where: string }

/**
 * Writes the same finished rows into twins of their tables, each with the same columns, checks, indexes, exclusion and foreign keys, by one `insert … select`
 * each, and commits. Seconds for all of them; the twins are gone afterwards. No row policies, no digests: what the database alone needs.
 */
export async function makeTwins(owner: pg.Client, twins: readonly TwinOf[]): Promise<number> {
  for (const { table } of twins) {
    await owner.query(`create table twin_${table} (like ${table} including defaults including constraints including identity)`);
    // every index of the original, exclusion constraints as such, in the order they were made
    const { rows } = await owner.query<{ name: string; definition: string; unique: string; is_constraint: boolean }>(
      `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition, x.contype is not null as is_constraint, pg_get_constraintdef(x.oid) as unique
         from pg_index i join pg_class c on c.oid = i.indexrelid left join pg_constraint x on x.conindid = i.indexrelid and x.conrelid = i.indrelid where i.indrelid = $1::regclass order by i.indexrelid`, [table]);
    for (const [nth, index] of rows.entries()) {
      if (index.is_constraint) await owner.query(`alter table twin_${table} add constraint twin_${table}_${nth} ${index.unique}`);
      else await owner.query(index.definition.replace(` ${index.name} ON `, ` twin_${table}_${nth} ON `).replace(new RegExp(` ON (\\w+\\.)?${table} `), ` ON twin_${table} `));
    }
    const { rows: foreign } = await owner.query<{ definition: string }>(`select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype = 'f' order by oid`, [table]);
    for (const { definition } of foreign) await owner.query(`alter table twin_${table} add ${definition}`);
  }
  await owner.query('checkpoint');
  const began = performance.now();
  await owner.query('begin');
  for (const { table, where } of twins) await owner.query(`insert into twin_${table} overriding system value select * from ${table} where ${where} order by id`);
  await owner.query('commit');
  const seconds = (performance.now() - began) / 1000;
  for (const { table } of twins.toReversed()) await owner.query(`drop table twin_${table} cascade`);
  return seconds;
}
