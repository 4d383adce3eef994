import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { AppError } from '../../contract/refusal.ts';
import { command } from '../../db/command.ts';
import type { JobHandler } from '../../jobs/job.ts';
import { maskExpired } from '../mask-expired.ts';

const mask = defineCommand({ id: 'retention.mask', title: '清除到期的草稿和举报人联系方式', allow: { staff: true }, input: z.strictObject({}), run: (tx, _input, by) => maskExpired(tx, by) });

const handler: JobHandler = {
  kind: 'retention.mask',
  async run(city, _payload, job) {
    const outcome = await command(city, job.caller, mask, {}, { key: `retention-${job.id}` });
    if (!outcome.ok) throw new AppError('retention.refused', outcome.refused.code);
  },
};
export default handler;
