import type { GrantBefore } from '../../../kernel/casework/grant-case-reader.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Facts } from '../common/means-test/facts.ts';

/** What became of a job that was offered: taken, refused for a just cause, refused without one. */
export type OfferAnswer = 'accepted' | 'just-cause' | 'refused';
export const OFFER_ANSWERS: Readonly<Record<OfferAnswer, string>> = { accepted: '接受了', 'just-cause': '有正当理由没有接受', refused: '无正当理由拒绝' };

/** 连续拒绝几次: refusals without just cause since the last offer that ended otherwise. Oldest first. Pure. */
export function refusalsInARow(answers: readonly OfferAnswer[]): number {
  return answers.length - 1 - answers.findLastIndex((answer) => answer !== 'refused');
}

/** Facts with each member's refusals in a row, from the record of job offers. */
export async function withRefusals(tx: Tx, facts: Facts, grant: GrantBefore): Promise<Facts> {
  const rows = await tx.rows<{ person: number; answer: OfferAnswer }>('select person_id as person, answer from job_offer where person_id = any ($1) order by offered_on, id', [grant.members.map((member) => member.personId)]);
  if (rows.length === 0) return facts;
  const byPerson = Map.groupBy(rows, (row) => row.person);
  const counts = new Map(grant.members.map((member) => [member.key, refusalsInARow((byPerson.get(member.personId) ?? []).map((row) => row.answer))]));
  return { ...facts, members: facts.members.map((member) => (counts.has(member.key) ? { ...member, refusedJobs: counts.get(member.key) ?? 0 } : member)) };
}
