import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, type Month } from '../../src/kernel/values/month.ts';
import type { Applicant } from '../harness/applicants.ts';
import { openChangeWorld, type ChangeWorld } from '../harness/change-world.ts';

const FIRST = '2014-11' as Month;
const STANDARD = 53_300;
const names = ['赵一', '赵二', '赵三', '赵四', '赵五'] as const;
const family: readonly Applicant[] = names.map((name, at) => ({ name, birth: `198${at}-02-03`, order: 200 + at, relation: at === 0 ? 'self' : 'sibling' }));

/** One thing that happens in a month: a number chooses the kind, others whom. Often one that must be refused. */
interface Choice { readonly kind: number; readonly who: number; readonly home: number; readonly yuan: number }
const stories = fc.array(fc.record({ kind: fc.integer({ min: 0, max: 3 }), who: fc.nat(20), home: fc.nat(20), yuan: fc.integer({ min: 0, max: 100 }) }), { minLength: 4, maxLength: 6 });

/** A household as plain arithmetic knows it. */
interface Home { readonly grant: number; readonly number: string; persons: string[]; head: string }

/** What everybody must be paid in a month: standard × persons − incomes of the household, once a person. */
class Truth {
  readonly homes: Home[] = [];
  readonly incomes = new Map<string, number>();
  readonly months: { month: Month; due: Map<number, number>; persons: string[] }[] = [];
  close(month: Month): void {
    const due = new Map(this.homes.map((home) => [home.grant, home.persons.length * STANDARD - home.persons.reduce((sum, one) => sum + (this.incomes.get(one) ?? 0), 0)] as const));
    this.months.push({ month, due: new Map([...due].filter(([, fen]) => fen > 0)), persons: this.homes.flatMap((home) => home.persons).sort() });
  }
}

async function live(world: ChangeWorld, truth: Truth, choice: Choice, day: string): Promise<void> {
  const alive = truth.homes.filter((home) => home.persons.length > 0);
  const home = alive[choice.home % alive.length];
  if (!home) return;
  const person = home.persons[choice.who % home.persons.length] as string;
  const successor = home.persons.find((one) => one !== person);
  const nextHead = person === home.head && home.persons.length > 2 ? { nextHead: successor } : {};
  const take = (): void => {
    home.persons = home.persons.filter((one) => one !== person);
    if (home.head === person) home.head = successor ?? '';
  };
  if (choice.kind === 0) {
    await world.decided(home.grant, { kind: 'income', happenedOn: day, person, source: 'wage', monthly: String(choice.yuan) });
    truth.incomes.set(person, choice.yuan * 100);
  } else if (choice.kind === 1) {
    const last = home.persons.length === 1;
    await world.decided(home.grant, { kind: 'left', happenedOn: day, person, why: '外出', ...nextHead }, last ? 'end' : 'approve');
    take();
  } else if (choice.kind === 2) {
    const report = { kind: 'split', happenedOn: day, leaving: [{ person }], newHead: person, address: '新屋', movable: '0', houses: '0', vehicles: '0', ...nextHead };
    if (home.persons.length === 1) {
      expect(await world.act(world.payroll.clerk, 'casework.report-change', { grant: home.grant, values: report })).toMatchObject({ status: 400 });
      return;
    }
    await world.decided(home.grant, report);
    take();
    truth.homes.push({ ...await newest(world), persons: [person], head: person });
  } else {
    const into = alive.find((one) => one !== home);
    if (!into) return;
    await world.decided(home.grant, { kind: 'merge', happenedOn: day, otherNumber: into.number, otherRelation: 'sibling' }, 'end');
    into.persons = [...into.persons, ...home.persons];
    home.persons = [];
  }
}

const newest = async (world: ChangeWorld): Promise<{ grant: number; number: string }> => {
  const { rows: [row] } = await world.payroll.cities.owner.query<{ grant: string; number: string }>('select g.id as grant, h.number from city_442000.benefit_grant g join city_442000.household h on h.id = g.household_id order by g.id desc limit 1');
  return { grant: Number(row?.grant), number: row?.number ?? '' };
};

/** Every month ever reckoned with, as it is known now. */
async function agree(world: ChangeWorld, truth: Truth): Promise<void> {
  for (const { month, due, persons } of truth.months) {
    const { rows } = await world.payroll.cities.owner.query<{ grant: string; fen: string }>(
      `select grant_id as grant, fen from city_442000.grant_version where known_to is null and fen > 0 and from_month <= $1 and (to_month is null or to_month > $1)`, [`${month}-01`]);
    expect(new Map(rows.map((row) => [Number(row.grant), Number(row.fen)])), month).toEqual(due);
    const counted = await world.payroll.cities.owner.query<{ name: string }>(
      `select p.name from city_442000.grant_person g join city_442000.person p on p.id = g.person_id where g.known_to is null and g.from_month <= $1 and (g.to_month is null or g.to_month > $1) order by p.name collate "C"`, [`${month}-01`]);
    expect(counted.rows.map((row) => row.name).sort(), month).toEqual(persons);
  }
}

test('[S001] 任意一串分户、并户、离开、收入变化：每月每人恰好算一次，金额与另算的一致', { timeout: 300_000 }, async () => {
  await fc.assert(fc.asyncProperty(stories, async (story) => {
    const world = await openChangeWorld('2014-10-13');
    try {
      const home = await world.granted(family, FIRST);
      const truth = new Truth();
      truth.homes.push({ grant: home.grant, number: home.number, persons: [...names], head: names[0] });
      truth.close(FIRST);
      for (const [at, choice] of story.entries()) {
        const month = addMonths(FIRST, at);
        await world.payroll.setDay(`${month}-15`);
        await live(world, truth, choice, `${month}-15`);
        truth.close(addMonths(month, 1));
      }
      await agree(world, truth);
    } finally {
      await world.close();
    }
  }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 3) });
});
