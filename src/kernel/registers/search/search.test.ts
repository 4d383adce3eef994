import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { divisionId, openTestCities, staff, type TestCities } from '../../../../test/harness/city.ts';
import type { Caller } from '../../access/caller.ts';
import { defineCommand } from '../../contract/door.ts';
import { command } from '../../db/command.ts';
import { query } from '../../db/query.ts';
import type { City } from '../../db/city.ts';
import { idCardCheckDigit } from '../../values/id-card-number.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import changeAccount from '../household/commands/change-account.ts';
import getHousehold from '../household/queries/get-household.ts';
import listHouseholds from '../household/queries/list-households.ts';
import { registerAccount, registerHousehold } from '../household/register-household.ts';
import correctPerson from '../person/commands/correct-person.ts';
import getPerson from '../person/queries/get-person.ts';
import listPeople from '../person/queries/list-people.ts';
import showDocument from '../person/queries/show-document.ts';
import { registerPerson } from '../person/register-person.ts';
import type { Hit, Page } from './hit.ts';
import suggest from './queries/suggest.ts';
import { readSearchText } from './read-search-text.ts';

let cities: TestCities;
let zs: City;
let clerk: Caller;
let elsewhere: Caller;
let lead: Caller;
let household: { id: number; number: string };
const number = (serial: number): string => { const head = `442099195801${String(10 + (serial % 18)).padStart(2, '0')}${String(100 + serial)}`; return head + idCardCheckDigit(head); };

const family = defineCommand({
  id: 'test.family', title: '登记一户', allow: { staff: true },
  input: z.strictObject({ names: z.array(z.string()), division: z.number(), serial: z.number() }),
  async run(tx, input, by) {
    const ids: number[] = [];
    for (const [at, name] of input.names.entries()) {
      ids.push((await registerPerson(tx, by, {
        name, sex: 'female', birthDate: '1958-01-02' as PlainDate, hukouKind: 'urban', hukouDivisionId: input.division, residenceDivisionId: input.division,
        handlingDivisionId: input.division, document: { kind: 'id-card', number: number(input.serial + at) },
      }, '登记')).id);
    }
    const made = await registerHousehold(tx, by, {
      divisionId: input.division, address: '民生路 1 号', hukouKind: 'urban', headPersonId: ids[0] ?? 0, validFrom: '2014-01-01' as PlainDate,
      members: ids.map((personId, at) => ({ personId, relation: at === 0 ? '本人' : '子女' })),
    }, '登记');
    await registerAccount(tx, by, { householdId: made.id, divisionId: input.division, holderName: input.names[0] ?? '', holderPersonId: ids[0] ?? null, agentRelation: null, bankCode: 'B', bankName: '农商银行', number: '6228480000004417', validFrom: '2014-01-01' as PlainDate });
    return { ...made, people: ids };
  },
});
let people: number[];
const result = async <T>(outcome: Promise<{ ok: boolean } & object>): Promise<T> => {
  const got = (await outcome) as unknown as { ok: boolean; result: T };
  expect(got).toMatchObject({ ok: true });
  return got.result;
};
const find = (caller: Caller, text: string): Promise<Hit[]> => result<Hit[]>(query(zs, caller, suggest, { text }));

beforeAll(async () => {
  cities = await openTestCities();
  zs = cities.zhongshan;
  clerk = await staff(cities, zs, 'town-clerk', '442000001');
  elsewhere = await staff(cities, zs, 'town-clerk', '442000002');
  lead = await staff(cities, zs, 'approver', '442000');
  const [here, there] = [await divisionId(cities, zs, '442000001001'), await divisionId(cities, zs, '442000002001')];
  const made = await result<{ id: number; number: string; people: number[] }>(command(zs, clerk, family, { names: ['陈秀英', '陈志强'], division: here, serial: 1 }, { key: randomUUID() }));
  household = made;
  people = made.people;
  await result(command(zs, elsewhere, family, { names: ['单秀英'], division: there, serial: 7 }, { key: randomUUID() }));
  await cities.owner.query(
    `insert into city_442000.case_file (number, matter, procedure, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts, command_id)
     values ('ZS-DB-2014-000001', 'subsistence-allowance', 'p', '2014-10-08', $1, $2, $3, 's', '2014-10-08', 1, 1, '{}', '{}', 1)`, [made.id, people[0], here]);
});
afterAll(() => cities.close());

