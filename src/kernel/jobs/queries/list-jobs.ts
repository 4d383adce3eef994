import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { reasonOf } from '../reason-of.ts';

interface Row { id: number; kind: string; state: 'waiting' | 'running' | 'failed'; attempts: number; createdAt: string; runAfter: string; lastError: string | null; overdue: boolean }

/** Work that is queued, under way or has failed, the failed first; finished work is only counted. Payloads are ids and are not shown. */
export default defineQuery({
  id: 'jobs.list-jobs', title: '后台作业', allow: { roles: ['administrator'] },
  input: z.strictObject({ state: z.enum(['waiting', 'running', 'failed']).optional(), limit: z.int().min(1).max(500).default(200) }),
  async run(tx, input) {
    const counts = await tx.one<{ waiting: number; again: number; running: number; failed: number; doneLately: number }>(
      `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'waiting' and last_error is not null)::int as again,
              count(*) filter (where state = 'running')::int as running, count(*) filter (where state = 'failed')::int as failed,
              count(*) filter (where state = 'done' and done_at > now() - interval '24 hours')::int as "doneLately" from job`);
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `select id, kind, state, attempts, created_at as "createdAt", run_after as "runAfter", last_error as "lastError", run_after < now() - interval '5 minutes' as overdue
         from job where state <> 'done' and ($1::text is null or state = $1)
        order by array_position(array['failed', 'running', 'waiting'], state), last_error is null, run_after, id limit $2`, [input.state ?? null, input.limit]);
    const titles = await eventTitles();
    return { counts, lines: rows.map((row) => ({ ...row, title: titles.get(row.kind) ?? row.kind, reason: reasonOf(row.lastError) })) };
  },
});

/** Work of the kernel's own rooms. */
const OWN: readonly (readonly [string, string])[] = [['repricing.price', '标准调整，逐户重算'], ['payroll.draw-roll', '编制花名册'], ['verification.send', '送核对'], ['verification.poll', '取核对结果'], ['audit.verify', '核验记录']];

/** What follows an event, in the words of those who react to it. */
async function eventTitles(): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>(OWN);
  for (const reaction of (await loadRegistry()).matters.flatMap((matter) => matter.reactions ?? [])) {
    const kind = `event:${reaction.on}`;
    titles.set(kind, [titles.get(kind), reaction.title].filter(Boolean).join('、'));
  }
  return titles;
}
