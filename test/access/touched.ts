import type pg from 'pg';

/** A row a command wrote, changed or took away. */
export interface Touched { readonly table: string; readonly division: number; readonly op: string }

const schema = 'city_442000';

/** From now on every row with a division that is written leaves a note, whoever wrote it and through whatever function: read back with `readTouched`. */
export async function watchRows(owner: pg.Client): Promise<void> {
  await owner.query(`
    create table ${schema}.touched (id bigint generated always as identity, tbl text not null, division int, op text not null, command bigint);
    create function ${schema}.note_touched() returns trigger language plpgsql security definer set search_path = ${schema}, ext as $f$
    declare before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end; after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
    begin
      if before is not null then insert into touched (tbl, division, op, command) values (tg_table_name, (before->>tg_argv[0])::int, tg_op, nullif(current_setting('mz.command', true), '')::bigint); end if;
      if after is not null and (before is null or before->>tg_argv[0] is distinct from after->>tg_argv[0]) then
        insert into touched (tbl, division, op, command) values (tg_table_name, (after->>tg_argv[0])::int, tg_op, nullif(current_setting('mz.command', true), '')::bigint); end if;
      return null;
    end $f$`);
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select c.relname as table, (array_agg(a.attname order by array_position(array['handling_division_id', 'office_division_id', 'division_id', 'hukou_division_id']::name[], a.attname) desc nulls last))[1] as column
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.attname in ('division_id', 'hukou_division_id')
      where n.nspname = $1 and c.relkind = 'r' and not c.relispartition and c.relname <> 'touched' group by c.relname`, [schema]);
  for (const { table, column } of rows) await owner.query(`create trigger zz_note_touched after insert or update or delete on ${schema}.${table} for each row execute function ${schema}.note_touched('${column}')`);
}

/** What a command touched. */
export async function readTouched(client: Pick<pg.PoolClient, 'query'>, commandNo: number): Promise<Touched[]> {
  return (await client.query<Touched>(`select tbl as table, division, op from ${schema}.touched where division is not null and command = $1 order by id`, [commandNo])).rows;
}
