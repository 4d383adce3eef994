import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../contract/refusal.ts';

interface KeySet { readonly encrypt: KeyObject; readonly authenticate: KeyObject; readonly find: KeyObject; readonly seal: KeyObject }

/** Keys of one city, kept outside the database. Values carry the algorithm and key id they were written with. */
export interface Keyring {
  readonly current: string;
  /** Encrypts a text; the value names its algorithm and key. */
  seal(text: string): { cipher: Buffer; keyId: string };
  open(cipher: Buffer): string;
  /** Keyed hash by which an encrypted number is found again. */
  findHash(text: string): Buffer;
  /** Signature of a record: HMAC-SM3. */
  mac(content: string | Buffer, keyId?: string): Buffer;
  verifyMac(content: string | Buffer, keyId: string, mac: Buffer): boolean;
}

const ALGORITHM = 1; // SM4-CTR, then HMAC-SM3 (GB/T 32907, GB/T 32905)

/** Reads the key file; makes one with fresh keys where none is. Lose it and encrypted numbers are lost: back it up apart from the database. */
export function openKeyring(file: string): Keyring {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const key = { encrypt: hex(16), authenticate: hex(32), find: hex(32), seal: hex(32) };
    writeFileSync(file, `${JSON.stringify({ current: 'k1', keys: { k1: key } }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  const stored = JSON.parse(readFileSync(file, 'utf8')) as { current: string; keys: Record<string, Record<keyof KeySet, string>> };
  const sets = new Map(Object.entries(stored.keys).map(([id, k]) => [id, {
    encrypt: secret(k.encrypt), authenticate: secret(k.authenticate), find: secret(k.find), seal: secret(k.seal),
  } satisfies KeySet]));
  return makeKeyring(stored.current, sets);
}

/** Made once: handing over the raw bytes at each use costs three times the work itself. */
const secret = (text: string): KeyObject => createSecretKey(Buffer.from(text, 'hex'));
const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

function makeKeyring(current: string, sets: ReadonlyMap<string, KeySet>): Keyring {
  const keys = (id: string): KeySet => {
    const set = sets.get(id);
    if (!set) throw new AppError('keys.unknown', `no key called ${id} in the key file`);
    return set;
  };
  const hmac = (key: KeyObject, content: string | Buffer): Buffer => createHmac('sm3', key).update(content).digest();
  // the hash key never rotates with the others: numbers must stay findable
  const findKey = keys([...sets.keys()][0] ?? current).find;
  return {
    current,
    seal(text) {
      const set = keys(current);
      const iv = randomBytes(16);
      const cipher = createCipheriv('sm4-ctr', set.encrypt, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const id = Buffer.from(current, 'utf8');
      const head = Buffer.concat([Buffer.from([ALGORITHM, id.length]), id, iv, body]);
      return { cipher: Buffer.concat([head, hmac(set.authenticate, head)]), keyId: current };
    },
    open(value) {
      const idEnd = 2 + (value[1] ?? 0);
      if (value[0] !== ALGORITHM || value.length < idEnd + 48) throw new AppError('keys.bad-value', 'encrypted value is not in a known form');
      const set = keys(value.subarray(2, idEnd).toString('utf8'));
      const head = value.subarray(0, value.length - 32);
      if (!timingSafeEqual(hmac(set.authenticate, head), value.subarray(value.length - 32))) throw new AppError('keys.tampered', 'encrypted value was changed');
      const decipher = createDecipheriv('sm4-ctr', set.encrypt, head.subarray(idEnd, idEnd + 16));
      return Buffer.concat([decipher.update(head.subarray(idEnd + 16)), decipher.final()]).toString('utf8');
    },
    findHash: (text) => hmac(findKey, text),
    mac: (content, keyId = current) => hmac(keys(keyId).seal, content),
    verifyMac: (content, keyId, mac) => {
      const expected = hmac(keys(keyId).seal, content);
      return expected.length === mac.length && timingSafeEqual(expected, mac);
    },
  };
}
