import type pg from 'pg';
import { schemaOf } from '../../src/kernel/db/cities.ts';

/** What exists in the planted city, so that inputs reach the handlers and not only the door. */
export interface Pool {
  /** Ids by table: `case_file` → [1, 2, …]. */
  readonly ids: ReadonlyMap<string, readonly number[]>;
  /** Every short word that stands in the tables: numbers of cases, codes of divisions, ids of declarations, states. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Inputs that were taken while the city was planted, by door. */
  readonly given: ReadonlyMap<string, readonly unknown[]>;
  /** Names and id numbers of the people in the city: none may stand in a log. */
  readonly personal: readonly string[];
  /** Where the name of a key tells whose id stands there, it is one of these and no other number. */
  readonly surely?: boolean;
}

const SAMPLE = 12;

/** Reads every table of the city's schema: its ids, and the different words of its short text columns, in a stable order. */
export async function readPool(owner: pg.Client, city: string): Promise<Omit<Pool, 'given'>> {
  const schema = schemaOf(city);
  const { rows: columns } = await owner.query<{ table_name: string; column_name: string; data_type: string }>(
    `select c.table_name, c.column_name, c.data_type from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = $1 and t.table_type = 'BASE TABLE' and (c.column_name = 'id' and c.data_type in ('integer', 'bigint') or c.data_type = 'text') order by 1, 2`, [schema]);
  const ids = new Map<string, number[]>();
  const words = new Map<string, string[]>();
  for (const { table_name: table, column_name: column, data_type: type } of columns) {
    const { rows } = await owner.query<{ v: string }>(`select v from (select distinct "${column}" as v from ${schema}."${table}" where "${column}" is not null) d order by md5(v::text) limit ${SAMPLE}`);
    if (type === 'text') words.set(column, [...(words.get(column) ?? []), ...rows.map((row) => row.v).filter((v) => v.length < 60)]);
    else if (rows.length > 0) ids.set(table, rows.map((row) => Number(row.v)));
  }
  const { rows: people } = await owner.query<{ name: string }>(`select distinct name from ${schema}.person where length(name) >= 3 order by name limit 400`);
  return { ids, words, personal: people.map((one) => one.name) };
}
