import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  const made: TestDatabase[] = [];
  afterAll(() => Promise.all(made.map((database) => database.drop())));

  it("is one's own: what is written to one is not seen in another", async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    made.push(one, other);
    await ask(one.url, 'create table only_here (n int)');
    const sql = "select to_regclass('only_here') is not null as found";
    expect(await ask(one.url, sql)).toEqual([{ found: true }]);
    expect(await ask(other.url, sql)).toEqual([{ found: false }]);
  });

  it('counts Chinese letters, not bytes, and knows them as letters', async () => {
    const database = await createTestDatabase();
    made.push(database);
    expect(await ask(database.url, "select length('深圳市') as length, '中' ~ '[[:alpha:]]' as letter")).toEqual([{ length: 3, letter: true }]);
  });

  it('is gone once dropped, even while somebody is connected', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    await database.drop();
    await expect(ask(database.url, 'select 1')).rejects.toThrow(/does not exist/);
    await client.end().catch(() => {});
  });
});
