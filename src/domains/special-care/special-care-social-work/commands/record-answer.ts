import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { Values } from '../../../../kernel/contract/register.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { addDays, type PlainDate } from '../../../../kernel/values/plain-date.ts';
import { findWorker } from '../sample/list-entitled.ts';
import { loadAnswer, rewriteAnswer, type Answer } from '../sample/rewrite-answer.ts';

const input = z.strictObject({
  entry: recordInput, day: dayInput, reply: z.enum(['answered', 'refused', 'absent']), aware: z.boolean().optional(), score: z.int().min(0).max(100).optional(),
  complaint: z.string().trim().max(1000).optional(), worker: z.string().trim().max(40).optional(),
});

/** 记答卷: whether he is content follows from his score; one at or under the survey's line opens a follow-up by itself, by the worker who serves him, within the survey's days. */
export default defineCommand({
  id: 'special-care-social-work.record-answer', title: '记答卷', allow: { roles: ['special-care-clerk'] }, input,
  async run(tx, asked, by) {
    const answer = await loadAnswer(tx, by, asked.entry);
    if (answer.values['reply'] !== 'waiting') throw new Refusal('special-care-survey.answered');
    if (asked.day > by.today) throw new Refusal('record.day-ahead');
    const drawnOn = answer.of.values['drawnOn'];
    if (typeof drawnOn === 'string' && asked.day < drawnOn) throw new Refusal('special-care-survey.before-draw', { day: drawnOn });
    const judged = asked.reply === 'answered' ? await judge(tx, answer, asked) : {};
    const { aware, score, complaint } = asked;
    await rewriteAnswer(tx, by, answer, asked.day, { reply: asked.reply, ...(aware === undefined ? {} : { aware }), ...(score === undefined ? {} : { score }), ...(complaint ? { complaint } : {}), ...judged }, '记答卷');
    return { entry: asked.entry, followUp: judged['followDue'] === undefined ? null : { by: judged['followWorker'], due: judged['followDue'] } };
  },
});

async function judge(tx: Tx, { of, row }: Answer, { score, day, worker }: { readonly score?: number | undefined; readonly day: PlainDate; readonly worker?: string | undefined }): Promise<Values> {
  if (score === undefined) return {};
  const content = score >= Number(of.values['contentFrom']);
  if (score > Number(of.values['lowUpTo'])) return { content };
  const followWorker = worker || (row.person_id === null ? undefined : await findWorker(tx, row.person_id));
  if (followWorker === undefined) throw new Refusal('special-care-survey.worker-needed');
  return { content, followUp: 'open', followWorker, followDue: addDays(day, Number(of.values['followWithin'])) };
}
