import type { Tx } from '../db/tx.ts';
import { loadBook } from '../policy/load-book.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { keptFrom } from './kinds.ts';

export type Term = { readonly months: number; readonly keptFrom: PlainDate; readonly document: string; readonly demo: boolean } | { readonly gap: string };

/** How long a kind of thing is kept in the city, or that nobody has said so. */
export async function readTerm(tx: Tx, parameter: string, at: { readonly city: { readonly code: string }; readonly today: PlainDate }): Promise<Term> {
  const answer = (await loadBook(tx)).read(parameter, [at.city.code, at.city.code.slice(0, 2), '00'], at.today);
  if (answer.is === 'gap') return { gap: answer.reason };
  const { value, document, demo } = answer.reading;
  return { months: Number(value), keptFrom: keptFrom(at.today, Number(value)), document: `${document.title}${document.number === null ? '' : `（${document.number}）`}`, demo };
}
