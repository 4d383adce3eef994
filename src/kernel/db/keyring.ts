import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { AppError } from '../contract/refusal.ts';
import { keyFileState, readKeyFile, type StoredKey } from './key-file.ts';

/** Keys of one city, kept outside the database. Values carry the algorithm and key id they were written with. */
export interface Keyring {
  /** The key new values are written with. */
  readonly current: string;
  /** Every key the file holds, retired ones too: records of their time are proved by them. */
  readonly ids: readonly string[];
  /** Looks whether the key file changed. Called by whoever opens a transaction, before anything is written. */
  refresh(): void;
  /** Encrypts a text; the value names its algorithm and key. */
  seal(text: string): { cipher: Buffer; keyId: string };
  open(cipher: Buffer): string;
  /** Keyed hash under which an encrypted number is written to be found again. */
  findHash(text: string): Buffer;
  /** The same under every key a value may still be written with, the present one first: during a change of keys both are looked for. */
  findHashes(text: string): readonly Buffer[];
  /** Keyed hash that outlives every change of keys: signed rolls rest on it. */
  fingerprint(text: string): Buffer;
  /** Signature of a record: HMAC-SM3. */
  mac(content: string | Buffer, keyId?: string): Buffer;
  verifyMac(content: string | Buffer, keyId: string, mac: Buffer): boolean;
}

interface KeySet { readonly encrypt: KeyObject | undefined; readonly authenticate: KeyObject | undefined; readonly find: KeyObject; readonly seal: KeyObject }
interface Held { readonly state: string; readonly current: string; readonly fingerprint: string; readonly sets: ReadonlyMap<string, KeySet> }

const ALGORITHM = 1; // SM4-CTR, then HMAC-SM3 (GB/T 32907, GB/T 32905)

/** Made once: handing over the raw bytes at each use costs three times the work itself. */
const secret = (text: string): KeyObject => createSecretKey(Buffer.from(text, 'hex'));

const toSet = (key: StoredKey): KeySet => ({
  encrypt: key.encrypt === undefined ? undefined : secret(key.encrypt), authenticate: key.authenticate === undefined ? undefined : secret(key.authenticate),
  find: secret(key.find), seal: secret(key.seal),
});

function hold(file: string): Held {
  const stored = readKeyFile(file);
  const sets = new Map(Object.entries(stored.keys).map(([id, key]) => [id, toSet(key)]));
  return { state: keyFileState(file), current: stored.current, fingerprint: stored.fingerprint, sets };
}

const hmac = (key: KeyObject, content: string | Buffer): Buffer => createHmac('sm3', key).update(content).digest();

/** Id of the key an encrypted value was written with. */
export const keyOfValue = (value: Buffer): string => value.subarray(2, 2 + (value[1] ?? 0)).toString('utf8');

/** Opens the key file and follows its changes. */
export function openKeyring(file: string): Keyring {
  let held = hold(file);
  const refresh = (): void => { if (keyFileState(file) !== held.state) held = hold(file); };
  // a value written by another process a moment after the change names a key not read yet
  const keys = (id: string): KeySet => {
    if (!held.sets.has(id)) refresh();
    const set = held.sets.get(id);
    if (!set) throw new AppError('keys.unknown', `no key called ${id} in the key file`);
    return set;
  };
  const usable = (id: string): { readonly encrypt: KeyObject; readonly authenticate: KeyObject } => {
    const { encrypt, authenticate } = keys(id);
    if (!encrypt || !authenticate) throw new AppError('keys.retired', `the key ${id} was retired: nothing is opened with it any more`);
    return { encrypt, authenticate };
  };
  return {
    get current() { return held.current; },
    get ids() { return [...held.sets.keys()]; },
    refresh,
    seal(text) {
      const { current } = held;
      const set = usable(current);
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
      const set = usable(keyOfValue(value));
      const head = value.subarray(0, value.length - 32);
      if (!timingSafeEqual(hmac(set.authenticate, head), value.subarray(value.length - 32))) throw new AppError('keys.tampered', 'encrypted value was changed');
      const decipher = createDecipheriv('sm4-ctr', set.encrypt, head.subarray(idEnd, idEnd + 16));
      return Buffer.concat([decipher.update(head.subarray(idEnd + 16)), decipher.final()]).toString('utf8');
    },
    findHash: (text) => hmac(keys(held.current).find, text),
    findHashes: (text) => [held.current, ...[...held.sets].filter(([id, set]) => id !== held.current && set.encrypt !== undefined).map(([id]) => id)].map((id) => hmac(keys(id).find, text)),
    fingerprint: (text) => hmac(keys(held.fingerprint).find, text),
    mac: (content, keyId = held.current) => hmac(keys(keyId).seal, content),
    verifyMac: (content, keyId, mac) => {
      const expected = hmac(keys(keyId).seal, content);
      return expected.length === mac.length && timingSafeEqual(expected, mac);
    },
  };
}
