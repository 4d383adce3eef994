import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import { registerInput, whyInput } from '../../door-input.ts';
import { BUILDERS } from '../builders.ts';
import { appendStep, loadDeclaration, refuseStale } from '../declaration-rows.ts';

/** 停用: nothing new is opened in it; what stands stays to be read and corrected. It comes back by publishing another edition. */
export default defineCommand({
  id: 'records.withdraw-declaration', title: '停用自建台账', allow: { roles: BUILDERS }, input: z.strictObject({ register: registerInput, seen: z.int().positive(), reason: whyInput }),
  async run(tx, input, by) {
    const { last, rows, inForce } = await loadDeclaration(tx, input.register, true);
    refuseStale(last, input.seen);
    if (last.state === 'publishing') throw new Refusal('record.design-building');
    const stands = rows.find((row) => row.state === 'published' || row.state === 'withdrawn');
    if (inForce === undefined || stands?.state !== 'published') throw new Refusal('record.design-not-in-force');
    const step = await appendStep(tx, by.caller, { register: last.register, version: inForce.version, state: 'withdrawn', declaration: inForce.declaration, division: last.division_id, note: input.reason, source: last.source });
    return { register: last.register, version: inForce.version, step };
  },
});
