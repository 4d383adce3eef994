import type { Tx } from '../db/tx.ts';
import { makeAsOf } from '../policy/as-of.ts';
import { loadBook } from '../policy/load-book.ts';
import type { Assessment } from '../contract/rules.ts';
import { readFacts } from '../benefits/read-facts.ts';
import { benefitOf, readerOf } from './case-procedure.ts';
import type { CaseRegistry } from './case-registry.ts';
import { divisionCodes } from './find-office.ts';
import type { LoadedCase } from './load-case.ts';

export interface CountedMember { readonly key: string; readonly personId: number }

/** Members of a case whom the law counts, as it judged them last. */
export async function listCounted(tx: Tx, registry: CaseRegistry, loaded: Pick<LoadedCase, 'row' | 'procedure'>): Promise<CountedMember[]> {
  const members = await tx.rows<{ key: string; personId: number }>('select key, person_id as "personId" from case_member where case_id = $1 order by id', [loaded.row.id]);
  const reads = readerOf(loaded.procedure);
  const found = registry.findBenefit(benefitOf(loaded.procedure, loaded.row.form) ?? '');
  const { facts, assessment } = await tx.one<{ facts: unknown; assessment: Assessment | null }>('select facts, assessment from case_file where id = $1', [loaded.row.id]);
  if (!reads?.counts || !found || !assessment) return members;
  const read = readFacts(found.benefit, facts);
  if (!read.ok) return members;
  const asOf = makeAsOf(await loadBook(tx, undefined, registry), { day: loaded.row.opened_on, divisions: await divisionCodes(tx, loaded.row.division_id) });
  const keys = reads.counts(read.facts, assessment.rules.id, asOf);
  return members.filter((member) => keys.includes(member.key));
}
