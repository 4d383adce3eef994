import { z } from 'zod';
import { month, parseMonth } from '../values/month.ts';
import { parsePlainDate, plainDate } from '../values/plain-date.ts';

/** A day somebody names, YYYY-MM-DD: a day that exists, in the years 0001 to 9999. */
export const dayInput = z.iso.date().refine((text) => parsePlainDate(text) !== undefined, { message: '没有这一天，日期写成 2014-11-26 这样。' }).transform(plainDate);

/** A month somebody names, YYYY-MM: 01 to 12. */
export const monthInput = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).refine((text) => parseMonth(text) !== undefined).transform(month);

/** Id of a 行政区划: the register keeps it as a 32-bit number. */
export const divisionInput = z.int().positive().max(2 ** 31 - 1);
