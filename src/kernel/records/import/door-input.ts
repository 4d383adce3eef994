import { z } from 'zod';
import { dayInput, divisionInput } from '../../contract/door-fields.ts';
import { registerInput } from '../door-input.ts';

const where = { sheet: z.string().max(100).optional(), headRow: z.int().min(1).max(30).optional(), into: z.string().max(40).optional() };
/** The most that is pasted at once, in characters: some ten thousand rows. */
const MOST_PASTED = 4_000_000;
export const sourceInput = z.union([z.strictObject({ ...where, file: z.int().positive() }), z.strictObject({ ...where, pasted: z.string().min(1).max(MOST_PASTED) })]);

export const planInput = z.strictObject({
  columns: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(60).nullable()), division: divisionInput, openedOn: z.string().regex(/^(?:\d{4}-\d{2}-\d{2}|[a-z][a-zA-Z0-9]{0,39})$/),
  state: z.string().max(40), present: z.enum(['skip', 'change', 'refuse']).default('skip'), changeFrom: dayInput.optional(),
});
export const importInput = { register: registerInput, source: sourceInput, plan: planInput };
