import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { divisionCodesAbove, loadBook } from '../policy/load-book.ts';
import type { Registry } from '../registry/registry.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** All that is ever published of a household. */
export interface PublishedHousehold { readonly name: string; readonly headcount: number; /** 分 a month */ readonly fen: number }

/** Benefits whose law says that who is granted them is published where they live. Others (children's) never are. */
export const publishedBenefits = (registry: Registry, day: PlainDate): { id: string; title: string; law: NonNullable<ReturnType<Registry['findBenefit']>>['benefit']['published'] }[] =>
  registry.matters.flatMap((matter) => matter.benefits ?? []).filter((benefit) => benefit.published?.some((law) => law.inForce === undefined || (law.inForce.from <= day && (law.inForce.to === null || law.inForce.to > day))))
    .map((benefit) => ({ id: benefit.id, title: benefit.title, law: benefit.published }));

/** Latest birthday of an adult today: whoever was born later is a child and is not named. */
export async function adultBornBy(tx: Tx, by: Pick<QueryContext, 'today'>, division: number): Promise<PlainDate> {
  const age = (await loadBook(tx)).read('adult-age', await divisionCodesAbove(tx, division), by.today);
  // without a known age nobody is taken for an adult, and no name goes out
  if (age.is === 'gap') return '0001-01-01' as PlainDate;
  return `${Number(by.today.slice(0, 4)) - Number(age.reading.value)}${by.today.slice(4) === '-02-29' ? '-02-28' : by.today.slice(4)}` as PlainDate;
}

/** Households published in a village this month. The database gives these three columns and has no door for a fourth. */
export async function listPublishedHouseholds(tx: Tx, by: Pick<QueryContext, 'today'>, division: number, benefits: readonly string[]): Promise<PublishedHousehold[]> {
  const rows = await tx.rows<PublishedHousehold & Record<string, unknown>>('select name, headcount, fen from published_households($1, $2, $3, $4)',
    [division, benefits, `${by.today.slice(0, 7)}-01`, await adultBornBy(tx, by, division)]);
  return rows.map(({ name, headcount, fen }) => ({ name, headcount, fen }));
}
