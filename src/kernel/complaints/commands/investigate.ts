import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { refuseUnknownFile } from '../../documents/refuse-unknown-file.ts';
import { moveComplaint, takeComplaint } from '../complaint.ts';

/** 核查: what two investigators found, both signing. */
export default defineCommand({
  id: 'complaints.investigate', title: '记录核查', allow: { roles: ['town-clerk', 'town-lead', 'approver', 'supervisor'] },
  input: z.strictObject({
    complaintId: z.int().positive(), seen: z.int().positive(), heldOn: dayInput, investigators: z.array(z.strictObject({ name: z.string().trim().min(1).max(40), signed: z.boolean() })).max(6),
    findings: z.string().trim().min(2).max(2000), files: z.array(z.int().positive()).max(20).default([]),
  }),
  async run(tx, input, by) {
    const row = await takeComplaint(tx, input.complaintId, input.seen, ['assigned', 'investigated']);
    for (const file of input.files) await refuseUnknownFile(tx, by, file);
    const signed = new Set(input.investigators.filter((one) => one.signed).map((one) => one.name));
    if (signed.size < 2 || signed.size < input.investigators.length || input.heldOn > by.today || input.heldOn < row.received_on) throw new Refusal('complaint.two-investigators');
    return moveComplaint(tx, by, row, { step: 'investigated', to: 'investigated', data: { heldOn: input.heldOn, investigators: [...signed], findings: input.findings, files: input.files } });
  },
});
