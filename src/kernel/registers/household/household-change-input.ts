import { z } from 'zod';

const id = z.number().int().positive();
const relation = z.string().trim().min(1).max(20);
const member = z.strictObject({ person: id, relation });
const address = z.string().trim().min(1).max(100);

/** A change as it comes through a door. */
export const householdChangeInput = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('add'), household: id, person: id, relation }),
  z.strictObject({ is: z.literal('remove'), household: id, person: id, nextHead: id.optional(), died: z.boolean().optional() }),
  z.strictObject({ is: z.literal('transfer'), household: id, person: id, to: id, relation, nextHead: id.optional() }),
  z.strictObject({ is: z.literal('split'), household: id, persons: z.array(member).max(40), head: id, division: id, address, nextHead: id.optional() }),
  z.strictObject({ is: z.literal('merge'), household: id, into: id, relations: z.array(member).max(40) }),
  z.strictObject({ is: z.literal('head'), household: id, head: id, relations: z.array(member).max(40).optional() }),
  z.strictObject({ is: z.literal('move'), household: id, division: id, address }),
  z.strictObject({ is: z.literal('dissolve'), household: id }),
]);
