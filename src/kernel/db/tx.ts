import type { PoolClient, QueryResultRow } from 'pg';
import { AppError } from '../contract/refusal.ts';

/** An open transaction inside one city, under one caller's role and area. Only the two doors make one. */
export interface Tx {
  readonly city: string;
  rows<T extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** Exactly one row; none or more breaks a promise of ours. */
  one<T extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<T>;
  find<T extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<T | undefined>;
  /** Number of rows touched. */
  run(sql: string, values?: readonly unknown[]): Promise<number>;
  /** For COPY streams. */
  readonly client: PoolClient;
}

export function makeTx(client: PoolClient, city: string): Tx {
  const rows = async <T extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await client.query<T>(sql, values as unknown[])).rows;
  return {
    city,
    client,
    rows,
    async one<T extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T> {
      const found = await rows<T>(sql, values);
      if (found.length !== 1) throw new AppError('db.not-one-row', `${found.length} rows where one was promised: ${sql.slice(0, 120)}`);
      return found[0] as T;
    },
    async find<T extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T | undefined> {
      const found = await rows<T>(sql, values);
      if (found.length > 1) throw new AppError('db.not-one-row', `${found.length} rows where at most one was promised: ${sql.slice(0, 120)}`);
      return found[0];
    },
    async run(sql: string, values: readonly unknown[] = []): Promise<number> {
      return (await client.query(sql, values as unknown[])).rowCount ?? 0;
    },
  };
}
