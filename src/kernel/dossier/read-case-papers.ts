import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import type { Form } from '../contract/form.ts';
import type { Paper } from '../contract/paper.ts';
import type { PURPOSES_OF } from '../contract/reading-purposes.ts';
import type { Procedure } from '../contract/procedure.ts';
import getCase from '../casework/queries/get-case.ts';
import getOriginals from '../casework/queries/get-originals.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import { casePapers } from './case-papers.ts';

const formsOf = (procedure: Procedure | undefined): Record<string, Form> => Object.fromEntries(Object.values(procedure?.states ?? {}).flatMap((state) => state.steps.flatMap((step) => (step.form ? [[step.id, step.form]] : []))));

/** The papers of a case; with a purpose as originals, whole names and numbers, which is logged as its own reading. */
export async function readCasePapers(tx: Tx, by: QueryContext, caseId: number, purpose?: (typeof PURPOSES_OF.originals)[number]): Promise<Paper[]> {
  const registry = await loadRegistry();
  const detail = await getCase.run(tx, { caseId }, by);
  const forms = formsOf(registry.findMatter(detail.matter)?.procedures?.find((one) => one.id === detail.procedure.id));
  if (purpose === undefined) return casePapers({ ...detail, forms }, by.city.name);
  const originals = await getOriginals.run(tx, { caseId, purpose }, by);
  const members = detail.members.map((member) => ({ ...member, ...originals.members[member.key] }));
  return casePapers({ ...detail, forms, members, name: members.find((member) => member.applicant)?.name ?? detail.name }, by.city.name);
}
