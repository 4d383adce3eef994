import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { Values } from '../../../../kernel/contract/register.ts';
import type { CommandContext } from '../../../../kernel/db/command.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { openRow } from '../../../../kernel/records/read/from-row.ts';
import { readTotals } from '../../../../kernel/records/rules/read-totals.ts';
import { addEntries, getSub } from '../../../../kernel/records/write/add-entries.ts';
import { closeEntry, type StoredEntry } from '../../../../kernel/records/write/load-entry.ts';
import { getKept } from '../../../../kernel/records/write/load-record.ts';
import { lockParent } from '../../../../kernel/records/write/lock-parent.ts';
import { mergeValues } from '../../../../kernel/records/write/merge-values.ts';
import { KEEPERS } from '../pairing.ts';
import { agreedHours, creditBalance } from '../register.ts';

const VISITS = 'peer_helper__visits';
const input = z.strictObject({
  helper: recordInput, elder: recordInput, day: dayInput, side: z.enum(['helper', 'elder']), hours: z.number().min(0).max(24).multipleOf(0.1),
  done: z.array(z.string().max(40)).max(10).optional(), confirmedBy: z.string().trim().max(60).optional(), finding: z.string().trim().max(200).optional(), reason: z.string().trim().max(200).default(''),
});
type Said = z.infer<typeof input>;

/**
 * 记一次走访, one side at a time: the helper says how long he was there, the elder (or family, or community) says it too. What both say is credited, once: the same
 * elder on the same day is one visit whoever speaks first. A side may put its own hours right; hours that are spent already are not taken away.
 */
export default defineCommand({
  id: 'peer-support.log-visit', title: '记走访', allow: { roles: KEEPERS }, input,
  async run(tx, said, by) {
    const home = await getKept(tx, by, 'peer-helper');
    const sub = getSub(home, 'visits');
    // both sides of one helper's visits wait for each other here, and so does spending
    const of = await lockParent(tx, by, home, said.helper);
    await refuseWrong(tx, by, said);
    const there = await tx.find<StoredEntry>(`select * from ${VISITS} where record_id = $1 and person_id = $2 and on_day = $3 and known_to is null and what <> 'taken-back'`, [said.helper, said.elder, said.day]);
    const standing: Values = there === undefined ? {} : openRow(sub.fields, there, new Map(), by.city.keys);
    const own = said.side === 'helper' ? 'helperHours' : 'elderHours';
    if (standing[own] !== undefined && said.reason === '') throw new Refusal('peer-support.same-again', { hours: Number(standing[own]) });
    const both = { ...standing, [own]: said.hours.toFixed(1) };
    const credited = agreedHours(both);
    const values = await mergeValues(tx, by, sub.fields, standing, {
      [own]: said.hours.toFixed(1), credited: credited === undefined ? null : credited.toFixed(1),
      ...(said.done === undefined ? {} : { done: said.done }), ...(said.confirmedBy === undefined ? {} : { confirmedBy: said.confirmedBy }), ...(said.finding === undefined ? {} : { finding: said.finding }),
    });
    if (there !== undefined) await closeEntry(tx, VISITS, there);
    const [entry] = await addEntries(tx, by, home, sub, of, [{ day: said.day, personId: said.elder, values, reason: said.reason }], there?.entry_id);
    const totals = (await readTotals(tx, home.register, [said.helper])).get(said.helper) ?? {};
    return { entry, credited: credited ?? null, waitsFor: credited !== undefined ? null : said.side === 'helper' ? 'elder' : 'helper', differ: credited !== undefined && Number(values['helperHours']) !== Number(values['elderHours']), balance: creditBalance({ totals }) };
  },
});

const HOURS_OF_A_DAY = 24;

async function refuseWrong(tx: Tx, by: CommandContext, said: Said): Promise<void> {
  if (said.day > by.today) throw new Refusal('record.day-ahead');
  if (said.side === 'elder' && (said.confirmedBy ?? '') === '') throw new Refusal('peer-support.say-who');
  if (said.side === 'helper' && (said.done ?? []).length === 0) throw new Refusal('peer-support.say-what');
  const paired = await tx.find(`select 1 from peer_pair where helper = $1 and person_id = $2 and known_to is null and state = 'paired' and valid_from <= $3 and (valid_to is null or valid_to > $3) limit 1`, [said.helper, said.elder, said.day]);
  const others = await tx.one<{ hours: string }>(`select coalesce(sum(greatest(helper_hours, elder_hours)), 0) as hours from ${VISITS} where record_id = $1 and on_day = $2 and person_id <> $3 and known_to is null and what <> 'taken-back'`, [said.helper, said.day, said.elder]);
  if (Number(others.hours) + said.hours > HOURS_OF_A_DAY) throw new Refusal('peer-support.day-too-short', { day: said.day, hours: Number(others.hours) });
  if (!paired) throw new Refusal('peer-support.not-paired', { day: said.day });
}
