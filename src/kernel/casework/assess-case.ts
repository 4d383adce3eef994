import { assess } from '../benefits/assess.ts';
import { readFacts } from '../benefits/read-facts.ts';
import type { Assessment } from '../contract/rules.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { loadBook } from '../policy/load-book.ts';
import { readerOf } from './case-procedure.ts';
import type { CaseRegistry } from './case-registry.ts';
import { divisionCodes } from './find-office.ts';
import type { LoadedCase } from './load-case.ts';

/**
 * Judges the facts of a case as they are known now by the law of the day it was opened, and keeps the answer with the case. `moneyDay`: the
 * month whose standards are meant, by a day of it: a standard that rose while the case was running counts.
 * Null when the matter pays nothing.
 */
export async function assessCase(tx: Tx, registry: CaseRegistry, loaded: Pick<LoadedCase, 'row' | 'procedure'>, moneyDay?: PlainDate): Promise<Assessment | null> {
  const reads = readerOf(loaded.procedure);
  const found = reads?.benefit === undefined ? undefined : registry.findBenefit(reads.benefit);
  if (!found) return null;
  const { facts: stored } = await tx.one<{ facts: unknown }>('select facts from case_file where id = $1', [loaded.row.id]);
  const authorised = (await tx.rows<{ key: string }>(
    'select m.key from case_member m join authorisation a on a.case_id = m.case_id and a.person_id = m.person_id where m.case_id = $1 order by m.id', [loaded.row.id])).map((row) => row.key);
  const read = readFacts(found.benefit, reads?.withCase ? reads.withCase(stored, { authorised }) : stored);
  if (!read.ok) throw new Refusal('case.facts-wrong', { what: read.errors.map((error) => error.sentence).join(''), fields: read.errors });
  const answer = assess(found.benefit, read.facts, { book: await loadBook(tx, undefined, registry), divisions: await divisionCodes(tx, loaded.row.division_id), day: loaded.row.opened_on, ...(moneyDay === undefined ? {} : { moneyDay }) });
  await tx.run('update case_file set assessment = $2 where id = $1', [loaded.row.id, JSON.stringify(answer)]);
  return answer;
}