test('what was typed is understood', () => {
  expect(readSearchText(' ４４２０９９１９５８０１０２４４２ｘ ')).toEqual({ kind: 'document', number: '44209919580102442X' });
  expect(readSearchText('02442x')).toEqual({ kind: 'last-six', number: '02442X' });
  expect(readSearchText('CXY')).toEqual({ kind: 'letters', letters: 'cxy' });
  expect(readSearchText('zs-db-2014')).toEqual({ kind: 'number', number: 'ZS-DB-2014' });
  expect(readSearchText('陈秀')).toEqual({ kind: 'name', name: '陈秀' });
  expect(readSearchText('123')).toEqual({ kind: 'nothing' });
});

describe('finding people', () => {
  test('by name, pinyin, initials, whole number and last six; cases of the person follow; names stay masked', async () => {
    for (const text of ['陈秀', 'chenxiu', 'cxy', number(1), number(1).slice(-6)]) {
      expect(await find(clerk, text), text).toEqual([
        expect.objectContaining({ kind: 'person', title: '陈*英', note: expect.stringMatching(/女 · 1958年生 · 石岐区太平社区 · 4420\*+/) }),
        expect.objectContaining({ kind: 'case', title: 'ZS-DB-2014-000001', note: expect.stringContaining('陈*英') }),
      ]);
    }
    // 单 is read shan as a surname
    expect((await find(lead, 'sxy')).map((h) => h.title)).toEqual(['单*英']);
  });
  test('by the number of a household or case, from the front', async () => {
    expect(await find(clerk, household.number)).toMatchObject([{ kind: 'household', title: '陈*英 一户', note: `${household.number} · 2 人 · 石岐区太平社区` }]);
    expect((await find(clerk, 'zs-')).map((h) => h.kind).sort()).toEqual(['case', 'household']);
  });
  test('nobody outside the area is found, by any way; wildcards mean nothing', async () => {
    for (const text of ['陈秀', 'cxy', number(1), number(1).slice(-6), household.number, 'ZS-DB-2014-000001']) expect(await find(elsewhere, text), text).toEqual([]);
    expect(await find(lead, '%')).toEqual([]);
    expect(await find(lead, '_秀英')).toEqual([]);
  });
  test('a list counts and pages within the area', async () => {
    const first = await result<Page<Hit>>(query(zs, lead, listPeople, { limit: 2 }));
    expect(first).toMatchObject({ total: { count: 3, exact: true }, rows: [{ title: '陈*英' }, { title: '陈*强' }] });
    expect(await result<Page<Hit>>(query(zs, lead, listPeople, { limit: 2, after: first.next ?? '' }))).toMatchObject({ rows: [{ title: '单*英' }], next: null });
    expect(await result<Page<Hit>>(query(zs, elsewhere, listPeople, {}))).toMatchObject({ total: { count: 1 }, rows: [{ title: '单*英' }] });
    expect(await result<Page<Hit>>(query(zs, lead, listPeople, { division: await divisionId(cities, zs, '442000002') }))).toMatchObject({ total: { count: 1 } });
    expect(await result<Page<Hit>>(query(zs, lead, listHouseholds, { text: 'cxy' }))).toMatchObject({ rows: [{ id: household.id }] });
    expect(await result<Page<Hit>>(query(zs, elsewhere, listHouseholds, {}))).toMatchObject({ total: { count: 1 } });
  });
  test('a document is shown whole only with a purpose, and the reading is logged with it', async () => {
    const page = await result<{ documents: { id: number }[] }>(query(zs, clerk, getPerson, { person: people[0] }));
    const ask = { person: people[0], document: page.documents[0]?.id };
    expect(await query(zs, clerk, showDocument, ask)).toMatchObject({ ok: false, refused: { code: 'input.invalid' } });
    expect(await query(zs, clerk, showDocument, { ...ask, purpose: 'check-document' })).toMatchObject({ ok: true, result: { number: number(1) } });
    expect(await query(zs, elsewhere, showDocument, { ...ask, purpose: 'check-document' })).toMatchObject({ ok: false, refused: { code: 'person.document-not-found' } });
    const { rows } = await cities.owner.query(`select subjects, purpose from city_442000.read_log where query = 'person.show-document'`);
    expect(rows).toEqual([{ subjects: [String(people[0])], purpose: '核对证件原件' }]);
  });
  test('a household page shows members, account and cases; another office is told only that it is not found', async () => {
    expect(await query(zs, clerk, getHousehold, { household: household.id })).toMatchObject({
      ok: true, result: { members: [{ name: '陈秀英', relation: '本人' }, { name: '陈志强' }], accounts: [{ lastFour: '4417' }], cases: [{ title: 'ZS-DB-2014-000001' }], versions: [{ knownOn: '2014-11-03' }] },
    });
    expect(await query(zs, elsewhere, getHousehold, { household: household.id })).toMatchObject({ ok: false, refused: { code: 'household.not-found' } });
    expect(await query(zs, elsewhere, getPerson, { person: people[0] })).toMatchObject({ ok: false, refused: { code: 'person.not-found' } });
  });
  test('the account changes from a day on, with a holder of the household or a registered agent', async () => {
    const accounts = async (): Promise<{ id: number; lastFour: string; to: string | null; agentRelation: string | null }[]> => (await result<{ accounts: never[] }>(query(zs, clerk, getHousehold, { household: household.id }))).accounts;
    const [old] = await accounts();
    const change = (more: object): Promise<object> => command(zs, clerk, changeAccount, { household: household.id, seen: old?.id ?? null, from: '2014-11-01', bankCode: 'B', bankName: '农商银行', number: '６２２８ 4800 0000 5528', reason: '原卡销户', ...more }, { key: randomUUID() });
    expect(await change({})).toMatchObject({ refused: { code: 'household.holder-missing' } });
    expect(await change({ holderPerson: 999 })).toMatchObject({ refused: { code: 'household.holder-not-member' } });
    expect(await change({ holderPerson: people[1], number: '12x' })).toMatchObject({ refused: { code: 'input.invalid' }, fields: [{ path: 'number', code: 'account.number' }] });
    expect(await change({ agentName: '陈伯', agentRelation: '堂叔' })).toMatchObject({ ok: true });
    expect(await accounts()).toMatchObject([{ lastFour: '5528', agentRelation: '堂叔', to: null }]);
    expect(await change({ holderPerson: people[1] })).toMatchObject({ refused: { code: 'household.account-changed' } });
    const { rows } = await cities.owner.query('select valid_from::text, valid_to::text from city_442000.payee_account where household_id = $1 and known_to is null order by valid_from', [household.id]);
    expect(rows).toEqual([{ valid_from: '2014-01-01', valid_to: '2014-11-01' }, { valid_from: '2014-11-01', valid_to: null }]);
  });
  test('a correction keeps what was known before, and a stale page is refused', async () => {
    const correct = (changes: object, seen: number): Promise<object> => command(zs, clerk, correctPerson, { person: people[1], seen, reason: '证件上的名字', changes }, { key: randomUUID() });
    expect(await correct({ name: '陈智强' }, 1)).toMatchObject({ ok: true, result: { version: 2 } });
    expect(await correct({ name: '陈智强' }, 1)).toMatchObject({ refused: { code: 'person.changed' } });
    expect(await correct({ name: '陈智强' }, 2)).toMatchObject({ refused: { code: 'person.nothing-to-correct' } });
    const page = await result<{ timeline: { kind: string; title: string; correctedOn: string | null }[] }>(query(zs, clerk, getPerson, { person: people[1] }));
    expect(page.timeline.filter((l) => l.kind === 'record')).toMatchObject([{ title: '陈志强', correctedOn: '2014-11-03' }, { title: '陈智强', correctedOn: null }]);
    expect(await command(zs, clerk, correctPerson, { person: people[1], seen: 2, from: '2014-06-01', reason: '迁入', changes: { hukouKind: 'rural' } }, { key: randomUUID() })).toMatchObject({ ok: true });
    const { rows } = await cities.owner.query(`select valid_from::text, valid_to::text, hukou_kind from city_442000.person_version where person_id = $1 and known_to is null order by valid_from`, [people[1]]);
    expect(rows).toEqual([{ valid_from: '1958-01-02', valid_to: '2014-06-01', hukou_kind: 'urban' }, { valid_from: '2014-06-01', valid_to: null, hukou_kind: 'rural' }]);
  });
});
