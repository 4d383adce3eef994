import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { divisionId, openTestCities, staff, type TestCities } from '../../../../test/harness/city.ts';
import type { Caller } from '../../access/caller.ts';
import { defineCommand } from '../../contract/door.ts';
import { command, type CommandContext, type CommandOutcome } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { idCardCheckDigit } from '../../values/id-card-number.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { registerAccounts } from '../household/register-accounts.ts';
import { registerHouseholds } from '../household/register-households.ts';
import { registerPeople, type PersonFacts } from './register-people.ts';

let cities: TestCities;
let clerk: Caller;
let elsewhere: Caller;
let village: number;
let other: number;

const idNumber = (nth: number): string => {
  const front = `44209919600102${String(nth % 1000).padStart(3, '0')}`.replace('1960', String(1940 + Math.floor(nth / 1000)));
  return front + idCardCheckDigit(front);
};
const person = (nth: number, at: number, more: Partial<PersonFacts> = {}): PersonFacts => ({
  name: `陈${String.fromCodePoint(0x4e00 + nth)}`, sex: 'female', birthDate: '1960-01-02' as PlainDate, hukouKind: 'rural', hukouDivisionId: at, residenceDivisionId: at,
  handlingDivisionId: at, document: { kind: 'id-card', number: idNumber(nth) }, ...more,
});
/** Runs work inside a command, as a door would. */
const within = <Output>(caller: Caller, run: (tx: Tx, by: CommandContext) => Promise<Output>): Promise<CommandOutcome<Output>> =>
  command(cities.zhongshan, caller, defineCommand({ id: `test.${randomUUID()}`, title: '测试', allow: { staff: true }, input: z.strictObject({}), run: (tx, _input, by) => run(tx, by) }), {}, { key: randomUUID() });
async function done<Output>(outcome: Promise<CommandOutcome<Output>>): Promise<Output> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.refused.code);
  return answer.result;
}

beforeAll(async () => {
  cities = await openTestCities();
  clerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000001');
  elsewhere = await staff(cities, cities.zhongshan, 'town-clerk', '442000002');
  village = await divisionId(cities, cities.zhongshan, '442000001001');
  other = await divisionId(cities, cities.zhongshan, '442000002001');
});
afterAll(() => cities.close());

describe('成批登记', () => {
  test('六千人分两段登记，次序与所给一致，证件都能找回', async () => {
    const people = Array.from({ length: 6_000 }, (_unused, nth) => person(nth, village));
    const made = await done(within(clerk, (tx, by) => registerPeople(tx, by, people, '测试')));
    expect(made.every((p) => !p.existed)).toBe(true);
    const { rows } = await cities.owner.query<{ id: string; name: string }>('select id, name from city_442000.person');
    const names = new Map(rows.map((r) => [Number(r.id), r.name]));
    expect(made.map((p) => names.get(p.id))).toEqual(people.map((p) => p.name));
    const again = await done(within(clerk, (tx, by) => registerPeople(tx, by, people, '测试')));
    expect(again).toEqual(made.map((p) => ({ id: p.id, existed: true })));
    const { rows: [count] } = await cities.owner.query('select (select count(*)::int from city_442000.person_version) as versions, (select count(*)::int from city_442000.person_document) as documents');
    expect(count).toEqual({ versions: 6_000, documents: 6_000 });
  }, 60_000);

  test('同一证件在一批里出现两次是一个人；没有证件的各是一个人；外区已登记的人相连', async () => {
    const batch = [person(9_000, other), person(9_001, other, { document: null }), person(9_000, other), person(9_002, other, { document: null }), person(5, other)];
    const made = await done(within(elsewhere, (tx, by) => registerPeople(tx, by, batch, '测试')));
    expect(made.map((p) => p.existed)).toEqual([false, false, true, false, true]);
    expect(new Set(made.map((p) => p.id)).size).toBe(4);
    expect(made[2]?.id).toBe(made[0]?.id);
    const { rows } = await cities.owner.query<{ handling_division_id: number }>('select handling_division_id from city_442000.person where id = $1', [made[4]?.id]);
    expect(rows[0]?.handling_division_id).toBe(other);
  });

  test('辖区外一人也不写，整批退回', async () => {
    expect(await within(elsewhere, (tx, by) => registerPeople(tx, by, [person(9_100, other), person(9_101, village)], '测试'))).toMatchObject({ ok: false, refused: { code: 'access.outside-area' } });
    const { rows } = await cities.owner.query(`select 1 from city_442000.person where name = $1`, [person(9_100, other).name]);
    expect(rows).toEqual([]);
  });

  test('成批立户与账户：编号相连，一人不能同时在两户，换账户只终止旧的', async () => {
    const people = await done(within(clerk, (tx, by) => registerPeople(tx, by, [9_200, 9_201, 9_202].map((nth) => person(nth, village)), '测试')));
    const [a, b, c] = people.map((p) => p.id) as [number, number, number];
    const household = (head: number, members: number[]) => ({
      divisionId: village, address: '民生路 1 号', hukouKind: 'rural' as const, headPersonId: head, members: members.map((id) => ({ personId: id, relation: id === head ? '户主' : '女儿' })), validFrom: '2014-11-03' as PlainDate,
    });
    const made = await done(within(clerk, (tx, by) => registerHouseholds(tx, by, [household(a, [a, b]), household(c, [c])], '测试')));
    expect(made.map((h) => h.number.slice(-6))).toEqual(['000001', '000002']);
    expect(await within(clerk, (tx, by) => registerHouseholds(tx, by, [household(b, [b])], '测试'))).toMatchObject({ ok: false, refused: { code: 'command.conflict' } });
    const account = (at: number, number: string, from: string) => ({
      householdId: made[at]?.id as number, divisionId: village, holderName: '陈', holderPersonId: null, agentRelation: null, bankCode: '314', bankName: '农商银行', number, validFrom: from as PlainDate,
    });
    await done(within(clerk, (tx, by) => registerAccounts(tx, by, [account(0, '9993140000000011', '2014-11-03'), account(1, '9993140000000012', '2014-11-03')])));
    await done(within(clerk, (tx, by) => registerAccounts(tx, by, [account(0, '9993140000000013', '2014-12-01')])));
    const { rows } = await cities.owner.query<{ last_four: string; valid_from: Date; known: boolean }>(
      `select last_four, valid_from::text, coalesce(valid_to::text, '') as valid_to from city_442000.payee_account where household_id = $1 and known_to is null order by valid_from`, [made[0]?.id]);
    expect(rows).toEqual([{ last_four: '0011', valid_from: '2014-11-03', valid_to: '2014-12-01' }, { last_four: '0013', valid_from: '2014-12-01', valid_to: '' }]);
  });
});
