import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { readFacts } from '../benefits/read-facts.ts';
import { benefitOf } from './case-procedure.ts';
import type { CaseRegistry } from './case-registry.ts';
import { assessCase } from './assess-case.ts';
import type { LoadedCase } from './load-case.ts';

/** Facts corrected after a visit or an answer: checked against the benefit's own schema, and judged again at once. */
export async function changeFacts(tx: Tx, registry: CaseRegistry, loaded: Pick<LoadedCase, 'row' | 'procedure' | 'matter'>, facts: unknown): Promise<void> {
  const found = registry.findBenefit(benefitOf(loaded.procedure, loaded.row.form) ?? '');
  if (found) {
    const read = readFacts(found.benefit, facts);
    if (!read.ok) throw new Refusal('case.facts-wrong', { what: read.errors.map((error) => error.sentence).join(''), fields: read.errors });
  }
  await tx.run('update case_file set facts = $2 where id = $1', [loaded.row.id, JSON.stringify(facts)]);
  await assessCase(tx, registry, loaded);
}
