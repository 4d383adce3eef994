import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { citeLaw } from '../../contract/law.ts';
import { defineQuery } from '../../contract/door.ts';
import { listRemedies } from '../remedies.ts';

/** How to object to a decision of a day, and until when. */
export default defineQuery({
  id: 'benefits.list-remedies', title: '不服决定怎么办', allow: { anyone: true }, input: z.strictObject({ decidedOn: dayInput }),
  run: (_tx, { decidedOn }) => Promise.resolve(listRemedies(decidedOn).map(({ law, ...remedy }) => ({ ...remedy, law: citeLaw(law) }))),
});
