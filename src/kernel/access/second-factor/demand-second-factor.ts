import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { needsSecondFactor } from '../roles.ts';
import { secondFactorRulesOn } from '../second-factor-rules.ts';
import { readSignOnSettings } from '../sign-on-settings.ts';

/**
 * Before something is signed or paid: whoever holds a second factor has given a code lately in this very session; whoever must hold one does. A run of the
 * worker has no session: the person who ordered it was asked then. Throws Refusal; the screens ask for a code and send the same command again.
 */
export async function demandSecondFactor(tx: Tx, by: Pick<CommandContext, 'city' | 'caller' | 'at'>): Promise<void> {
  const { account, session, post } = by.caller;
  if (session === undefined || account?.kind !== 'staff') return;
  const settings = readSignOnSettings(by.city).secondFactor;
  const { held, seconds_since: seconds } = await tx.one<{ held: boolean; seconds_since: number | null }>('select held, seconds_since from second_factor_standing($1, $2)', [account.id, session]);
  if (!held) {
    if (settings.required && post && needsSecondFactor(post.role)) throw new Refusal('access.second-factor-missing');
    return;
  }
  const minutes = settings.freshMinutes ?? secondFactorRulesOn(by.at.slice(0, 10)).freshMinutes;
  if (seconds === null || seconds >= minutes * 60) throw new Refusal('access.second-factor-needed', { minutes });
}
