import { z } from 'zod';
import { month, monthOf, parseMonth } from '../values/month.ts';
import { parsePlainDate, plainDate } from '../values/plain-date.ts';

/** Days a door takes: limits counted from them, forward and back, have to fit into the calendar's years 0001 to 9999. */
export const FIRST_DAY = plainDate('1800-01-01');
export const LAST_DAY = plainDate('2999-12-31');

const isDay = (text: string): boolean => parsePlainDate(text) !== undefined && text >= FIRST_DAY && text <= LAST_DAY;
const isMonth = (text: string): boolean => parseMonth(text) !== undefined && text >= monthOf(FIRST_DAY) && text <= monthOf(LAST_DAY);

/** A day somebody names, YYYY-MM-DD: one that exists. */
export const dayInput = z.iso.date().refine(isDay, { message: '没有这一天，或者离现在太远。日期写成 2014-11-26 这样。' }).transform(plainDate);

/** A month somebody names, YYYY-MM. */
export const monthInput = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).refine(isMonth, { message: '没有这个月，或者离现在太远。月份写成 2014-11 这样。' }).transform(month);

/** Id of a 行政区划: the register keeps it as a 32-bit number. */
export const divisionInput = z.int().positive().max(2 ** 31 - 1);
