import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { lodge } from '../lodge.ts';

/** 投诉举报, by anyone, signed in or not, with a name or without. With the number and code the sender can ask how far it is. */
export default defineCommand({
  id: 'complaints.lodge', title: '投诉举报', allow: { anyone: true },
  input: z.strictObject({
    about: z.enum(['household', 'office', 'staff']), division: z.string().regex(/^\d{6,12}$/), matter: z.string().max(60), content: z.string().trim().min(5).max(2000),
    name: z.string().trim().max(40).optional(), contact: z.string().trim().max(60).optional(),
  }),
  async run(tx, input, by) {
    const { number, code } = await lodge(tx, by, { ...input, how: 'portal' });
    return { number, code };
  },
});
