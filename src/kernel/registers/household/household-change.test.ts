import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../values/plain-date.ts';
import { openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../../test/harness/payroll-world.ts';
import { divisionId } from '../../../../test/harness/city.ts';
import { planHouseholdChange, type ChangePlan, type HouseholdChange, type HouseholdNow } from './household-change.ts';
import change from './commands/change.ts';
import getHousehold from './queries/get-household.ts';
import { recordHouseholdChange } from './record-household-change.ts';

const day = (text: string): PlainDate => text as PlainDate;
const home = (id: number, members: readonly number[], more: Partial<HouseholdNow> = {}): HouseholdNow => ({
  id, head: members[0] as number, division: 1, address: '甲路 1 号', changed: day('2010-01-01'), members: members.map((person, at) => ({ person, relation: at === 0 ? '户主' : '其他', since: day('2010-01-01') })), ...more,
});
const plan = (told: HouseholdChange, households: readonly HouseholdNow[], homes: readonly (readonly [number, number])[] = []): ChangePlan =>
  planHouseholdChange(told, { day: day('2014-10-20'), today: day('2014-11-03'), households, homes: new Map(homes) });
const codeOf = (answer: ChangePlan): string => (answer.ok ? 'ok' : answer.no.code);

test('不该发生的都拒绝：一人两户、户主走了没人接、同一人加两次、倒着改、还没到的日期', () => {
  const one = home(1, [11, 12]);
  expect(codeOf(plan({ is: 'add', household: 1, person: 12, relation: '子女' }, [one]))).toBe('household.member-twice');
  expect(codeOf(plan({ is: 'add', household: 1, person: 21, relation: '子女' }, [one], [[21, 2]]))).toBe('household.member-elsewhere');
  expect(codeOf(plan({ is: 'add', household: 1, person: 21, relation: '户主' }, [one]))).toBe('household.one-head');
  expect(codeOf(plan({ is: 'remove', household: 1, person: 99 }, [one]))).toBe('household.not-a-member');
  expect(codeOf(plan({ is: 'remove', household: 3, person: 31 }, [home(3, [31, 32, 33])]))).toBe('household.no-successor');
  expect(codeOf(plan({ is: 'add', household: 1, person: 21, relation: '子女' }, [home(1, [11], { changed: day('2014-10-21') })]))).toBe('household.change-before-last');
  expect(codeOf(planHouseholdChange({ is: 'dissolve', household: 1 }, { day: day('2014-11-04'), today: day('2014-11-03'), households: [one], homes: new Map() }))).toBe('household.change-to-come');
  expect(codeOf(plan({ is: 'merge', household: 1, into: 1, relations: [] }, [one]))).toBe('household.same-household');
  expect(codeOf(plan({ is: 'split', household: 1, persons: [{ person: 11, relation: '户主' }, { person: 12, relation: '其他' }], head: 11, division: 1, address: '乙路' }, [one]))).toBe('household.split-everybody');
  expect(codeOf(plan({ is: 'transfer', household: 1, person: 12, to: 7, relation: '子女' }, [one]))).toBe('household.target-not-found');
});

test('只剩一个人，就由他接户主', () => {
  expect(plan({ is: 'remove', household: 1, person: 11 }, [home(1, [11, 12])])).toMatchObject({ ok: true, next: [{ id: 1, head: 12, members: [{ person: 12, relation: '户主' }] }] });
});

type Choice = { readonly kind: number; readonly a: number; readonly b: number; readonly c: number };

/** A change of some kind between the households as the oracle holds them; often one that must be refused. */
function invent(choice: Choice, homes: readonly (readonly number[])[], ids: readonly number[], persons: readonly number[], division: number): HouseholdChange {
  const at = choice.a % ids.length;
  const [household, other] = [ids[at] as number, ids[(at + 1 + (choice.b % Math.max(1, ids.length - 1))) % ids.length] as number];
  const someone = homes[at]?.[choice.b % Math.max(1, homes[at]?.length ?? 1)] ?? (persons[choice.b % persons.length] as number);
  const successor = homes[at]?.find((one) => one !== someone);
  const next = successor === undefined ? {} : { nextHead: successor };
  switch (choice.kind) {
    case 0: return { is: 'remove', household, person: someone, ...next };
    case 1: return { is: 'add', household, person: persons[choice.c % persons.length] as number, relation: '其他' };
    case 2: return { is: 'transfer', household, person: someone, to: other, relation: '其他', ...next };
    case 3: return { is: 'split', household, persons: [{ person: someone, relation: '户主' }], head: someone, division, address: `新屋 ${choice.c}`, ...next };
    case 4: return { is: 'merge', household, into: other, relations: [] };
    case 5: return { is: 'move', household, division, address: `搬家 ${choice.c}` };
    default: return { is: 'head', household, head: someone };
  }
}

const choices = fc.array(fc.record({ kind: fc.integer({ min: 0, max: 6 }), a: fc.nat(9), b: fc.nat(9), c: fc.nat(9) }), { minLength: 3, maxLength: 8 });

test('任意一串变更：每天每人最多在一户，过去的日子不变，与另算的一致', { timeout: 180_000 }, async () => {
  const world = await openPayrollWorld();
  try {
    const division = await divisionId(world.cities, world.zs, '442000002001');
    await fc.assert(fc.asyncProperty(choices, async (story) => {
      const started: TestHousehold[] = [await world.household('442000001001', 3), await world.household('442000001001', 2), await world.household('442000100001', 1)];
      const persons = started.flatMap((one) => one.persons);
      const ids = started.map((one) => one.id);
      const oracle = new Map<number, readonly number[]>(started.map((one) => [one.id, one.persons]));
      const days: (readonly [PlainDate, ReadonlyMap<number, readonly number[]>])[] = [[day('2014-01-01'), new Map(oracle)]];
      for (const [at, choice] of story.entries()) {
        const told = invent(choice, ids.map((id) => oracle.get(id) ?? []), ids, persons, division);
        const on = addDays(day('2014-02-01'), at * 5);
        const outcome = await world.act((tx, by) => recordHouseholdChange(tx, by, told, on, '变更')).catch((error: Error) => error);
        if (outcome instanceof Error) {
          expect(outcome.message).toMatch(/refused: household\./);
          continue;
        }
        applyToOracle(oracle, told, outcome.find((one) => one.began)?.id);
        for (const one of outcome) if (!ids.includes(one.id)) ids.push(one.id);
        days.push([on, new Map(oracle)]);
      }
      for (const [on, truth] of days) {
        const { rows } = await world.cities.owner.query<{ household_id: string; person_id: string }>(
          `select household_id, person_id from city_442000.household_member where household_id = any ($1) and known_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2)`, [ids, on]);
        const seen = Map.groupBy(rows, (row) => Number(row.household_id));
        for (const [id, members] of truth) expect((seen.get(id) ?? []).map((row) => Number(row.person_id)).sort(), `${on} ${id}`).toEqual([...members].sort());
        expect(new Set(rows.map((row) => row.person_id)).size).toBe(rows.length);
      }
    }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 5) });
  } finally {
    await world.close();
  }
});

