import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { divisionId, openTestCities, staff, type TestCities } from './city.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { takeOverGrants } from '../../src/kernel/benefits/take-over-grants.ts';
import { defineCommand, type CommandDefinition, type QueryDefinition } from '../../src/kernel/contract/door.ts';
import type { Assessment } from '../../src/kernel/contract/rules.ts';
import type { City } from '../../src/kernel/db/city.ts';
import { command, type CommandContext } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';
import type { Tx } from '../../src/kernel/db/tx.ts';
import { registerAccount, registerHousehold } from '../../src/kernel/registers/household/register-household.ts';
import { registerPerson } from '../../src/kernel/registers/person/register-person.ts';
import { fen } from '../../src/kernel/values/money.ts';
import type { Month } from '../../src/kernel/values/month.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';

export const BENEFIT = 'subsistence-allowance';

export interface TestHousehold { readonly id: number; readonly number: string; readonly divisionId: number; readonly persons: readonly number[]; readonly account: string }

/** A city with its roll desk, for tests: people are registered and granted through the same commands as in an office. */
export interface PayrollWorld {
  readonly cities: TestCities;
  readonly zs: City;
  readonly clerk: Caller; readonly officer: Caller; readonly approver: Caller; readonly finance: Caller; readonly auditor: Caller;
  /** Runs something as a command of the city's administration. */
  act<T>(run: (tx: Tx, by: CommandContext) => Promise<T>, caller?: Caller): Promise<T>;
  /** Gives a command and returns its result; throws on a refusal. */
  do<I, O>(caller: Caller, definition: CommandDefinition<I, O>, input: NoInfer<I>, key?: string): Promise<O>;
  /** The code of the refusal a command meets. */
  refusal<I, O>(caller: Caller, definition: CommandDefinition<I, O>, input: NoInfer<I>): Promise<string | undefined>;
  see<I, O>(caller: Caller, definition: QueryDefinition<I, O>, input: NoInfer<I>): Promise<O>;
  household(division: string, persons: number, options?: { account?: string | null; agent?: string }): Promise<TestHousehold>;
  takeOver(households: readonly (readonly [TestHousehold, number])[], firstMonth: string): Promise<number[]>;
  setDay(day: string): Promise<void>;
  close(): Promise<void>;
}

