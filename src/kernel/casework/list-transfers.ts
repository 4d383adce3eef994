import { assess } from '../benefits/assess.ts';
import { readFacts } from '../benefits/read-facts.ts';
import type { Assessment } from '../contract/rules.ts';
import type { Matter } from '../contract/matter.ts';
import type { Tx } from '../db/tx.ts';
import { loadBook } from '../policy/load-book.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { readKnown } from './assess-case.ts';
import { benefitOf, readerOf, type CaseProcedure } from './case-procedure.ts';
import type { CaseRegistry } from './case-registry.ts';
import type { CaseRow } from './case-row.ts';
import { divisionCodes } from './find-office.ts';

/** A matter that a refused or ended case may go on with, and what its law says of the same facts today. */
export interface Transfer {
  readonly matter: Matter;
  readonly procedure: CaseProcedure;
  readonly enters: string;
  readonly assessment: Assessment;
}

/** Every matter that takes over cases of this one and is in force here today, with the answer on the facts as they were found. */
export async function listTransfers(tx: Tx, registry: CaseRegistry, row: CaseRow, today: PlainDate): Promise<Transfer[]> {
  const divisions = await divisionCodes(tx, row.division_id);
  const book = await loadBook(tx);
  const known = await readKnown(tx, { id: row.id, opened_on: today });
  return registry.matters.flatMap((matter): Transfer[] => {
    const procedure: CaseProcedure | undefined = registry.findProcedure(matter.id, divisions, today, 'application');
    const enters = procedure?.takesOver?.find((one) => one.matter === row.matter)?.enters;
    if (procedure === undefined || enters === undefined) return [];
    const benefit = registry.findBenefit(benefitOf(procedure, {}) ?? '')?.benefit;
    if (benefit === undefined) return [];
    const reads = readerOf(procedure);
    const read = readFacts(benefit, reads?.withCase ? reads.withCase(row.facts, known) : row.facts);
    return read.ok ? [{ matter, procedure, enters, assessment: assess(benefit, read.facts, { book, divisions, day: today }) }] : [];
  });
}
