/**
 * SQL: the fingerprint of one line. Only what the world knows: household number, persons, amount, items by month, the keyed hash of the
 * account, the change and its reason; no number of a row and no clock, so that drawing a closed month again gives the same.
 */
export const lineDigest = (number: string, persons: string, fen: string, items: string, account: string, change: string, reason: string): string =>
  `sha256(convert_to(concat_ws('|', ${number}, ${persons}, ${fen}, ${items}, coalesce(encode(${account}, 'hex'), '-'), coalesce(${change}, '-'), ${reason}), 'UTF8'))`;

/** SQL: the fingerprint of a roll, over its lines in business order. */
export const ROLL_HASH = `sha256(coalesce(string_agg(digest, ''::bytea order by line_no), ''::bytea))`;
