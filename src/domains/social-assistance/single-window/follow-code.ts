import type { City } from '../../../kernel/db/city.ts';

/** Without letters and digits that look alike on paper. */
const ALPHABET = 'ABCDEFGHJKLMNPQRTUVWXY3456789';
const LENGTH = 6;

/** 查询码 on the receipt: worked out from the number with a key outside the database that no change of keys replaces, so that it is kept nowhere and a receipt stays good. */
export function followCode(city: Pick<City, 'keys'>, number: string): string {
  const digest = city.keys.fingerprint(`follow ${number}`);
  return Array.from({ length: LENGTH }, (_unused, at) => ALPHABET[(digest[at] ?? 0) % ALPHABET.length]).join('');
}
