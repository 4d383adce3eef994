import type { Matter } from '../contract/matter.ts';
import type { CaseProcedure } from './case-procedure.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { Registry } from '../registry/registry.ts';

/** What casework needs of the declarations. */
export type CaseRegistry = Pick<Registry, 'findMatter' | 'findBenefit' | 'findProcedure' | 'matters' | 'parameters' | 'parameterValues'>;

/** Where the doors get it from: the installation's registry, or a test's own. */
export type ProcedureSource = () => Promise<CaseRegistry>;

export function getMatter(registry: CaseRegistry, id: string): Matter {
  const matter = registry.findMatter(id);
  if (!matter) throw new AppError('case.no-matter', `no matter ${id} is declared`);
  return matter;
}

/** The matter somebody named at a door. */
export function getNamedMatter(registry: CaseRegistry, id: string): Matter {
  const matter = registry.findMatter(id);
  if (!matter) throw new Refusal('case.no-matter');
  return matter;
}

/** The procedure a case runs by was fixed when it was opened; a later version of the law does not move it. */
export function getProcedure(registry: CaseRegistry, matter: string, id: string): CaseProcedure {
  const procedure = getMatter(registry, matter).procedures?.find((one) => one.id === id);
  if (!procedure) throw new AppError('case.no-procedure', `matter ${matter} has no procedure ${id}`);
  return procedure;
}
