import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { nextNumber } from '../../../../kernel/numbering/next-number.ts';
import { listClocks } from '../supervision/list-clocks.ts';

/** Roles that watch over others' limits. */
export const SUPERVISORS = ['administrator', 'auditor', 'statistician', 'approver', 'town-lead'];

/** 督办: writes to the office whose clock is over or near its end. One open note a clock. */
export default defineCommand({
  id: 'supervision.urge', title: '发督办单', allow: { roles: SUPERVISORS },
  input: z.strictObject({ source: z.string().max(80), subjectId: z.int().positive(), content: z.string().trim().min(2, { error: '请写清楚要对方做什么。' }).max(1000), answerBy: dayInput.optional() }),
  async run(tx, input, by) {
    const { lines } = await listClocks(tx, by.city.code, by.today);
    const clock = lines.find((line) => line.source === input.source && line.subjectId === input.subjectId);
    if (!clock) throw new Refusal('supervision.no-clock');
    if (clock.delay === 'none') throw new Refusal('supervision.not-late');
    // two supervisors at the same clock wait for each other here
    await tx.run('select pg_advisory_xact_lock(hashtext($1))', [`urge ${clock.source} ${clock.subjectId}`]);
    const waiting = await tx.find<{ number: string }>(`select number from supervision_note where source = $1 and subject_id = $2 and state = 'open'`, [clock.source, clock.subjectId]);
    if (waiting) throw new Refusal('supervision.waiting', { number: waiting.number });
    const number = await nextNumber(tx, `${by.city.short}-DU`, Number(by.today.slice(0, 4)));
    const { id } = await tx.one<{ id: number }>(
      `insert into supervision_note (number, source, subject_id, division_id, office, title, subject_number, path, due_on, content, answer_by, written_on, account_id, written_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
      [number, clock.source, clock.subjectId, clock.divisionId, clock.office, `${clock.matter}：${clock.title}`, clock.number, clock.path, clock.dueOn, input.content, input.answerBy ?? null, by.today, by.caller.account?.id, by.caller.account?.name]);
    return { note: id, number };
  },
});
