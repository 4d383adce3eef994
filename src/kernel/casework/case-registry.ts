import type { Matter } from '../contract/matter.ts';
import type { CaseProcedure } from './case-procedure.ts';
import { AppError } from '../contract/refusal.ts';
import type { CityConfig } from '../db/cities.ts';
import { makeParameterBook, type ParameterBook } from '../policy/parameter-book.ts';
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

/** The procedure a case runs by was fixed when it was opened; a later version of the law does not move it. */
export function getProcedure(registry: CaseRegistry, matter: string, id: string): CaseProcedure {
  const procedure = getMatter(registry, matter).procedures?.find((one) => one.id === id);
  if (!procedure) throw new AppError('case.no-procedure', `matter ${matter} has no procedure ${id}`);
  return procedure;
}

const books = new WeakMap<object, ParameterBook>();

/** The figures in force as shipped; demo values only in a demo city. */
export function bookOf(registry: CaseRegistry, city: Pick<CityConfig, 'demo'>): ParameterBook {
  const key = registry.parameterValues;
  const known = books.get(key);
  if (known && city.demo) return known;
  const book = makeParameterBook(registry.parameters, registry.parameterValues, { demo: city.demo });
  if (city.demo) books.set(key, book);
  return book;
}
