import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { endRecognition } from '../end-recognition.ts';

/** 提前终止认定: the household's means rose, it moved away, it asked for it. The reason stands in the register and on the letter. */
export default defineCommand({
  id: 'recognitions.end', title: '终止认定', allow: { roles: ['approver'] }, stepUp: true,
  input: z.strictObject({
    recognition: z.int().positive(), version: z.int().positive(), on: dayInput,
    reason: z.string().trim().min(2, { message: '请写明终止的原因。' }).max(200),
  }),
  async run(tx, input, by) {
    await endRecognition(tx, by, { id: input.recognition, on: input.on, reason: input.reason, seen: input.version });
    return { recognition: input.recognition };
  },
});
