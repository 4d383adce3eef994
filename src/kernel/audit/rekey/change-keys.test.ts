import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { divisionId, openTestCities, staff, type TestCities } from '../../../../test/harness/city.ts';
import type { Caller } from '../../access/caller.ts';
import { defineCommand } from '../../contract/door.ts';
import { demoCities } from '../../db/cities.ts';
import { openCity, type City } from '../../db/city.ts';
import { command } from '../../db/command.ts';
import { keyFile } from '../../db/key-file.ts';
import { query } from '../../db/query.ts';
import { registerAccount } from '../../registers/household/register-household.ts';
import listPeople from '../../registers/person/queries/list-people.ts';
import { registerPerson } from '../../registers/person/register-person.ts';
import { idCardCheckDigit } from '../../values/id-card-number.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { verifyAudit } from '../verify.ts';
import { beginNewKey, listKeyUse, rekeyAll, retire } from './change-keys.ts';

const s = 'city_442000';
const numberOf = (order: number): string => { const body = `44209919580102${String(order).padStart(3, '0')}`; return body + idCardCheckDigit(body); };
const accountOf = (order: number): string => `622848000000${String(order).padStart(7, '0')}`;
let cities: TestCities;
let zs: City;
/** The same city as another process holds it: its own reading of the key file. */
let other: City;
let clerk: Caller;
let village: number;

const meet = defineCommand({
  id: 'test.meet', title: '登记一人', allow: { staff: true }, input: z.strictObject({ order: z.number() }),
  async run(tx, { order }, by) {
    const person = await registerPerson(tx, by, {
      name: `人${order}`, sex: 'male', birthDate: '1958-01-02' as PlainDate, hukouKind: 'urban', hukouDivisionId: village, residenceDivisionId: village, handlingDivisionId: village, document: { kind: 'id-card', number: numberOf(order) },
    }, '测试');
    if (!person.existed) {
      const { id } = await tx.one<{ id: number }>(`insert into household (number, head_person_id, division_id, address, hukou_kind) values ($1, $2, $3, '太平路', 'urban') returning id`, [`H${order}`, person.id, village]);
      await registerAccount(tx, by, { householdId: id, divisionId: village, holderName: `人${order}`, holderPersonId: person.id, agentRelation: null, bankCode: '314', bankName: '农商银行', number: accountOf(order), validFrom: '2014-01-01' as PlainDate });
    }
    return person;
  },
});
const act = async (city: City, order: number): Promise<{ id: number; existed: boolean }> => {
  const outcome = await command(city, clerk, meet, { order }, { key: randomUUID() });
  if (!outcome.ok) throw new Error(outcome.refused.code);
  return outcome.result as { id: number; existed: boolean };
};
const found = async (city: City, order: number): Promise<string[]> => {
  const answer = await query(city, clerk, listPeople, { text: numberOf(order) });
  if (!answer.ok) throw new Error(answer.refused.code);
  return answer.result.rows.map((row) => row.title);
};
const opened = async (city: City): Promise<string[]> => (await city.pool.query<{ c: Buffer }>(`select number_cipher as c from ${s}.person_document union all select number_cipher from ${s}.payee_account`)).rows.map((row) => city.keys.open(row.c)).toSorted();
const whole = async (): Promise<void> => { expect((await verifyAudit(zs)).findings).toEqual([]); };

beforeAll(async () => {
  cities = await openTestCities();
  zs = cities.zhongshan;
  other = openCity(demoCities.find((one) => one.code === '442000')!, { databaseUrl: cities.url, dataDir: zs.dataDir, connections: 3 });
  await staff(cities, zs, 'system', '442000');
  clerk = await staff(cities, zs, 'town-clerk', '442000001');
  village = await divisionId(cities, zs, '442000001001');
  for (const order of [1, 2, 3, 4]) await act(zs, order);
});
afterAll(async () => { await other.close(); await cities.close(); });