function applyToOracle(oracle: Map<number, readonly number[]>, told: HouseholdChange, began: number | undefined): void {
  const of = (id: number): readonly number[] => oracle.get(id) ?? [];
  if (told.is === 'add') oracle.set(told.household, [...of(told.household), told.person]);
  if (told.is === 'remove' || told.is === 'transfer') oracle.set(told.household, of(told.household).filter((one) => one !== told.person));
  if (told.is === 'transfer') oracle.set(told.to, [...of(told.to), told.person]);
  if (told.is === 'split') {
    const leaving = told.persons.map((one) => one.person);
    oracle.set(told.household, of(told.household).filter((one) => !leaving.includes(one)));
    oracle.set(began as number, leaving);
  }
  if (told.is === 'merge') {
    oracle.set(told.into, [...of(told.into), ...of(told.household)]);
    oracle.set(told.household, []);
  }
  if (told.is === 'dissolve') oracle.set(told.household, []);
}

test('搬到另一个镇：从那天起归新的办，以前的仍归原来的，账户跟着走；领待遇的户不能只改登记', { timeout: 60_000 }, async () => {
  const world: PayrollWorld = await openPayrollWorld();
  try {
    const family = await world.household('442000001001', 2);
    const to = await divisionId(world.cities, world.zs, '442000100001');
    await world.act((tx, by) => recordHouseholdChange(tx, by, { is: 'move', household: family.id, division: to, address: '绩西大街 8 号' }, day('2014-10-20'), '搬到小榄'));
    const divisions = async (table: string) => (await world.cities.owner.query<{ code: string; from: string; to: string | null }>(
      `select d.code, t.valid_from::text as from, t.valid_to::text as to from city_442000.${table} t join city_442000.division d on d.id = t.division_id where household_id = $1 and known_to is null order by t.valid_from, t.id`, [family.id])).rows;
    expect(await divisions('household_version')).toEqual([{ code: '442000001001', from: '2010-01-01', to: '2014-10-20' }, { code: '442000100001', from: '2014-10-20', to: null }]);
    expect(await divisions('payee_account')).toEqual([{ code: '442000001001', from: '2010-01-01', to: '2014-10-20' }, { code: '442000100001', from: '2014-10-20', to: null }]);
    expect(await divisions('household_member')).toHaveLength(4);
    const old = await world.see(world.clerk, getHousehold, { household: family.id });
    expect(old).toMatchObject({ address: '民生路 1 号', leftOn: '2014-10-20' });
    expect(old.members).toHaveLength(2);
    const paid = await world.household('442000001001', 2);
    await world.takeOver([[paid, 50000]], '2014-12');
    expect(await world.refusal(world.clerk, change, { change: { is: 'remove', household: paid.id, person: paid.persons[1] as number }, day: day('2014-11-01'), reason: '外出', seen: 1 })).toBe('household.pays-benefit');
    expect(await world.refusal(world.clerk, change, { change: { is: 'head', household: paid.id, head: paid.persons[1] as number }, day: day('2014-11-01'), reason: '换户主', seen: 9 })).toBe('household.changed');
    expect(await world.do(world.clerk, change, { change: { is: 'head', household: paid.id, head: paid.persons[1] as number }, day: day('2014-11-01'), reason: '换户主', seen: 1 })).toEqual({ changed: [{ id: paid.id, began: false, ended: false }] });
    expect(await world.refusal(world.clerk, change, { change: { is: 'dissolve', household: family.id }, day: day('2014-11-01'), reason: '不在了', seen: 1 })).toBe('household.not-found');
  } finally {
    await world.close();
  }
});
