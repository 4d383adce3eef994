import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { moveComplaint, takeComplaint } from '../complaint.ts';

/** 反馈: a complaint made with a name is answered to that person before it is closed (民发〔2021〕57号 第三十七条). */
export default defineCommand({
  id: 'complaints.answer', title: '答复举报人', allow: { roles: ['supervisor'] },
  input: z.strictObject({ complaintId: z.int().positive(), seen: z.int().positive(), how: z.enum(['phone', 'letter', 'in-person', 'portal']), said: z.string().trim().min(2).max(1000) }),
  async run(tx, input, by) {
    const row = await takeComplaint(tx, input.complaintId, input.seen, ['to-answer']);
    return moveComplaint(tx, by, row, { step: 'answered', to: 'closed', data: { how: input.how, said: input.said } });
  },
});
