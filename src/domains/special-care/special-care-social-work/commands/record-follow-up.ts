import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { loadAnswer, rewriteAnswer } from '../sample/rewrite-answer.ts';

/** 记回访: somebody went back to him who gave a low score; with it the reminder is over. */
export default defineCommand({
  id: 'special-care-social-work.record-follow-up', title: '记回访', allow: { roles: ['special-care-clerk'] },
  input: z.strictObject({ entry: recordInput, followedOn: dayInput, followResult: z.string().trim().min(2, { error: '请写回访看到什么、怎么办。' }).max(1000), plan: recordInput.optional() }),
  async run(tx, { entry, followedOn, followResult, plan }, by) {
    const answer = await loadAnswer(tx, by, entry);
    if (answer.values['followUp'] !== 'open') throw new Refusal('special-care-survey.no-follow-up');
    if (followedOn > by.today) throw new Refusal('record.day-ahead');
    if (followedOn < answer.row.on_day) throw new Refusal('special-care-survey.before-visit', { day: answer.row.on_day });
    await rewriteAnswer(tx, by, answer, answer.row.on_day, { followUp: 'done', followedOn, followResult, ...(plan === undefined ? {} : { plan }) }, '记回访');
    return { entry };
  },
});
