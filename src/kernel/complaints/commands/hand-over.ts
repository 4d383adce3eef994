import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { moveComplaint, takeComplaint } from '../complaint.ts';
import { lodge } from '../lodge.ts';

/** 转办: what concerns a household goes to its office in the supervisor's own words, without a trace of who said it. */
export default defineCommand({
  id: 'complaints.hand-over', title: '隐去举报人转办', allow: { roles: ['supervisor'] },
  input: z.strictObject({ complaintId: z.int().positive(), seen: z.int().positive(), content: z.string().trim().min(5).max(2000) }),
  async run(tx, input, by) {
    const row = await takeComplaint(tx, input.complaintId, input.seen, ['received', 'assigned']);
    if (!row.restricted || row.about !== 'household') throw new Refusal('complaint.only-restricted');
    const { code: division } = await tx.one<{ code: string }>('select code from division where id = $1', [row.division_id]);
    const made = await lodge(tx, by, { about: 'household', division, matter: row.matter, how: 'handed-over', content: input.content });
    await moveComplaint(tx, by, row, { step: 'handed-over', to: row.named ? 'to-answer' : 'closed', outcome: 'handed-over', data: { number: made.number, reply: '已转所在镇街核查' } });
    return { number: made.number, complaintId: made.complaintId };
  },
});
