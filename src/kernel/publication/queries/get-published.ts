import { z } from 'zod';
import { citeLaw } from '../../contract/law.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { maskName } from '../../values/name-mask.ts';
import { listPublishedHouseholds, publishedBenefits, type PublishedHousehold } from '../published.ts';

/**
 * 长期公布 of one village: name, headcount, amount, and nothing else. On the net the name is masked, as in every public notice; on the board in the village
 * (asked for by a post there) it stands in full, as the law wants it.
 */
export default defineQuery({
  id: 'publication.get-published', title: '长期公布', allow: { anyone: true }, input: z.strictObject({ division: z.string().regex(/^\d{6,12}$/), board: z.boolean().default(false) }),
  async run(tx, input, by) {
    const place = await tx.find<{ id: number; name: string; level: string; town: string | null }>(
      `select d.id, d.name, d.level, p.name as town from division d left join division p on p.id = d.parent_id where d.code = $1 and d.valid_from <= $2 and (d.valid_to is null or d.valid_to > $2)`, [input.division, by.today]);
    if (!place || place.level !== 'village') throw new Refusal('publication.no-place');
    const inFull = input.board && by.caller.divisions.includes(place.id);
    if (input.board && !inFull) throw new Refusal('access.outside-area');
    const benefits = publishedBenefits(await loadRegistry(), by.today);
    const lists: { title: string; law: string[]; households: PublishedHousehold[] }[] = [];
    for (const benefit of benefits) {
      const households = await listPublishedHouseholds(tx, by, place.id, [benefit.id]);
      lists.push({ title: benefit.title, law: (benefit.law ?? []).filter((one) => one.inForce === undefined || (one.inForce.from <= by.today && (one.inForce.to === null || one.inForce.to > by.today))).map(citeLaw),
        households: households.map(({ name, headcount, fen }) => ({ name: name === '' ? '' : inFull ? name : maskName(name), headcount, fen })) });
    }
    return { today: by.today, division: shortDivisionName(place.name), code: input.division, town: place.town ?? '', lists };
  },
});
