import { randomInt } from 'node:crypto';

// without what is taken for something else when read out or copied: 0 O, 1 l i
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const DIGITS = '23456789';
const group = (signs: string, length: number): string => Array.from({ length }, () => signs[randomInt(signs.length)]).join('');

/** A password for one sign-in: told once, then changed by its holder. Residents get digits only, in threes, to be read out at a window. */
export const makeOneTimePassword = (kind: 'staff' | 'resident'): string =>
  (kind === 'staff' ? [4, 4, 4].map((length) => group(LETTERS, length)) : [3, 3, 3].map((length) => group(DIGITS, length))).join('-');
