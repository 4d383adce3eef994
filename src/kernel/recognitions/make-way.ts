import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { endRecognition } from './end-recognition.ts';
import { leaveRecognition } from './leave-recognition.ts';
import { listHeld } from './list-held.ts';

/**
 * Before persons are granted a benefit, statuses that exclude it end with the first day of the grant: a household that moves from 低收入 to 低保
 * is never without, and never both. Where only some of the family are granted (单人保), the status ends for them and goes on for the others. Refuses where a status was recognised outside the caller's area.
 */
export async function makeWayFor(tx: Tx, by: CommandContext, grant: { readonly benefit: string; readonly persons: readonly number[]; readonly from: PlainDate }): Promise<void> {
  const held = (await listHeld(tx, grant.benefit, grant.persons, grant.from)).filter((one) => one.standing !== grant.benefit);
  if (held.length === 0) return;
  const { findBenefit } = await loadRegistry();
  const title = (standing: string): string => findBenefit(standing)?.benefit.title ?? standing;
  const live = await tx.rows<{ id: number; validFrom: PlainDate; whole: boolean }>(
    `select distinct r.id, r.valid_from as "validFrom", not exists (select 1 from recognition_person o where o.recognition_id = r.id and o.known_to is null and o.valid_to > $3 and o.person_id <> all ($1)) as whole from recognition r join recognition_person p on p.recognition_id = r.id and p.known_to is null
      where p.person_id = any ($1) and r.kind = any ($2) and r.ended_on is null and p.valid_to > $3 order by r.id`, [grant.persons, held.map((one) => one.standing), grant.from]);
  const reason = `转为${title(grant.benefit)}`;
  for (const one of live) {
    const on = grant.from < one.validFrom ? one.validFrom : grant.from;
    if (one.whole) await endRecognition(tx, by, { id: one.id, on, reason });
    else await leaveRecognition(tx, { id: one.id, persons: grant.persons, on });
  }
  const left = (await listHeld(tx, grant.benefit, grant.persons, grant.from)).filter((one) => one.standing !== grant.benefit);
  const first = left[0];
  if (first) throw new Refusal('recognition.held-elsewhere', { count: left.length, what: title(first.standing) });
}
