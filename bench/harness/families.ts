import { facts as factsSchema, type FactsInput } from '../../src/domains/social-assistance/common/means-test/facts.ts';
import { benefit } from '../../src/domains/social-assistance/subsistence-allowance/matter.ts';
import { assess } from '../../src/kernel/benefits/assess.ts';
import { keptOf } from '../../src/kernel/benefits/grant-version.ts';
import type { Assessment } from '../../src/kernel/contract/rules.ts';
import type { ParameterBook } from '../../src/kernel/policy/parameter-book.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';

/** A kind of household that was granted: its facts with `@1`, `@2` … where members are named by key, and what the law then gave it. */
export interface Family { readonly persons: number; readonly facts: string; readonly kept: string; readonly assessment: Assessment }

/** Numbers that look drawn and are the same in every run (mulberry32). */
export function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type MemberInput = FactsInput['members'][number];

/** Households of one to five with wages, pensions, pupils and disabled members: as the rolls of a city have them. */
export function inventFacts(draw: () => number): FactsInput {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T;
  const year = (low: number, high: number): string => `${low + Math.floor(draw() * (high - low))}-0${1 + Math.floor(draw() * 9)}-1${Math.floor(draw() * 10)}`;
  const adult = (relation: 'self' | 'spouse' | 'parent', key: number): MemberInput => ({
    key: `@${key}`, name: `户${key}`, relation, birthDate: relation === 'parent' ? year(1930, 1952) : year(1955, 1985), hukouHere: true, authorised: true, labour: pick(['able', 'able', 'partly', 'none']),
    ...(draw() < 0.2 ? { disability: { kind: pick(['physical', 'visual', 'mental'] as const), grade: 1 + Math.floor(draw() * 4) } } : {}),
    incomes: draw() < 0.6 ? [{ category: 'wage', note: '散工', monthlyFen: 100 * Math.floor(100 + draw() * 500) }] : draw() < 0.5 ? [{ category: 'transfer', kind: 'pension', monthlyFen: 100 * Math.floor(55 + draw() * 150) }] : [],
    deductions: draw() < 0.15 ? [{ kind: 'social-insurance', monthlyFen: 5_000 }] : [],
  });
  const size = pick([1, 1, 1, 2, 2, 3, 3, 4, 5]);
  const members: MemberInput[] = [adult('self', 1)];
  for (let at = 2; at <= size; at += 1) {
    members.push(at === 2 && draw() < 0.6 ? adult('spouse', at) : at === 5 ? adult('parent', at)
      : { key: `@${at}`, name: `户${at}`, relation: 'child', birthDate: year(1998, 2012), hukouHere: true, study: 'school', labour: 'none', authorised: true });
  }
  return { hukouKind: draw() < 0.5 ? 'urban' : 'rural', singleParent: false, members, assets: { movableFen: 100 * Math.floor(draw() * 2_000), vehicles: 0, houses: pick([0, 1]) } };
}

/** So many different households whom the law of the day grants 低保. */
export function grantedFamilies(book: ParameterBook, divisions: readonly string[], day: PlainDate, count: number): Family[] {
  const draw = drawFrom(20_141_103);
  const families: Family[] = [];
  for (let tried = 0; families.length < count; tried += 1) {
    if (tried > count * 50 + 1000) throw new Error('hardly any of the invented households is granted: check the figures');
    const input = inventFacts(draw);
    const assessment = assess(benefit, factsSchema.parse(input), { book, divisions, day });
    if (assessment.outcome === 'granted') families.push({ persons: input.members.length, facts: JSON.stringify(input), kept: JSON.stringify(keptOf(assessment)), assessment });
  }
  return families;
}
