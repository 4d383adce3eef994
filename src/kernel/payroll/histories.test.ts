import fc from 'fast-check';
import { expect, test } from 'vitest';
import { granted, openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../test/harness/payroll-world.ts';
import { rollStory } from '../../../test/harness/roll-story.ts';
import { changeGrant } from '../benefits/change-grant.ts';
import planRecovery from '../benefits/commands/plan-recovery.ts';
import { endGrant } from '../benefits/stop-grant.ts';
import { checkLedger } from '../ledger/check-ledger.ts';
import { addMonths, type Month } from '../values/month.ts';
import close from './commands/close.ts';
import send from './commands/send.ts';
import redraw from './queries/redraw.ts';
import { readRollBalance } from './roll-balance.ts';

const FIRST = '2014-12' as Month;
const MONTHS = 4;
const monthAt = (i: number): Month => addMonths(FIRST, i);

/** What somebody learns between two rolls. Months count from the first; `to` is exclusive. */
type Event =
  | { readonly is: 'change'; readonly grant: number; readonly from: number; readonly to: number | null; readonly yuan: number }
  | { readonly is: 'end'; readonly grant: number; readonly last: number }
  | { readonly is: 'plan'; readonly grant: number; readonly yuan: number };
interface MonthStory { readonly events: readonly Event[]; readonly failing: readonly number[] }

const GRANTS = 3;
const eventIn = (month: number): fc.Arbitrary<Event> => fc.oneof(
  fc.record({ is: fc.constant('change' as const), grant: fc.nat(GRANTS - 1), from: fc.nat(month), to: fc.option(fc.nat(month)), yuan: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ is: fc.constant('end' as const), grant: fc.nat(GRANTS - 1), last: fc.integer({ min: -1, max: month }) }),
  fc.record({ is: fc.constant('plan' as const), grant: fc.nat(GRANTS - 1), yuan: fc.integer({ min: 1, max: 200 }) }),
);
const stories: fc.Arbitrary<readonly MonthStory[]> = fc.tuple(...Array.from({ length: MONTHS }, (_, month) =>
  fc.record({ events: fc.array(eventIn(month), { maxLength: 4 }), failing: fc.uniqueArray(fc.integer({ min: 1, max: GRANTS }), { maxLength: 2 }) })));

/** What each grant is worth each month, as everybody knows it now: the plain arithmetic the rolls must agree with. */
class Truth {
  readonly months = Array.from({ length: GRANTS }, () => Array.from({ length: MONTHS + 1 }, () => 50000));
  readonly ended = new Set<number>();
  due(grant: number, upTo: number): number { return this.months[grant]!.slice(0, upTo + 1).reduce((sum, fen) => sum + fen, 0); }
  set(grant: number, from: number, to: number, fen: number): void { for (let m = from; m < to; m += 1) this.months[grant]![m] = fen; }
}

async function learn(world: PayrollWorld, truth: Truth, grants: readonly number[], event: Event): Promise<void> {
  const id = grants[event.grant]!;
  if (event.is === 'plan') {
    await world.do(world.officer, planRecovery, { grant: id, totalFen: 1_000_000, monthlyFen: event.yuan * 100, reason: '本人同意' });
    return;
  }
  if (truth.ended.has(event.grant)) return;
  if (event.is === 'end') {
    await world.act((tx, by) => endGrant(tx, by, { grantId: id, lastMonth: monthAt(event.last), reason: '不再符合' }));
    truth.ended.add(event.grant);
    truth.set(event.grant, event.last + 1, MONTHS + 1, 0);
    return;
  }
  const to = event.to !== null && event.to > event.from ? event.to : null;
  await world.act((tx, by) => changeGrant(tx, by, {
    grantId: id, fromMonth: monthAt(event.from), ...(to === null ? {} : { toMonth: monthAt(to) }), hukouKind: 'urban', facts: {}, assessment: granted(event.yuan * 100), change: 'income', reason: '收入变了',
  }));
  truth.set(event.grant, event.from, to ?? MONTHS + 1, event.yuan * 100);
}

/** After a roll: nothing is owed to anybody for any month, and what was paid too much is what the roll says is still to recover. */
async function agree(world: PayrollWorld, truth: Truth, grants: readonly number[], homes: readonly TestHousehold[], roll: number, month: number): Promise<void> {
  const s = 'city_442000';
  for (const [i, id] of grants.entries()) {
    const { rows } = await world.cities.owner.query<{ month: string; fen: string }>(`select to_char(for_month, 'YYYY-MM') as month, sum(fen) as fen from ${s}.roll_line_item where grant_id = $1 and known_to is null group by 1`, [id]);
    const booked = new Map(rows.map((row) => [row.month, Number(row.fen)]));
    const over = Array.from({ length: month + 1 }, (_, m) => (booked.get(monthAt(m)) ?? 0) - truth.months[i]![m]!);
    expect(Math.min(...over), `grant ${i}: a month was left short`).toBeGreaterThanOrEqual(0);
    const { rows: [line] } = await world.cities.owner.query<{ outstanding: number }>(`select outstanding_fen::int as outstanding from ${s}.roll_line where roll_id = $1 and household_id = $2`, [roll, homes[i]!.id]);
    expect(line?.outstanding ?? 0).toBe(over.reduce((sum, fen) => sum + fen, 0));
  }
  expect(await world.act((tx) => readRollBalance(tx, roll))).toMatchObject({ equal: true });
}

test('任意的变更、退回、扣回：花名册合计＝台账＝应发差额之和，重编相同', { timeout: 300_000 }, async () => {
  await fc.assert(fc.asyncProperty(stories, async (story) => {
    const world = await openPayrollWorld();
    try {
      const homes: TestHousehold[] = [];
      for (let i = 0; i < GRANTS; i += 1) homes.push(await world.household('442000001001', 1));
      const grants = await world.takeOver(homes.map((home) => [home, 50000] as const), FIRST);
      const [truth, desk, rolls] = [new Truth(), rollStory(world), [] as number[]];
      for (const [month, { events, failing }] of story.entries()) {
        await world.setDay(`${monthAt(month)}-01`);
        for (const event of events) await learn(world, truth, grants, event);
        const drawn = await desk.draw(monthAt(month)).catch((error: Error) => error);
        if (drawn instanceof Error) {
          // everybody's grant has ended and nothing is left to say
          expect(drawn.message).toContain('roll.nobody');
          expect(truth.months.every((months) => months[month] === 0)).toBe(true);
          break;
        }
        const roll = drawn;
        rolls.push(roll);
        await agree(world, truth, grants, homes, roll, month);
        await desk.approved(roll);
        const { rows: [state] } = await world.cities.owner.query<{ lines: number }>(`select count(*)::int as lines from city_442000.roll_line where roll_id = $1 and fen > 0`, [roll]);
        if (state!.lines > 0) await desk.answered(roll, failing.filter((seq) => seq <= state!.lines).map((seq) => ({ seq, code: 'E001' })));
        else await world.do(world.officer, send, { roll, version: await desk.version(roll) });
        await world.do(world.officer, close, { roll, version: await desk.version(roll), carryReason: '下月再发' });
      }
      for (const roll of rolls) expect(await world.see(world.officer, redraw, { roll })).toMatchObject({ identical: true, differing: [] });
      expect(await world.act((tx) => checkLedger(tx))).toEqual([]);
    } finally {
      await world.close();
    }
  }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 5) });
});