describe('a change of keys', () => {
  test('old values are read and found at once, in two processes; broken off in the middle nothing is lost and nobody is registered twice; resumed, nothing is left', async () => {
    expect(await beginNewKey(zs)).toBe('k2');
    expect(statSync(keyFile(zs)).mode & 0o777).toBe(0o600);
    const all = [1, 2, 3, 4].flatMap((order) => [numberOf(order), accountOf(order)]).toSorted();
    expect(await opened(zs)).toEqual(all);
    expect(await found(other, 1)).toHaveLength(1);
    // the other process writes with the new key without being started again
    await act(other, 5);
    expect(other.keys.current).toBe('k2');
    expect((await listKeyUse(zs))['person_document']).toEqual({ k1: 4, k2: 1 });
    expect(await retire(zs, 'k1')).toMatchObject({ ok: false, why: 'in-use', left: [{ table: 'payee_account', values: 4 }, { table: 'person_document', values: 4 }] });

    // broken off after two pieces
    let pieces = 0;
    await rekeyAll(zs, () => { pieces += 1; }, { atOnce: 1, stop: () => pieces === 5 });
    const use = await listKeyUse(zs);
    expect(use['payee_account']).toEqual({ k2: 5 });
    expect(use['person_document']).toEqual({ k1: 3, k2: 2 });
    for (const city of [zs, other]) for (const order of [1, 4, 5]) expect(await found(city, order)).toHaveLength(1);
    for (const order of [1, 2, 3, 4, 5]) expect(await act(order % 2 === 0 ? zs : other, order)).toMatchObject({ id: order, existed: true });
    await whole();

    expect((await rekeyAll(zs, () => {})).spoilt).toEqual([]);
    expect((await listKeyUse(zs))['person_document']).toEqual({ k2: 5 });
    for (const order of [1, 2, 3, 4, 5]) expect(await found(other, order)).toHaveLength(1);
    await whole();
    // fingerprints of accounts stay: closed rolls rest on them
    const { rows: [row] } = await cities.owner.query<{ number_hash: Buffer }>(`select number_hash from ${s}.payee_account where id = 1`);
    expect(row?.number_hash.equals(zs.keys.fingerprint(`account:${accountOf(1)}`))).toBe(true);
  });

  test('retired, the old key opens nothing, and the records of its time are still proved', async () => {
    expect(await retire(zs, 'k2')).toMatchObject({ ok: false, why: 'current' });
    expect(await retire(zs, 'k7')).toMatchObject({ ok: false, why: 'unknown' });
    expect(await retire(zs, 'k1')).toEqual({ ok: true });
    expect(await retire(zs, 'k1')).toMatchObject({ ok: false, why: 'retired' });
    const { keys } = JSON.parse(readFileSync(keyFile(zs), 'utf8')) as { keys: Record<string, Record<string, string>> };
    expect(Object.keys(keys['k1'] ?? {})).not.toEqual(expect.arrayContaining(['encrypt']));
    expect(await opened(other)).toHaveLength(10);
    await whole();
  });

  test('a row that was changed is not written again: the change cannot be covered up, and the key it stands under is not let go', async () => {
    expect(await beginNewKey(zs)).toBe('k3');
    await cities.owner.query(`set session_replication_role = replica; update ${s}.person_document set masked = '改过' where id = 2; set session_replication_role = origin`);
    const { spoilt } = await rekeyAll(zs, () => {});
    expect(spoilt).toEqual([{ table: 'person_document', command: expect.any(Number) }]);
    expect(await retire(zs, 'k2')).toMatchObject({ ok: false, why: 'in-use', left: [{ table: 'person_document', values: 1 }] });
    expect((await verifyAudit(zs)).findings.join()).toMatch(/表 person_document：操作 \d+ 写的行.*被改过/);
  });

  test('while the keys change nothing else of a recorded row can; and every column that holds encrypted values is known', async () => {
    const sly = defineCommand({
      id: 'test.sly', title: '夹带', allow: { staff: true }, input: z.strictObject({}),
      async run(tx) { await tx.run(`select set_config('mz.rekey', 'on', true)`); await tx.run(`update payee_account set holder_name = '别人' where id = 1`); },
    });
    await expect(command(zs, clerk, sly, {}, { key: randomUUID() })).rejects.toThrow(/nothing of payee_account but its encrypted values/);
    const { rows } = await cities.owner.query<{ one: string }>(
      `select table_name || '.' || column_name as one from information_schema.columns where table_schema = $1 and data_type = 'bytea' and (column_name ~ 'cipher' or column_name in ('secret', 'id_token', 'phone'))
        and (table_name, column_name) not in (select table_name, column_name from ${s}.encrypted_column) order by 1`, [s]);
    // person.phone is written by nobody
    expect(rows.map((row) => row.one)).toEqual(['person.phone']);
  });
});
