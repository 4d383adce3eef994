import type { DemoIncome } from './demo-household.ts';
import type { Person } from './family.ts';
import type { Random } from './random.ts';

/** 元/人·月. What the report of the city gives: standard 533, average top-up 380 (urban) and 322 (rural). */
export const STANDARD_YUAN = 533;
const AVERAGE_TOP_UP = { urban: 380, rural: 322 } as const;
/** No household of the register has so much that nothing is left to pay. */
const MOST_YUAN = STANDARD_YUAN - 25;
/** The lowest monthly wage a full-time job may pay in Zhongshan in 2014 (1,310 元); casual work stays below. */
const LOWEST_WAGE = 1310;

/** How well off each family is against the others: who can work earns more. Only the proportions matter. */
export function drawWelfare(random: Random, people: readonly Person[]): number {
  const able = people.some((each) => each.labour === 'able');
  if (able) return 0.7 + random.next() * 1.2;
  return random.chance(0.18) ? 0 : 0.2 + random.next() * 1.4;
}

/**
 * The monthly income of each household in whole 元, so that the persons' average top-up (standard × n − income, over persons)
 * is the report's, to within the rounding of the single household.
 */
export function setIncomes(households: readonly { size: number; kind: 'urban' | 'rural'; welfare: number }[]): number[] {
  const incomes: number[] = households.map(() => 0);
  for (const kind of ['urban', 'rural'] as const) {
    const mean = STANDARD_YUAN - AVERAGE_TOP_UP[kind];
    const own = [...households.entries()].filter(([, each]) => each.kind === kind);
    const wanted = own.reduce((sum, [, each]) => sum + each.size * mean, 0);
    const total = (scale: number) => own.reduce((sum, [, each]) => sum + each.size * Math.min(MOST_YUAN, each.welfare * scale), 0);
    let [low, high] = [0, 20 * mean];
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2;
      if (total(middle) < wanted) low = middle;
      else high = middle;
    }
    for (const [at, each] of own) incomes[at] = Math.round(each.size * Math.min(MOST_YUAN, each.welfare * low));
  }
  return incomes;
}

/** Breaks a household's income down into what its members really receive; the parts add up to `yuan`. */
export function shareIncome(random: Random, people: readonly Person[], kind: 'urban' | 'rural', yuan: number): DemoIncome[][] {
  const shares: DemoIncome[][] = people.map(() => []);
  let left = yuan;
  const give = (at: number, category: DemoIncome['category'], title: string, most: number): void => {
    const amount = Math.min(left, Math.round(most));
    if (amount <= 0) return;
    left -= amount;
    shares[at]!.push({ category, title, monthlyFen: amount * 100 });
  };
  for (const [at, each] of people.entries()) {
    const pension = kind === 'urban' ? random.between(95, 210) : random.between(95, 160);
    if (each.age >= 60 && left >= pension) give(at, 'transfer', '城乡居民养老保险养老金', pension);
  }
  if (kind === 'rural' && random.chance(0.45)) give(0, 'property', '村集体股份分红', random.between(15, 60) * people.length);
  const workers = [...people.entries()].filter(([, each]) => each.labour !== 'none');
  for (const [order, [at, each]] of workers.entries()) {
    const most = each.labour === 'able' ? LOWEST_WAGE : 600;
    const title = each.labour === 'able' ? random.pick(['工资', '打零工收入']) : '零工收入';
    const share = order === workers.length - 1 ? left : Math.round((left * random.between(45, 80)) / 100);
    if (kind === 'rural' && random.chance(0.25)) give(at, 'business', random.pick(['种植收入', '养殖收入', '小摊经营收入']), Math.min(most, share));
    else give(at, 'wage', title, Math.min(most, share));
  }
  const old = people.findIndex((each) => each.age >= 60);
  if (old >= 0) give(old, 'transfer', '不共同生活子女给付的赡养费', left);
  else if (people.some((each) => each.age < 18)) give(0, 'transfer', '亲属给付的抚养费', left);
  else give(0, 'other', '亲友经常性资助', left);
  return shares;
}
