import { createHash } from 'node:crypto';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type pg from 'pg';
import type { AidedCity } from './plant-aided-city.ts';

/** SHA-256 over all rows a query gives, in its order. */
export async function hashOf(owner: pg.Client, sql: string): Promise<string> {
  const { rows: [row] } = await owner.query<{ hash: string }>(`select encode(sha256(coalesce(string_agg(sha256(convert_to(r::text, 'UTF8')), ''::bytea order by nth), '')), 'hex') as hash from (select q.*, row_number() over () as nth from (${sql}) q) r`);
  return row?.hash ?? createHash('sha256').digest('hex');
}

export interface Waits { readonly p50: number; readonly p99: number; readonly readings: number }

/**
 * Readers of a household's grant, 30 a second whether answers come or not, from a process of their own as the web is, while `work` runs. Waits count from the moment a reading was due.
 */
export async function withReader(at: AidedCity, work: () => Promise<void>): Promise<Waits> {
  const reader = fork(join(import.meta.dirname, 'reader.ts'), [JSON.stringify({ databaseUrl: urlOf(at.owner), dataDir: at.city.dataDir, households: at.households })]);
  const said = (word: string): Promise<Said> => new Promise((resolve, reject) => {
    reader.on('message', (message: Said) => { if (message.is === word) resolve(message); });
    reader.once('exit', (code) => { reject(new Error(`the reader ended with ${code}`)); });
  });
  try {
    await said('ready');
    reader.send('begin');
    await work();
    const told = said('waits');
    reader.send('end');
    const waits = (await told).waits.toSorted((a, b) => a - b);
    const part = (share: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
    return { p50: part(0.5), p99: part(0.99), readings: waits.length };
  } finally {
    reader.removeAllListeners('exit');
    reader.kill();
  }
}

interface Said { readonly is: string; readonly waits: number[] }

const urlOf = (owner: pg.Client): string => {
  const { user, password, host, port, database } = owner as unknown as Record<string, string>;
  return `postgres://${user}:${encodeURIComponent(password ?? '')}@${host}:${port}/${database}`;
};
