import type { City } from '../../db/city.ts';
import { newRecoveryCode } from './check-code.ts';

/** A recovery code as the database keeps it: a keyed hash, worth nothing without the city's key. */
export const recoveryHash = (city: City, account: number, code: string): Buffer => city.keys.fingerprint(`recovery ${account} ${code}`);

/** Fresh recovery codes: the words for the holder, shown once, and their hashes to be kept. */
export function makeRecoveryCodes(city: City, account: number, count: number): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: count }, newRecoveryCode);
  return { codes, hashes: codes.map((code) => recoveryHash(city, account, code).toString('hex')) };
}
