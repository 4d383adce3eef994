import { stand, type City } from './city.ts';

export type Run = <R extends object>(sql: string, values?: unknown[]) => Promise<R[]>;

/** A transaction of the house itself, outside the two doors: queue, sealing, beats. `actor` says which part of it. */
export async function asDefiner<T>(city: City, actor: string, work: (run: Run) => Promise<T>): Promise<T> {
  const client = await city.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: false, actor });
    const result = await work(async <R extends object>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as R[]);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => { broken = lost; });
    throw error;
  } finally {
    client.release(broken);
  }
}
