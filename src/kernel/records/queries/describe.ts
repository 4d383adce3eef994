import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { registerInput } from '../door-input.ts';
import type { RegisterFace } from '../face.ts';
import { faceOf } from '../read/face-of.ts';
import { getReadable } from '../read/get-readable.ts';

/** A register's declaration, and what the reader may do in it. */
export default defineQuery({
  id: 'records.describe', title: '台账说明', allow: { staff: true }, input: z.strictObject({ register: registerInput }),
  run: async (tx, input, by): Promise<RegisterFace> => faceOf(await getReadable(tx, by, input.register), by.caller),
});
