import type { GrantBefore } from '../../../../kernel/casework/grant-case-reader.ts';
import { fen } from '../../../../kernel/values/money.ts';
import { facts as factsSchema, type Facts, type FactsInput, type Member } from '../../common/means-test/facts.ts';
import { RELATIONS } from '../../common/means-test/terms.ts';

type Relation = Member['relation'];
export type MemberInput = FactsInput['members'][number];

const byWord = new Map<string, Relation>(Object.entries(RELATIONS).map(([key, word]) => [word, key as Relation]));

/**
 * What a grant was assessed on. One taken over from a roster has no such facts: then its members as the register knows them, with nothing known of
 * means, so that no amount comes out before a clerk has filled it in. Undefined when a member's birth date is missing.
 */
export function factsOf(grant: GrantBefore): Facts | undefined {
  const known = factsSchema.safeParse(grant.facts);
  // who was counted had signed for the check with the application
  if (known.success) return { ...known.data, members: known.data.members.map((one) => ({ ...one, authorised: one.authorised ?? true })) };
  if (grant.members.some((one) => one.birthDate === null)) return undefined;
  const made = factsSchema.safeParse({
    hukouKind: grant.hukouKind,
    members: grant.members.map((one): MemberInput => ({
      key: one.key, name: one.name, relation: one.head ? 'self' : byWord.get(one.relation) === 'self' ? 'other' : byWord.get(one.relation) ?? 'other',
      ...(one.sex === 'male' || one.sex === 'female' ? { sex: one.sex } : {}), ...(one.birthDate === null ? {} : { birthDate: one.birthDate }), hukouHere: true,
    })),
  });
  return made.success ? made.data : undefined;
}

export const isTakenOver = (grant: GrantBefore): boolean => !factsSchema.safeParse(grant.facts).success;

/** A key no member has yet. */
export function freeKey(facts: Facts): string {
  let at = facts.members.length + 1;
  while (facts.members.some((one) => one.key === `m${at}`)) at += 1;
  return `m${at}`;
}

/** Relations told anew when another member becomes the applicant: to the spouse most stay, to a child the other children become siblings. */
export function relationTo(relation: Relation, successor: Relation): Relation {
  if (relation === 'self') return successor === 'spouse' ? 'spouse' : successor === 'child' ? 'parent' : successor === 'parent' ? 'child' : 'other';
  if (successor === 'spouse') return relation === 'child' || relation === 'grandchild' ? relation : 'other';
  if (successor === 'child') return ({ spouse: 'parent', child: 'sibling', parent: 'grandparent' } as Partial<Record<Relation, Relation>>)[relation] ?? 'other';
  return successor === 'sibling' && (relation === 'parent' || relation === 'sibling') ? relation : 'other';
}

/** The same household under another applicant. */
export function withApplicant(facts: Facts, key: string): Facts {
  const successor = facts.members.find((one) => one.key === key);
  if (!successor || successor.relation === 'self') return facts;
  return { ...facts, members: facts.members.map((one) => ({ ...one, relation: one.key === key ? 'self' as const : relationTo(one.relation, successor.relation) })) };
}

/** Without some members; undefined when nobody is left or nobody leads it. */
export function without(facts: Facts, keys: readonly string[], nextHead: string | undefined): Facts | undefined {
  const rest = facts.members.filter((one) => !keys.includes(one.key));
  const head = rest.find((one) => one.relation === 'self')?.key ?? nextHead ?? (rest.length === 1 ? rest[0]?.key : undefined);
  if (rest.length === 0 || head === undefined || !rest.some((one) => one.key === head)) return undefined;
  const led = withApplicant(facts, head);
  return { ...led, members: led.members.filter((one) => !keys.includes(one.key)) };
}

/** Two households become one under the applicant of the first; what both own is added up. */
export function joined(into: Facts, arriving: readonly { readonly member: Member; readonly key: string; readonly relation: Relation }[], assets: Facts['assets']): Facts {
  const sum = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? undefined : a + b);
  const movable = sum(into.assets.movableFen, assets.movableFen);
  const vehicles = sum(into.assets.vehicles, assets.vehicles);
  const houses = sum(into.assets.houses, assets.houses);
  return {
    ...into, members: [...into.members, ...arriving.map(({ member, key, relation }) => ({ ...member, key, relation }))],
    assets: { ...(movable === undefined ? {} : { movableFen: fen(movable) }), ...(vehicles === undefined ? {} : { vehicles }), ...(houses === undefined ? {} : { houses }) },
  };
}

/** Incomes of one kind replaced by what they are now; nothing a month means it is gone. */
export function withIncome(facts: Facts, key: string, income: Pick<Member['incomes'][number], 'category' | 'kind'>, monthly: number): Facts {
  return {
    ...facts, members: facts.members.map((one) => (one.key !== key ? one : {
      ...one, incomes: [...one.incomes.filter((old) => old.category !== income.category || old.kind !== income.kind), ...(monthly === 0 ? [] : [{ ...income, monthlyFen: fen(monthly) }])],
    })),
  };
}