export async function openPayrollWorld(options: Parameters<typeof openTestCities>[0] = {}): Promise<PayrollWorld> {
  const cities = await openTestCities(options);
  const zs = cities.zhongshan;
  const post = (role: string, division = '442000'): Promise<Caller> => staff(cities, zs, role, division);
  const administrator = await post('administrator');
  const clerk = await post('town-clerk', '442000001');
  const officer = await post('payroll-officer');
  const approver = await post('payroll-approver');
  const finance = await post('finance-officer');
  const auditor = await post('auditor');
  let serial = 0;
  const give = async <I, O>(caller: Caller, definition: CommandDefinition<I, O>, input: NoInfer<I>, key: string = randomUUID()) => command(zs, caller, definition, input, { key });
  const world: PayrollWorld = {
    cities, zs, clerk, officer, approver, finance, auditor,
    async act(run, caller = administrator) {
      const definition = defineCommand({ id: 'test.act', title: '测试', allow: { staff: true }, input: z.strictObject({}), run: (tx, _input, by) => run(tx, by) });
      const outcome = await give(caller, definition, {});
      if (!outcome.ok) throw new Error(`refused: ${outcome.refused.code} ${JSON.stringify(outcome.refused.details)}`);
      return outcome.result;
    },
    async do(caller, definition, input, key) {
      const outcome = await give(caller, definition, input, key);
      if (!outcome.ok) throw new Error(`${definition.id} refused: ${outcome.refused.code} ${JSON.stringify(outcome.refused.details ?? outcome.fields)}`);
      return outcome.result;
    },
    async refusal(caller, definition, input) {
      const outcome = await give(caller, definition, input);
      return outcome.ok ? undefined : outcome.refused.code;
    },
    async see(caller, definition, input) {
      const outcome = await query(zs, caller, definition, input);
      if (!outcome.ok) throw new Error(`${definition.id} refused: ${outcome.refused.code} ${JSON.stringify(outcome.fields ?? outcome.refused.details)}`);
      return outcome.result;
    },
    async household(division, size, options = {}) {
      const at = await divisionId(cities, zs, division);
      return world.act(async (tx, by) => {
        const persons: number[] = [];
        for (let i = 0; i < size; i += 1) persons.push(await inventPerson(tx, by, (serial += 1), at));
        const registered = await registerHousehold(tx, by, {
          divisionId: at, address: '民生路 1 号', hukouKind: 'urban', headPersonId: persons[0] as number,
          members: persons.map((personId, i) => ({ personId, relation: i === 0 ? '户主' : '其他' })), validFrom: '2010-01-01' as PlainDate,
        }, '测试');
        const account = options.account === undefined ? `6228480000${String(serial).padStart(9, '0')}` : options.account;
        if (account !== null) {
          await registerAccount(tx, by, {
            householdId: registered.id, divisionId: at, holderName: `户主${serial}`, holderPersonId: persons[0] as number, agentRelation: options.agent ?? null,
            bankCode: '402603000012', bankName: '中山农商银行', number: account, validFrom: '2010-01-01' as PlainDate,
          });
        }
        return { id: registered.id, number: registered.number, divisionId: at, persons, account: account ?? '' };
      });
    },
    async takeOver(households, firstMonth) {
      await world.act((tx, by) => takeOverGrants(tx, by, {
        benefit: BENEFIT, firstMonth: firstMonth as Month, divisionId: administrator.post?.divisionId ?? 0, item: 'difference', reason: '接收原花名册',
        document: { title: '花名册', sha256: createHash('sha256').update(randomUUID()).digest() },
        households: households.map(([h, amount]) => ({ householdId: h.id, divisionId: h.divisionId, hukouKind: 'urban', personIds: h.persons, fen: amount })),
      }));
      const { rows } = await cities.owner.query<{ id: string; household_id: string }>('select id, household_id from city_442000.benefit_grant where household_id = any ($1)', [households.map(([h]) => h.id)]);
      return households.map(([h]) => Number(rows.findLast((row) => Number(row.household_id) === h.id)?.id));
    },
    async setDay(day) { await cities.owner.query('update city_442000.city set demo_day = $1', [day]); },
    close: () => cities.close(),
  };
  return world;
}

async function inventPerson(tx: Tx, by: CommandContext, serial: number, division: number): Promise<number> {
  const birth = `19${String(40 + (serial % 50)).padStart(2, '0')}-0${1 + (serial % 9)}-1${serial % 10}`;
  const { id } = await registerPerson(tx, by, {
    name: `测${String.fromCodePoint(0x4e00 + serial)}`, sex: 'female', birthDate: birth as PlainDate, hukouKind: 'urban', hukouDivisionId: division, residenceDivisionId: division, handlingDivisionId: division,
    document: { kind: 'id-card', number: withCheckDigit(`442099${birth.replaceAll('-', '')}`, serial) },
  }, '测试');
  return id;
}

/** An assessment as the rules would give it, with one line of so much. */
export function granted(amount: number, day = '2014-11-26'): Assessment {
  return {
    outcome: 'granted', rules: { id: 'test', title: '测试', law: [] }, day: day as PlainDate, grounds: [], lines: amount === 0 ? [] : [{ item: 'difference', title: '补差', fen: fen(amount) }],
    fen: fen(amount), working: [], parameters: [], explanation: `每月发给 ${amount / 100} 元。`,
  };
}

/** An invented id number: address and birth date, a serial of three digits, the check digit of GB 11643. Serials repeat after 1,000 on one birth date. */
function withCheckDigit(head: string, serial: number): string {
  const body = `${head}${String(serial % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + '10X98765432'[sum % 11];
}
