import pg from 'pg';
import { AppError } from '../contract/refusal.ts';
import { roleOf, schemaOf, type CityConfig } from './cities.ts';
import { keyFile } from './key-file.ts';
import { openKeyring, type Keyring } from './keyring.ts';

/** A city as a running process holds it: one pool, its keys. */
export interface City extends CityConfig {
  readonly pool: pg.Pool;
  readonly keys: Keyring;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** Whole numbers stay numbers (refused beyond 2^53), days stay text: nothing of the database is guessed at. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 20) return (text: string) => {
      const n = Number(text);
      if (!Number.isSafeInteger(n)) throw new AppError('db.too-large', 'a whole number beyond 2^53');
      return n;
    };
    if (oid === 1082 || oid === 1700) return (text: string) => text;
    if (oid === 1114 || oid === 1184) return (text: string) => new Date(text).toISOString();
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** `relaxed`: a commit does not wait for the disk. For a first filling only, which is begun again when it was broken off. */
export function openCity(config: CityConfig, options: { databaseUrl: string; dataDir: string; connections?: number; relaxed?: boolean }): City {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl, max: options.connections ?? 10, types,
    // who waits longer for a connection is told so instead of waiting for ever
    connectionTimeoutMillis: 10_000,
    application_name: `minzheng ${config.code}`,
    options: `-c timezone=Asia/Shanghai -c datestyle=ISO -c search_path=${schemaOf(config.code)},ext -c idle_in_transaction_session_timeout=60000${options.relaxed ? ' -c synchronous_commit=off' : ''}`,
  });
  pool.on('error', () => { /* an idle connection was lost; the pool makes another */ });
  // a connection lost in use fails its next query; without a listener it would end the whole process
  pool.on('connect', (client) => { client.on('error', () => { /* told by the query */ }); });
  return { ...config, pool, keys: openKeyring(keyFile({ ...config, dataDir: options.dataDir })), dataDir: options.dataDir, close: () => pool.end() };
}

/** What the database has to know about the caller for the length of one transaction. */
export interface Standing { readonly role: 'staff' | 'resident' | 'definer'; readonly divisions: readonly number[]; readonly person: number | null; readonly auditor: boolean; /** Role of the post that acts: registers are read and kept by role. */ readonly post?: string | undefined; readonly actor: string; /** Acting for another: then nothing of `person` is open, only what the mandate covers. */ readonly mandate?: { readonly id: number; readonly helper: number } | undefined }

/** First words of every transaction: role, search path, area. */
export async function stand(client: pg.PoolClient, city: City, standing: Standing): Promise<void> {
  await client.query({
    name: 'stand',
    text: `select set_config('search_path', $1, true), set_config('mz.divisions', $2, true), set_config('mz.person', $3, true),
                  set_config('mz.auditor', $4, true), set_config('mz.actor', $5, true), set_config('mz.command', '', true), set_config('role', $6, true),
                  set_config('mz.mandate', $7, true), set_config('mz.helper', $8, true), set_config('mz.role', $9, true)`,
    values: [`${schemaOf(city.code)}, ext`, `{${standing.divisions.join(',')}}`, standing.person === null || standing.mandate ? '' : String(standing.person),
      standing.auditor ? 'on' : '', standing.actor, roleOf(city.code, standing.role),
      standing.mandate ? String(standing.mandate.id) : '', standing.mandate ? String(standing.mandate.helper) : '', standing.post ?? ''],
  });
}
