import { defineCommand } from '../contract/door.ts';
import { z } from 'zod';
import { AppError } from '../contract/refusal.ts';
import { command } from '../db/command.ts';
import type { City } from '../db/city.ts';
import type { Job } from '../jobs/job.ts';

/** Grants whose last month (渐退期满, 限期的待遇期满) is over stand as ended from the next month's first day; the months themselves were recorded long before. */
const endDue = defineCommand({
  id: 'benefits.end-due', title: '期满的待遇转为已停发', allow: { roles: ['system'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const ended = await tx.rows<{ id: number }>(
      `update benefit_grant g set state = 'ended', version = version + 1
        where g.state = 'active' and g.last_month < date_trunc('month', $1::date)
          and exists (select 1 from grant_version v where v.grant_id = g.id and v.known_to is null and v.state = 'ended' and v.from_month <= $1::date and v.to_month is null) returning g.id`, [by.today]);
    return { ended: ended.length };
  },
});

/** Once a business day, whichever way the day began. */
export async function runEndDue(city: City, job: Job): Promise<void> {
  const done = await command(city, job.caller, endDue, {}, { key: `end-due-${job.id}` });
  if (!done.ok) throw new AppError('benefits.end-due-refused', done.refused.code);
}
