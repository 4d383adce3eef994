import { stand, type City } from '../db/city.ts';
import { makeTx } from '../db/tx.ts';
import { readToday } from './read-today.ts';

/**
 * Says once a business day that it has begun, so that what falls due by itself (定期复核) opens in the morning. Any number of workers may ask;
 * the day is announced once. True when this call did.
 */
export async function beginDay(city: City): Promise<boolean> {
  const client = await city.pool.connect();
  try {
    await client.query('begin');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: false, actor: 'clock' });
    const tx = makeTx(client, city.code);
    const today = await readToday(tx);
    await tx.run('select pg_advisory_xact_lock(hashtext($1))', [`day-begun-${city.code}`]);
    const { rowCount } = await client.query(
      `insert into job (kind, payload, unique_key) select 'event:day.begun', jsonb_build_object('day', $1::text), $1::text
        where not exists (select 1 from job where kind = 'event:day.begun' and unique_key = $1::text)`, [today]);
    await client.query('commit');
    return rowCount === 1;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
