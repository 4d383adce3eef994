import { z } from 'zod';
import { demandSecondFactor } from '../../access/second-factor/demand-second-factor.ts';
import { checkForm, maskForm } from '../../contract/check-form.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { loadBulkWorks } from '../../registry/load-bulk-works.ts';
import { loadRefusals, sentenceOf } from '../../registry/load-refusals.ts';
import { refused } from '../../contract/refusal.ts';
import { MOST_ROWS } from '../run.ts';

/**
 * 批量办理: orders one kind of work for many. First every row is tried and put back, so that a person sees who would be refused before saying
 * the word; `trial: false` does it at once. The form is asked once and must be right before anything begins.
 */
export default defineCommand({
  id: 'bulk.start', title: '批量办理', allow: { staff: true },
  input: z.strictObject({
    work: z.string().max(60), what: z.string().min(1).max(60), rows: z.array(z.strictObject({ id: z.int().positive(), seen: z.int().positive().optional() })).min(1).max(MOST_ROWS),
    data: z.record(z.string(), z.unknown()).default({}), trial: z.boolean().default(true),
  }),
  async run(tx, input, by) {
    const { post, account } = by.caller;
    if (!post) throw new Refusal('access.no-post');
    // done at once, it is the word itself
    if (!input.trial) await demandSecondFactor(tx, by);
    const work = (await loadBulkWorks()).get(input.work);
    if (!work) throw new Refusal('bulk.not-offered');
    const ids = [...new Set(input.rows.map((row) => row.id))];
    const offered = (await work.offer(tx, by, ids)).find((one) => one.what === input.what);
    if (!offered) throw new Refusal('bulk.not-offered');
    const checked = checkForm(offered.form ?? undefined, input.data, { today: by.today, demo: by.city.demo });
    if (!checked.ok) throw new Refusal('input.invalid', { fields: checked.errors });
    const { id } = await tx.one<{ id: number }>(
      `insert into bulk_run (division_id, post_id, ordered_by, ordered_on, work, what, title, data, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [post.divisionId, post.id, account?.name ?? '', by.today, work.id, input.what, offered.title, JSON.stringify(offered.form ? maskForm(offered.form, checked.values) : {}), input.trial ? 'trying' : 'running']);
    const known = await work.describe(tx, ids);
    const outside = refused('bulk.outside');
    const because = sentenceOf(await loadRefusals(), outside);
    const seen = new Map(input.rows.map((row) => [row.id, row.seen ?? null]));
    const rows = ids.map((subject) => ({ subject, seen: seen.get(subject), division: known.get(subject)?.divisionId ?? post.divisionId, out: !known.has(subject) }));
    await tx.run(
      `insert into bulk_row (run_id, division_id, subject_id, seen, state, code, because)
       select $1, r.division, r.subject, r.seen, case when r.out then 'refused' else 'waiting' end, case when r.out then $3 end, case when r.out then $4 end
         from jsonb_to_recordset($2) as r (subject bigint, division int, seen int, out boolean)`, [id, JSON.stringify(rows), outside.code, because]);
    await enqueue(tx, 'bulk.run', { run: id }, { key: `${id}:${input.trial ? 'try' : 'do'}`, post: post.id });
    return { run: id };
  },
});
