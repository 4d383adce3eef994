import type { BackedUpRegisters } from './register-tables.ts';

/** A backup is a row of frames, gzipped as one: a letter, four bytes of length, the payload. */
export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'A' | 'M';

const HEAD = 5;

export function frame(kind: FrameKind, payload: Buffer | object): Buffer {
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload), 'utf8');
  const head = Buffer.alloc(HEAD);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

export interface Frame { readonly kind: FrameKind; readonly payload: Buffer }

/** Frames out of pieces of any size. Throws when the stream ends inside one. */
export async function* readFrames(pieces: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    let at = 0;
    while (held.length - at >= HEAD) {
      const end = at + HEAD + held.readUInt32BE(at + 1);
      if (held.length < end) break;
      yield { kind: held.toString('latin1', at, at + 1) as FrameKind, payload: held.subarray(at + HEAD, end) };
      at = end;
    }
    held = held.subarray(at);
  }
  if (held.length > 0) throw new Error('the file ends inside a frame');
}

export const FORMAT = 'minzheng-backup';
export const VERSION = 1;

export interface BackedUpCity {
  readonly code: string; readonly name: string; readonly short: string; readonly demo: boolean;
  /** Migrations that had run, by name, with the digest of their text. */
  readonly migrations: Readonly<Record<string, string>>;
  /** Keys that values and records of this city rest on, each with a check value that tells whether a key of that name is the same key. Never the keys. */
  readonly keys: Readonly<Record<string, string>>;
  readonly lastBlock: number;
  /** Declared registers: their tables are no migration's. */
  readonly registers?: BackedUpRegisters | undefined;
}
export interface BackupHeader { readonly format: typeof FORMAT; readonly version: number; readonly madeAt: string; readonly server: string; readonly cities: readonly BackedUpCity[] }
export interface TableStart { readonly schema: string; readonly table: string; readonly columns: readonly string[] }
export interface TableEnd { readonly rows: number; readonly bytes: number; readonly sha256: string }
/** Where sequences stand, and what lies beside the database. */
export interface Beside { readonly sequences: Readonly<Record<string, { readonly last: string; readonly called: boolean }>>; readonly heads: Readonly<Record<string, string>> }
export interface Manifest {
  readonly tables: Readonly<Record<string, TableEnd>>;
  readonly rows: number;
  /** Digest over all tables' digests: equal content, equal digest, on whatever server. */
  readonly contentHash: string;
}
