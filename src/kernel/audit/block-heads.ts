import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, fstatSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { City } from '../db/city.ts';

/** What stands outside the database about one block. */
export interface BlockHead { readonly no: number; /** Commands and readings in it. */ readonly entries: number; readonly mac: string; }

/** The heads as a file tells them: those that count, and those announced just before a commit. */
export interface BlockHeads {
  readonly source: string;
  /** More than one signature for a number: the database was put back to an older state and written on. */
  readonly kept: ReadonlyMap<number, ReadonlySet<string>>;
  readonly announced: ReadonlyMap<number, ReadonlySet<string>>;
  readonly last: number;
}

export const headsFile = (city: Pick<City, 'dataDir' | 'code'>): string => join(city.dataDir, 'audit', `${city.code}.heads`);

const ANNOUNCED = '~ ';
const lineOf = (head: BlockHead): string => `${head.no} ${head.entries} ${head.mac}`;

/**
 * Before the commit: the head is on the disk, marked as announced. A crash between the commit and the kept head then leaves a line by which it is put right;
 * a transaction that failed leaves a line that means nothing.
 */
export function announceHead(city: Pick<City, 'dataDir' | 'code'>, head: BlockHead): void {
  mkdirSync(dirname(headsFile(city)), { recursive: true, mode: 0o700 });
  const file = openSync(headsFile(city), 'a', 0o600);
  try {
    // a line torn by a power cut must not take this one with it
    writeSync(file, `\n${ANNOUNCED}${lineOf(head)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** After the commit. Writing the same head twice means the same as once. */
export const keepHead = (city: Pick<City, 'dataDir' | 'code'>, head: BlockHead): void => appendFileSync(headsFile(city), `${lineOf(head)}\n`, { mode: 0o600 });

const TAIL = 512;

/** The head announced last, when it was not kept after that: the process died between the two lines. */
export function findAnnounced(city: Pick<City, 'dataDir' | 'code'>): BlockHead | undefined {
  if (!existsSync(headsFile(city))) return undefined;
  const file = openSync(headsFile(city), 'r');
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(size, TAIL));
    readSync(file, tail, 0, tail.length, size - tail.length);
    const lines = tail.toString('utf8').split('\n');
    const at = lines.findLastIndex((line) => line.startsWith(ANNOUNCED) && readLine(line.slice(ANNOUNCED.length)) !== undefined);
    const head = at < 0 ? undefined : readLine((lines[at] ?? '').slice(ANNOUNCED.length));
    return lines.slice(at + 1).some((line) => readLine(line)?.no === head?.no) ? undefined : head;
  } finally {
    closeSync(file);
  }
}

function readLine(line: string): BlockHead | undefined {
  const found = /^(\d+) (\d+) ([0-9a-f]{64})$/.exec(line);
  return found ? { no: Number(found[1]), entries: Number(found[2]), mac: found[3] ?? '' } : undefined;
}

/** A file of heads, whole; undefined where there is none. */
export function readHeads(file: string): BlockHeads | undefined {
  if (!existsSync(file)) return undefined;
  const [kept, announced] = [new Map<number, Set<string>>(), new Map<number, Set<string>>()];
  let last = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const isAnnounced = line.startsWith(ANNOUNCED);
    const head = readLine(isAnnounced ? line.slice(ANNOUNCED.length) : line);
    if (!head) continue;
    const into = isAnnounced ? announced : kept;
    into.set(head.no, (into.get(head.no) ?? new Set()).add(head.mac));
    if (!isAnnounced && head.no > last) last = head.no;
  }
  return { source: file, kept, announced, last };
}
