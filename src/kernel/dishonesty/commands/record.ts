import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { nextNumber } from '../../numbering/next-number.ts';
import { divisionCodesAbove, loadBook } from '../../policy/load-book.ts';
import { addMonthsToDay } from '../../values/add-months-to-day.ts';

/** 失信记录: decided on proven false information, with the article, for the period the parameter sets. */
export default defineCommand({
  id: 'dishonesty.record', title: '作出失信记录', allow: { roles: ['approver'] }, stepUp: true,
  input: z.strictObject({
    person: z.int().positive(), ground: z.string().trim().min(5).max(500), complaintId: z.int().positive().optional(), penaltyFen: z.int().positive().optional(),
    law: z.strictObject({ instrument: z.string().trim().min(2).max(100), article: z.string().trim().min(2).max(40), documentNumber: z.string().trim().max(60).optional() }),
  }),
  async run(tx, input, by) {
    const person = await tx.find<{ division: number }>('select coalesce(handling_division_id, residence_division_id, hukou_division_id) as division from person where id = $1', [input.person]);
    if (!person) throw new Refusal('dishonesty.no-person');
    const period = (await loadBook(tx)).read('dishonesty-months', await divisionCodesAbove(tx, person.division), by.today);
    if (period.is === 'gap') throw new Refusal('dishonesty.no-period', { reason: period.reason });
    const until = addMonthsToDay(by.today, Number(period.reading.value));
    const number = await nextNumber(tx, `${by.city.short}-SX`, Number(by.today.slice(0, 4)));
    const { id } = await tx.one<{ id: number }>(
      'insert into dishonesty_record (number, person_id, division_id, ground, law, decided_on, until, complaint_id, penalty_fen, decided_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id',
      [number, input.person, person.division, input.ground, JSON.stringify(input.law), by.today, until, input.complaintId ?? null, input.penaltyFen ?? null, by.caller.account?.name ?? '']);
    return { recordId: id, number, until };
  },
});
