import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { defineQuery } from '../contract/door.ts';
import { Refusal } from '../contract/refusal.ts';
import { command } from '../db/command.ts';
import { query } from '../db/query.ts';
import type { City } from '../db/city.ts';
import { AppError } from '../contract/refusal.ts';
import { pollRequest, sendRequest, type Asked, type Heard } from './ask-agency.ts';
import { noteAttempt } from './note-attempt.ts';
import { recordAnswer } from './record-answer.ts';

/** Everything needed to ask: read under the post that ordered it, and logged as a reading. */
const readRequest = defineQuery({
  id: 'verification.read-request', title: '取核对请求', allow: { staff: true }, sensitive: true, input: z.strictObject({ requestId: z.int().positive() }),
  async run(tx, input, by) {
    const row = await tx.find<{ id: number; state: string; agency: string; categories: string[]; ticket: string | null; person_id: number; name: string; cipher: Buffer | null; authorisation: number | null; url: string | null; late: boolean }>(
      `select r.id, r.state, r.agency, r.categories, r.ticket, r.person_id, p.name, a.id as authorisation, r.deadline < now() as late,
              (select d.number_cipher from person_document d where d.person_id = r.person_id and not d.withdrawn order by (d.kind = 'id-card') desc, d.id limit 1) as cipher,
              (select url from agency_address where agency = r.agency) as url
         from verification_request r join person p on p.id = r.person_id left join authorisation a on a.case_id = r.case_id and a.person_id = r.person_id where r.id = $1`, [input.requestId]);
    if (!row) throw new Refusal('verification.not-found');
    by.saw('person', [row.person_id], '发出核对');
    return { ...row, cipher: undefined, idNumber: row.cipher ? by.city.keys.open(row.cipher) : null };
  },
});

/** Address of an agency: from the environment (AGENCY_SOCIAL_INSURANCE_URL), else as entered for the city. */
export const agencyUrl = (agency: string, entered: string | null): string | null => process.env[`AGENCY_${agency.toUpperCase().replaceAll('-', '_')}_URL`] ?? entered;

/**
 * One exchange with an agency about one request: send it or ask after it, and record what came. Safe to repeat: the agency knows a request by
 * its id, an answer is recorded once. `again` asks also after what was already answered (a correction).
 */
export async function exchange(city: City, caller: Caller, requestId: number, options: { again?: boolean } = {}): Promise<void> {
  const read = await query(city, caller, readRequest, { requestId });
  if (!read.ok) throw new AppError('verification.unreadable', read.refused.code);
  const request = read.result;
  const open = ['queued', 'sent', 'partial'].includes(request.state);
  if (!open && !options.again) return;
  const url = agencyUrl(request.agency, request.url);
  const heard: Heard = url === null || request.idNumber === null || request.authorisation === null
    ? { is: 'failed', code: url === null ? 'no-address' : 'no-document' }
    : request.ticket === null ? await sendRequest(url, {
      requestId: `${city.code}-${requestId}`, authorisation: `${city.code}-${request.authorisation}`, categories: request.categories, person: { name: request.name, idNumber: request.idNumber },
    } satisfies Asked) : await pollRequest(url, request.ticket);
  await keep(city, caller, requestId, heard);
}

async function keep(city: City, caller: Caller, requestId: number, heard: Heard): Promise<void> {
  if (heard.is === 'answer') {
    await promised(command(city, caller, recordAnswer, { requestId, kind: heard.kind, answer: heard.answer }, { key: randomUUID() }));
    if (heard.kind !== 'partial') return;
  }
  const input = { requestId, ...(heard.is === 'ticket' ? { ticket: heard.ticket } : {}), ...(heard.is === 'failed' ? { failure: heard.code } : {}) };
  await promised(command(city, caller, noteAttempt, input, { key: randomUUID() }));
}

async function promised(outcome: Promise<{ ok: true } | { ok: false; refused: { code: string } }>): Promise<void> {
  const done = await outcome;
  if (!done.ok) throw new AppError('verification.not-kept', done.refused.code);
}
