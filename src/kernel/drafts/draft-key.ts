import { z } from 'zod';

/** Which form of what: case:12:survey, new:subsistence-allowance. Ids and words of declarations only. */
export const draftKey = z.string().regex(/^[a-z0-9][a-z0-9:.-]{1,119}$/);

/** What one sheet may hold, as JSON. */
export const LARGEST_DRAFT = 200_000;
