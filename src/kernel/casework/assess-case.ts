import { assess } from '../benefits/assess.ts';
import { readFacts } from '../benefits/read-facts.ts';
import type { Assessment } from '../contract/rules.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { listRecognitionsOf } from '../recognitions/has-recognition.ts';
import { loadBook } from '../policy/load-book.ts';
import { benefitOf, readerOf } from './case-procedure.ts';
import type { CaseRegistry } from './case-registry.ts';
import { divisionCodes } from './find-office.ts';
import type { LoadedCase } from './load-case.ts';
import type { KnownOfCase } from './application-reader.ts';
import type { CaseRow } from './case-row.ts';

/**
 * Judges the facts of a case as they are known now by the law of the day it was opened, and keeps the answer with the case. `moneyDay`: the
 * month whose standards are meant, by a day of it: a standard that rose while the case was running counts.
 * Null when the matter pays nothing.
 */
export async function assessCase(tx: Tx, registry: CaseRegistry, loaded: Pick<LoadedCase, 'row' | 'procedure'>, moneyDay?: PlainDate): Promise<Assessment | null> {
  const reads = readerOf(loaded.procedure);
  const found = registry.findBenefit(benefitOf(loaded.procedure, loaded.row.form) ?? '');
  if (!found) return null;
  const { facts: stored } = await tx.one<{ facts: unknown }>('select facts from case_file where id = $1', [loaded.row.id]);
  const read = readFacts(found.benefit, reads?.withCase ? reads.withCase(stored, await readKnown(tx, loaded.row)) : stored);
  if (!read.ok) throw new Refusal('case.facts-wrong', { what: read.errors.map((error) => error.sentence).join(''), fields: read.errors });
  const answer = assess(found.benefit, read.facts, { book: await loadBook(tx, undefined, registry), divisions: await divisionCodes(tx, loaded.row.division_id), day: loaded.row.opened_on, ...(moneyDay === undefined ? {} : { moneyDay }) });
  await tx.run('update case_file set assessment = $2 where id = $1', [loaded.row.id, JSON.stringify(answer)]);
  return answer;
}

/** What the case and the registers know of its members, by the day the case was opened. */
export async function readKnown(tx: Tx, row: Pick<CaseRow, 'id' | 'opened_on'>): Promise<KnownOfCase> {
  const members = await tx.rows<{ key: string; personId: number; signed: boolean }>(
    `select m.key, m.person_id as "personId", exists (select 1 from authorisation a where a.case_id = m.case_id and a.person_id = m.person_id) as signed
       from case_member m where m.case_id = $1 order by m.id`, [row.id]);
  const held = await listRecognitionsOf(tx, members.map((member) => member.personId), row.opened_on);
  return {
    authorised: members.filter((member) => member.signed).map((member) => member.key),
    recognised: Object.fromEntries(members.map((member) => [member.key, held.get(member.personId) ?? []])),
  };
}
