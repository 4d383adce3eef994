import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { followCode } from '../follow-code.ts';
import { plainProgress, type ProgressRow } from '../plain-progress.ts';

/** 查进度: for whoever holds the receipt, signed in or not. Nothing of the person is said. */
export default defineQuery({
  id: 'single-window.follow', guessable: true, title: '查求助进度', allow: { anyone: true }, input: z.strictObject({ number: z.string().trim().max(40), code: z.string().trim().max(12) }),
  async run(tx, input, by) {
    const number = input.number.toUpperCase();
    if (followCode(by.city, number) !== input.code.toUpperCase()) throw new Refusal('follow.wrong');
    const rows = await tx.rows<ProgressRow & Record<string, unknown>>('select * from follow_intake($1)', [number]);
    if (rows.length === 0) throw new Refusal('follow.wrong');
    return { number, today: by.today, ...plainProgress(rows) };
  },
});
