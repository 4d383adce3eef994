import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { findRun, listParts } from '../run.ts';

/** How far a run is. */
export default defineQuery({
  id: 'repricing.get-progress', title: '标准调整算到哪里', allow: { roles: ['standards-officer', 'approver', 'administrator'] }, input: z.strictObject({ run: z.int().positive() }),
  async run(tx, input) {
    const run = await findRun(tx, input.run);
    if (!run) throw new Refusal('not-found');
    return { done: run.state === 'done', grants: run.grants, parts: (await listParts(tx, run.id)).map((part) => ({ part: part.id, done: part.state === 'done', after: part.afterGrant })) };
  },
});
