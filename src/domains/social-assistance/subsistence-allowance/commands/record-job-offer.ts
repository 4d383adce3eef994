import { z } from 'zod';
import { changeFacts } from '../../../../kernel/casework/change-facts.ts';
import { getMatter, getProcedure } from '../../../../kernel/casework/case-registry.ts';
import { findCaseRow } from '../../../../kernel/casework/case-row.ts';
import { findOffice } from '../../../../kernel/casework/find-office.ts';
import { openGrantCase } from '../../../../kernel/casework/open-grant-case.ts';
import { readGrantBefore } from '../../../../kernel/casework/read-grant-before.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { divisionCodes } from '../../../../kernel/casework/find-office.ts';
import { loadBook } from '../../../../kernel/policy/load-book.ts';
import { loadRegistry } from '../../../../kernel/registry/find-declarations.ts';
import { parsePlainDate } from '../../../../kernel/values/plain-date.ts';
import type { Facts } from '../../common/means-test/facts.ts';
import { refusalsBeforeStop } from '../../common/means-test/parameters.ts';
import { refusalsInARow, withRefusals, type OfferAnswer } from '../count-refusals.ts';

/**
 * 记录介绍工作: which job was offered to a member, when, by whom, and the answer. The refusal that makes the number of the law full opens a review
 * by itself: only that member's share is reduced, and only by a decision.
 */
export default defineCommand({
  id: 'subsistence-allowance.record-job-offer', title: '记录介绍工作', allow: { roles: ['town-clerk', 'village-clerk'] },
  input: z.strictObject({
    grant: z.int().positive(), person: z.int().positive(), offeredOn: z.string().max(10), offeredBy: z.string().trim().min(2).max(60), job: z.string().trim().min(2).max(100),
    answer: z.enum(['accepted', 'just-cause', 'refused']), reason: z.string().trim().min(2).max(200),
  }),
  async run(tx, input, by) {
    const day = parsePlainDate(input.offeredOn);
    if (!day || day > by.today) throw new Refusal('offer.not-yet');
    const grant = await readGrantBefore(tx, input.grant, by.today);
    if (grant.benefit !== 'subsistence-allowance') throw new Refusal('not-found');
    if (grant.state === 'ended') throw new Refusal('grant.ended');
    if (!grant.members.some((member) => member.personId === input.person)) throw new Refusal('offer.not-member');
    await tx.run(
      `insert into job_offer (grant_id, household_id, division_id, person_id, offered_on, offered_by, job, answer, reason, account_id, post_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [input.grant, grant.householdId, grant.divisionId, input.person, day, input.offeredBy, input.job, input.answer, input.reason, by.caller.account?.id ?? null, by.caller.post?.id ?? null]);
    const answers = (await tx.rows<{ answer: OfferAnswer }>('select answer from job_offer where person_id = $1 order by offered_on, id', [input.person])).map((row) => row.answer);
    const inARow = refusalsInARow(answers);
    const limit = (await loadBook(tx)).read(refusalsBeforeStop.id, await divisionCodes(tx, grant.divisionId), by.today);
    const full = limit.is !== 'gap' && input.answer === 'refused' && inARow >= Number(limit.reading.value);
    const registry = await loadRegistry();
    const open = await tx.find<{ id: number; kind: string; number: string }>('select id, kind, number from case_file where grant_id = $1 and outcome is null', [input.grant]);
    if (open) {
      const row = await findCaseRow(tx, open.id, true);
      if (row) await changeFacts(tx, registry, { row, matter: getMatter(registry, row.matter), procedure: getProcedure(registry, row.matter, row.procedure) }, await withRefusals(tx, row.facts as unknown as Facts, grant));
    }
    const office = await findOffice(tx, getMatter(registry, 'subsistence-allowance'), 'accept', { division: grant.divisionId, day: by.today });
    const review = full && !open && grant.state === 'active' ? await openGrantCase(tx, by, registry, { grantId: input.grant, kind: 'review', values: {}, how: 'desk' }) : null;
    return { inARow, full, office: office.name, review: review ?? (open && full ? { caseId: open.id, number: open.number } : null) };
  },
});
