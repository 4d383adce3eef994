import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { getReadable } from '../../../../kernel/records/read/get-readable.ts';
import { readLinks } from '../../../../kernel/records/read/read-links.ts';
import { readTotals } from '../../../../kernel/records/rules/read-totals.ts';
import { creditBalance } from '../register.ts';

export interface Visit { readonly entry: number; readonly elder: number; readonly name: string; readonly day: string; readonly helperHours: number | null; readonly elderHours: number | null; readonly credited: number | null; readonly confirmedBy: string | null }
const MOST = 200;
const hours = (value: string | null): number | null => (value === null ? null : Number(value));

/** A helper's visits as both sides tell them, who is still to speak, whom he looks in on, and his balance of hours. */
export default defineQuery({
  id: 'peer-support.get-helper', title: '助老员走访和时间', allow: { staff: true }, sensitive: true, input: z.strictObject({ helper: recordInput }),
  async run(tx, input, by) {
    const { register } = await getReadable(tx, by, 'peer-helper');
    const row = await tx.find<{ number: string; person: number; state: string }>('select number, person_id as person, state from peer_helper where record_id = $1 and known_to is null and valid_to is null', [input.helper]);
    if (!row) throw new Refusal('record.not-found');
    const pairs = await tx.rows<{ record: number; person: number; state: string; since: string; until: string | null }>(`select record_id as record, person_id as person, state, opened_on as since, ended_on as until from peer_pair where helper = $1 and known_to is null and valid_to is null and opened_on is not null order by record_id`, [input.helper]);
    const visits = await tx.rows<{ entry: number; elder: number; day: string; helper_hours: string | null; elder_hours: string | null; credited: string | null; confirmed: string | null }>(
      `select entry_id as entry, person_id as elder, on_day as day, helper_hours, elder_hours, credited, confirmed_by as confirmed from peer_helper__visits where record_id = $1 and known_to is null and what <> 'taken-back' order by on_day desc, id desc limit ${MOST}`, [input.helper]);
    const links = await readLinks(tx, [], [row.person, ...pairs.map((one) => one.person), ...visits.map((one) => one.elder)].map((person) => ({ person_id: person })));
    const nameOf = (person: number): string => links.person.get(person)?.title ?? '（不在辖区）';
    by.saw('person', [...links.person.keys()], '助老员走访和时间');
    const totals = (await readTotals(tx, register, [input.helper])).get(input.helper) ?? {};
    return {
      helper: { record: input.helper, number: row.number, name: nameOf(row.person), state: register.states[row.state]?.title ?? row.state },
      earned: Number(totals['creditEarned'] ?? 0), spent: Number(totals['creditSpent'] ?? 0), balance: creditBalance({ totals }),
      pairs: pairs.map((one) => ({ pair: one.record, elder: one.person, name: nameOf(one.person), since: one.since, until: one.until })),
      visits: visits.map((one): Visit => ({ entry: one.entry, elder: one.elder, name: nameOf(one.elder), day: one.day, helperHours: hours(one.helper_hours), elderHours: hours(one.elder_hours), credited: hours(one.credited), confirmedBy: one.confirmed })),
    };
  },
});
