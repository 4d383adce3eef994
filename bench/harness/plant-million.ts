import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openAccounts } from '../../demo/seed/open-accounts.ts';
import { seedGuangzhou } from '../../demo/seed/guangzhou/seed-guangzhou.ts';
import { openKeyring } from '../../src/kernel/db/keyring.ts';
import { loadCalendar } from '../../src/kernel/registers/calendar/load-calendar.ts';
import { loadDivisions } from '../../src/kernel/registers/division/load-divisions.ts';
import { idCardCheckDigit } from '../../src/kernel/values/id-card-number.ts';
import { CITY, multiply } from './million-rows.ts';

/** Invented numbers: no area was ever 442099. A thousand persons on end share a birthday, and no two a number. */
export function idNumberOf(person: number): string {
  const day = new Date(Date.UTC(1930, 0, 1 + (Math.floor(person / 1000) * 7919) % 30_000)).toISOString().slice(0, 10).replaceAll('-', '');
  const body = `442099${day}${String(person % 1000).padStart(3, '0')}`;
  return body + idCardCheckDigit(body);
}

export interface Sizes { readonly households: number; readonly grants: number; readonly cases: number }
export const FULL: Sizes = { households: 400_000, grants: 200_000, cases: 300_000 };

/**
 * 广州 with its real districts, streets and villages, and so many invented households of two or three persons. The nine applications of the demo's spring are
 * lived through the doors first and then multiplied past them: cases in every state with all their papers. The same sizes give the same city.
 */
export async function plantMillion(at: { readonly databaseUrl: string; readonly dataDir: string; say(line: string): void }, sizes: Sizes): Promise<void> {
  const owner = new pg.Client({ connectionString: at.databaseUrl, options: `-c datestyle=ISO -c client_min_messages=warning -c synchronous_commit=off -c work_mem=256MB -c maintenance_work_mem=512MB` });
  await owner.connect();
  try {
    await loadDivisions(owner, CITY);
    await loadCalendar(owner, CITY);
    await openAccounts(owner, [CITY]);
    await owner.query(`with a as (insert into city_${CITY}.account (login, name, kind, command_id) values ('system', '系统', 'system', null) on conflict do nothing returning id)
      insert into city_${CITY}.post (account_id, role, division_id, valid_from, command_id) select a.id, 'system', d.id, '2000-01-01', null from a, city_${CITY}.division d where d.code = '${CITY}' and d.valid_to is null`);
    at.say('  九件申请先从门里办一遍…');
    await seedGuangzhou({ ...at, owner, log: () => undefined });
    at.say(`  种入 ${sizes.households} 户…`);
    await owner.query(`set search_path to city_${CITY}, ext; set session_replication_role = replica`);
    for (const { what, sql } of multiply(sizes)) {
      const began = performance.now();
      await owner.query(sql);
      at.say(`    ${what}，${((performance.now() - began) / 1000).toFixed(1)} 秒`);
    }
    await copyDocuments(owner, at.dataDir);
    await owner.query('set session_replication_role = origin');
    await owner.query('vacuum analyze');
    await owner.query('checkpoint');
  } finally {
    await owner.end();
  }
}

/** Numbers are found by the city's own keyed hashes; what is encrypted is one number for all, for it is never opened here. */
async function copyDocuments(owner: pg.Client, dataDir: string): Promise<void> {
  const keys = openKeyring(`${dataDir}/keys/${CITY}.json`);
  const { cipher, keyId } = keys.seal('442099193001010000');
  const sealed = `\\\\x${cipher.toString('hex')}`;
  const { rows: [range] } = await owner.query<{ first: string; last: string }>('select min(id) as first, max(id) as last from person where id >= 1000');
  const stream = owner.query(copyFrom('copy person_document (person_id, kind, number_cipher, number_hash, last_six_hash, key_id, masked, command_id) from stdin'));
  const done = once(stream, 'finish');
  let text = '';
  for (let person = Number(range?.first); person <= Number(range?.last); person += 1) {
    const household = Math.floor((person - 1000) / 3);
    if ((person - 1000) % 3 >= 2 + household % 2) continue;
    const number = idNumberOf(person);
    text += `${person}\tid-card\t${sealed}\t\\\\x${keys.findHash(`id-card:${number}`).toString('hex')}\t\\\\x${keys.findHash(`last-six:${number.slice(-6)}`).toString('hex')}\t${keyId}\t4420**********${number.slice(-4)}\t0\n`;
    if (text.length < 500_000) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await done;
}
