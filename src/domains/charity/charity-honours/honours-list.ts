import type { Values } from '../../../kernel/contract/register.ts';
import { fen, formatYuan } from '../../../kernel/values/money.ts';

/** A donor as the list names him: equal amounts share a place, and the next place is left out. */
export interface Honoured { readonly place: number; readonly shownAs: string; readonly amount: number }

/** Who may stand on the list at all: agreed to it, by name or unnamed, and his receipts are verified. Who refused, or has not answered, is on no list. */
const mayStand = ({ consent, verified, amount }: Values): boolean => (consent === 'named' || consent === 'anonymous') && verified === true && typeof amount === 'number';

/** The list by the sum of verified receipts in 分, the largest first. Worked out from the donors of an edition, never typed. */
export function rankDonors(donors: readonly Values[]): Honoured[] {
  const standing = donors.filter(mayStand).map((donor) => ({ amount: donor['amount'] as number, shownAs: typeof donor['shownAs'] === 'string' ? donor['shownAs'] : '爱心人士' })).toSorted((a, b) => b.amount - a.amount);
  return standing.map((one) => ({ ...one, place: 1 + standing.filter((other) => other.amount > one.amount).length }));
}

/** The list in words, a line a donor: as it is published. Nothing where nobody may stand on it. */
export const honoursList = (donors: readonly Values[]): string | undefined =>
  rankDonors(donors).map(({ place, shownAs, amount }) => `第${place}名　${shownAs}　${formatYuan(fen(amount))}元`).join('\n') || undefined;

/** How many who agreed to be named have no name to be shown by. */
export const unnamed = (donors: readonly Values[]): number => donors.filter((donor) => donor['consent'] === 'named' && donor['shownAs'] === undefined).length;
