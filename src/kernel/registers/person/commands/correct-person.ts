import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { plainDate } from '../../../values/plain-date.ts';
import { correctPerson } from '../correct-person.ts';

const day = z.iso.date().transform(plainDate);

/** What is recorded of a person is put right at a desk, or follows what changed on a day. */
export default defineCommand({
  id: 'person.correct-person', title: '更正人员信息', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead'] },
  input: z.strictObject({
    person: z.number().int().positive(), seen: z.number().int().positive(), from: day.optional(), reason: z.string().trim().min(2).max(200),
    changes: z.strictObject({
      name: z.string().trim().min(1).max(60), sex: z.enum(['male', 'female', 'unknown']), birthDate: day, deathDate: day,
      hukouKind: z.enum(['urban', 'rural']), hukouDivision: z.number().int().positive(), residenceDivision: z.number().int().positive(),
    }).partial(),
  }),
  run: (tx, input, by) => correctPerson(tx, by, input),
});
