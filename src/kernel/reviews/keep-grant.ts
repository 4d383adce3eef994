import type { Effect } from '../contract/procedure.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import { getBenefit, recordDecision } from '../casework/decide.ts';
import { formatYuan, type Fen } from '../values/money.ts';
import { refuseFastTrack } from '../dishonesty/standing-records.ts';
import type { StepContext } from '../casework/step-context.ts';
import { checkReviews } from './check-reviews.ts';

/**
 * 复核维持: the household was looked at and nothing has changed, so the amount stands as decided (核查期内没有明显变化的，不再调整). The register, the
 * agencies' answers and the rules are asked once more in the same moment; what differs refuses it. `explained`: a clerk found out that what
 * differs changes nothing; the amount by the rules must then still be the one that is paid. Kept at once, without an investigation, it is the
 * short way: closed to a household in which somebody's dishonesty record is in force.
 */
export const keepGrant = (more: { readonly explained?: boolean } = {}): Effect => ({
  id: more.explained === true ? 'keep-grant-explained' : 'keep-grant',
  async run(at) {
    if (more.explained !== true) await refuseFastTrack(at.tx, await listPersons(at), at.by.today);
    const benefit = getBenefit(at);
    const found = (await checkReviews(at.tx, at.registry, benefit, [at.case.id], at.by.today)).get(at.case.id);
    if (!found?.assessment) throw new AppError('reviews.unreadable', `facts of case ${at.case.number} cannot be read`);
    const agrees = found.untold || (found.assessment.outcome === 'granted' && found.assessment.fen === found.fen);
    if (more.explained === true ? !agrees : found.differences.length > 0) throw new Refusal('review.differs', { what: found.differences.join('；') });
    await recordDecision(at, {
      outcome: 'kept', assessment: found.assessment, firstMonth: null, fen: found.fen, ...(found.untold ? { grounds: [] } : {}),
      statement: `复核后没有变化，维持每月 ${formatYuan(found.fen as Fen)} 元。`,
    });
  },
});

/** The members this review is about, and all who are counted in the grant. */
const listPersons = async ({ tx, case: { id, grant_id: grant } }: StepContext): Promise<number[]> => (await tx.rows<{ id: number }>(
  'select person_id as id from case_member where case_id = $1 union select person_id from grant_person where grant_id = $2 and known_to is null', [id, grant])).map((row) => row.id);
