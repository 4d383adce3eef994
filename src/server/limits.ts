import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../kernel/access/caller.ts';
import { refused, type Refused } from '../kernel/contract/refusal.ts';
import type { City } from '../kernel/db/city.ts';
import { countRequest } from '../kernel/operations/count-request.ts';
import type { Doors } from './find-doors.ts';

/**
 * How often a door may be asked in a minute, counted in the database so that it is one count over all processes. These are this installation's own
 * measures against being asked to death or tried through; no law names them. By account where one is signed in, else by address.
 */
export const PER_MINUTE = {
  /** Trying passwords: many clerks of an office come from one address in the morning. */
  signIn: 120,
  /** A file made for taking away reads thousands of rows. */
  download: 60,
  upload: 120,
  /** Somebody who is not signed in writes: a complaint, a request for help. */
  anonymousWriting: 20,
  /** Numbers of receipts and certificates could be tried through. */
  guessing: 20,
} as const;

export type Limit = keyof typeof PER_MINUTE;

/** Which limit a door stands under; none for the work of those who are signed in, which has the general ceiling only. */
export function limitOf(doors: Doors, kind: 'c' | 'q' | 'x', id: string, caller: Caller): Limit | undefined {
  if (kind === 'x') return 'download';
  if (kind === 'q') return doors.queries.get(id)?.guessable ? 'guessing' : undefined;
  return caller.account === null && doors.commands.get(id)?.allow.anyone ? 'anonymousWriting' : undefined;
}

/** Counts this request; the refusal when it is one too many. The asker is kept as a keyed digest only. */
export async function refuseTooMany(request: FastifyRequest, reply: FastifyReply, city: City, limit: Limit, caller?: Caller): Promise<Refused | undefined> {
  const asker = caller?.account ? `account ${caller.account.id}` : `address ${request.ip}`;
  const asked = await countRequest(city, limit, city.keys.mac(`asker ${asker}`));
  if (asked <= PER_MINUTE[limit]) return undefined;
  reply.header('retry-after', '60');
  return refused('access.too-many-requests');
}
