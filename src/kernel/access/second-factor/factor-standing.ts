import type { City } from '../../db/city.ts';
import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { needsSecondFactor } from '../roles.ts';
import { readSignOnSettings } from '../sign-on-settings.ts';

/** Whether an account holds a second factor, and whether one of its posts of the day asks for one. Who holds one is always asked, whether or not a post demands it. */
export async function readFactorStanding(tx: Tx, city: City, account: number, today: PlainDate): Promise<'not-needed' | 'held' | 'to-enrol'> {
  const { held } = await tx.one<{ held: boolean }>('select held from second_factor_standing($1, null)', [account]);
  if (held) return 'held';
  return (await isDemanded(tx, city, account, today)) ? 'to-enrol' : 'not-needed';
}

/** Whether a post held on this day demands a second factor in this city. */
export async function isDemanded(tx: Tx, city: City, account: number, today: PlainDate): Promise<boolean> {
  if (!readSignOnSettings(city).secondFactor.required) return false;
  const posts = await tx.rows<{ role: string }>('select role from post where account_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)', [account, today]);
  return posts.some((post) => needsSecondFactor(post.role));
}
