import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { nextNumber } from '../numbering/next-number.ts';
import { divisionCodesAbove, loadBook } from '../policy/load-book.ts';
import { codeFor } from '../service/paper.ts';
import { addDays } from '../values/plain-date.ts';
import { isRestricted, type ComplaintAbout } from './complaint.ts';

export interface NewComplaint {
  readonly about: ComplaintAbout;
  /** Code of the village or community of a household, of the office complained about. */
  readonly division: string;
  readonly matter: string;
  readonly how: 'portal' | 'desk' | 'phone' | 'letter' | 'handed-over';
  readonly content: string;
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
  readonly aboutAccount?: number | undefined;
}
export interface Lodged { readonly number: string; readonly code: string; readonly complaintId: number }

/** Takes a complaint in. Whoever takes it in may not be among those who may read it. Who said it is encrypted. */
export async function lodge(tx: Tx, by: CommandContext, one: NewComplaint): Promise<Lodged> {
  const place = await tx.find<{ id: number }>(
    'select id from division where code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)', [one.division, by.today]);
  if (!place) throw new Refusal('complaint.no-place');
  const named = Boolean(one.name || one.contact);
  const who = named ? by.city.keys.seal(JSON.stringify({ name: one.name ?? '', contact: one.contact ?? '' })) : null;
  const number = await nextNumber(tx, `${by.city.short}-TS`, Number(by.today.slice(0, 4)));
  const term = (await loadBook(tx)).read('complaint-answer-days', await divisionCodesAbove(tx, place.id), by.today);
  const { id } = await tx.one<{ id: number }>(
    'select lodge_complaint($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as id',
    [number, one.about, one.matter, place.id, by.today, one.how, one.content, named, isRestricted(one.about, named), one.about === 'household' ? null : place.id, one.aboutAccount ?? null,
      term.is === 'value' ? addDays(by.today, Number(term.reading.value)) : null, who?.cipher ?? null, who?.keyId ?? null, one.how === 'portal' ? '' : (by.caller.account?.name ?? '')]);
  return { complaintId: id, number, code: codeFor(by.city.keys, `complaint ${number}`) };
}
