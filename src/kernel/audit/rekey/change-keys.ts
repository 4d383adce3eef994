import { randomUUID } from 'node:crypto';
import { command } from '../../db/command.ts';
import { stand, type City } from '../../db/city.ts';
import { addKey, keyFile, readKeyFile, retireKey, useKey, writeKeyFile } from '../../db/key-file.ts';
import { makeTx, type Tx } from '../../db/tx.ts';
import { systemCaller } from '../../jobs/work.ts';
import { listEncryptedColumns } from './encrypted-columns.ts';
import { rekeyChunk, type RekeyChunk } from './rekey-chunk.ts';

/** How many encrypted values stand under which key: table → key → number. */
export type KeyUse = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * A new key, from now on the one written with; old values stay readable. Running commands are waited for and the next held back for the moment of the change, so that
 * no process writes with the old key after it: every process looks at the key file before it writes. Answers the new key's id.
 */
export async function beginNewKey(city: City): Promise<string> {
  const file = keyFile(city);
  const { stored, id } = addKey(readKeyFile(file));
  writeKeyFile(file, stored);
  await asDefiner(city, async (tx) => {
    await tx.run('select pg_advisory_xact_lock($1)', [Number(city.code)]);
    writeKeyFile(file, useKey(readKeyFile(file), id));
  });
  city.keys.refresh();
  return id;
}

/** Writes all values again that stand under another key, piece by piece, each a command of its own. Broken off, it goes on where it was. */
export async function rekeyAll(city: City, onProgress: (values: number) => void, options: { readonly atOnce?: number; readonly stop?: () => boolean } = {}): Promise<RekeyChunk> {
  const caller = await systemCaller(city);
  const spoilt: { table: string; command: number }[] = [];
  let values = 0;
  while (!options.stop?.()) {
    const outcome = await command<{ skip: { table: string; command: number }[]; atOnce: number }, RekeyChunk>(city, caller, rekeyChunk, { skip: spoilt, ...(options.atOnce ? { atOnce: options.atOnce } : {}) }, { key: `rekey-${randomUUID()}` });
    if (!outcome.ok) throw Object.assign(new Error('values were not written again'), { code: outcome.refused.code });
    if (outcome.result.values === 0 && outcome.result.spoilt.length === 0) break;
    values += outcome.result.values;
    spoilt.push(...outcome.result.spoilt);
    onProgress(values);
  }
  return { values, spoilt };
}

export const listKeyUse = (city: City): Promise<KeyUse> => asDefiner(city, async (tx) => {
  const use: Record<string, Record<string, number>> = {};
  for (const { table, column } of await listEncryptedColumns(tx)) {
    const rows = await tx.rows<{ key: string; n: number }>(`select key_of_value(${column}) as key, count(*) as n from ${table} where ${column} is not null and octet_length(${column}) > 2 group by 1`);
    use[table] = Object.fromEntries(rows.map((row) => [row.key, row.n]));
  }
  return use;
});

export type RetireOutcome = { readonly ok: true } | { readonly ok: false; readonly why: 'unknown' | 'current' | 'retired' } | { readonly ok: false; readonly why: 'in-use'; readonly left: readonly { readonly table: string; readonly values: number }[] };

/** Takes the key away with which values are opened, once none needs it. What proves the records of its time stays in the file. */
export async function retire(city: City, id: string): Promise<RetireOutcome> {
  const file = keyFile(city);
  const stored = readKeyFile(file);
  const key = stored.keys[id];
  if (!key) return { ok: false, why: 'unknown' };
  if (id === stored.current) return { ok: false, why: 'current' };
  if (key.encrypt === undefined) return { ok: false, why: 'retired' };
  const left = Object.entries(await listKeyUse(city)).flatMap(([table, use]) => (use[id] ? [{ table, values: use[id] }] : []));
  if (left.length > 0) return { ok: false, why: 'in-use', left };
  writeKeyFile(file, retireKey(stored, id));
  city.keys.refresh();
  return { ok: true };
}

async function asDefiner<T>(city: City, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await city.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: false, actor: 'keys' });
    const result = await work(makeTx(client, city.code));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => { broken = lost; });
    throw error;
  } finally {
    client.release(broken);
  }
}
