import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { recordService } from '../record-service.ts';

const day = dayInput;
const words = z.string().trim().min(1).max(200);
const names = z.array(z.string().trim().min(1).max(40)).max(6);

/** 送达登记: how a decision was brought, when, by whom, who signed; or why it could not be. */
export default defineCommand({
  id: 'service.record', title: '登记送达', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver'] },
  input: z.strictObject({
    decisionId: z.int().positive(), how: z.enum(['direct', 'left', 'entrusted', 'post', 'electronic', 'public']), triedOn: day, reached: z.boolean(), receivedOn: day.optional(),
    receiver: words.optional(), by: names.min(1), witnesses: names.default([]), because: words.optional(), tracking: words.optional(), place: words.optional(), fileId: z.int().positive().optional(), agreed: z.boolean().optional(),
  }),
  run: async (tx, { decisionId, ...attempt }, by) => ({ servedOn: await recordService(tx, by, decisionId, attempt) }),
});
