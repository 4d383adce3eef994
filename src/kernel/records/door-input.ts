import { z } from 'zod';

/** Id of a register. */
export const registerInput = z.string().max(40).regex(/^[a-z][a-z0-9-]*$/);
export const recordInput = z.int().positive().max(Number.MAX_SAFE_INTEGER);
/** Version that was on the screen. */
export const seenInput = z.int().positive().max(Number.MAX_SAFE_INTEGER);
/** What a person wrote into the fields, before it is read. */
export const recordValues = z.record(z.string().max(40), z.unknown());
export const whyInput = z.string().trim().min(1).max(200);
