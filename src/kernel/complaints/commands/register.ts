import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { lodge } from '../lodge.ts';

/** A complaint brought to a desk, by word, telephone or letter. What is restricted goes on to the supervisors; the desk keeps the number only. */
export default defineCommand({
  id: 'complaints.register', title: '登记投诉举报', allow: { staff: true },
  input: z.strictObject({
    about: z.enum(['household', 'office', 'staff']), division: z.string().regex(/^\d{6,12}$/), matter: z.string().max(60), how: z.enum(['desk', 'phone', 'letter']), content: z.string().trim().min(2).max(2000),
    name: z.string().trim().max(40).optional(), contact: z.string().trim().max(60).optional(), aboutAccount: z.int().positive().optional(),
  }),
  run: (tx, input, by) => lodge(tx, by, input),
});
