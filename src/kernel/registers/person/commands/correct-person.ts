import { z } from 'zod';
import { dayInput, divisionInput } from '../../../contract/door-fields.ts';
import { defineCommand } from '../../../contract/door.ts';
import { correctPerson } from '../correct-person.ts';

const day = dayInput;

/** What is recorded of a person is put right at a desk, or follows what changed on a day. */
export default defineCommand({
  id: 'person.correct-person', title: '更正人员信息', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead'] },
  input: z.strictObject({
    person: z.number().int().positive(), seen: z.number().int().positive(), from: day.optional(), reason: z.string().trim().min(2).max(200),
    changes: z.strictObject({
      name: z.string().trim().min(1).max(60), sex: z.enum(['male', 'female', 'unknown']), birthDate: day, deathDate: day,
      hukouKind: z.enum(['urban', 'rural']), hukouDivision: divisionInput, residenceDivision: divisionInput,
    }).partial(),
  }),
  run: (tx, input, by) => correctPerson(tx, by, input),
});
