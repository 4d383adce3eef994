import { availableParallelism, cpus, totalmem } from 'node:os';
import pg from 'pg';

/** What a figure depends on: machine, versions, and the database's settings that decide how safe and how fast it writes. */
export interface Surroundings {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly postgresql: string | null;
  readonly settings: Readonly<Record<string, string>>;
}

const SETTINGS = ['fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'work_mem', 'max_wal_size', 'wal_level'];

export async function describeSurroundings(databaseUrl: string | undefined): Promise<Surroundings> {
  const machine = { processor: cpus()[0]?.model ?? '?', cores: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version };
  if (databaseUrl === undefined) return { ...machine, postgresql: null, settings: {} };
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; value: string }>(`select name, current_setting(name) as value from pg_settings where name = any ($1)`, [['server_version', ...SETTINGS]]);
    const all = new Map(rows.map((row) => [row.name, row.value]));
    return { ...machine, postgresql: all.get('server_version')?.split(' ')[0] ?? null, settings: Object.fromEntries(SETTINGS.map((name) => [name, all.get(name) ?? ''])) };
  } finally {
    await client.end();
  }
}
