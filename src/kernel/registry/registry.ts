import type { Benefit, Domain, Matter } from '../contract/matter.ts';
import type { Parameter, ParameterValue } from '../contract/parameter.ts';
import { kindOf, type Procedure, type ProcedureKind } from '../contract/procedure.ts';
import type { ServiceItem } from '../contract/service-item.ts';
import type { Watch } from '../contract/watch.ts';
import { AppError } from '../contract/refusal.ts';
import { indicatorsOf } from '../records/counts/indicators-of.ts';
import { searchPath, shortDivisionCode } from '../policy/division-path.ts';
import { contains } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { checkDeclarations } from './check-declarations.ts';
import { writeProblem } from './problem.ts';

/** A declaration with the file it stands in, from the project's root. */
export interface Declared<T> {
  readonly file: string;
  readonly declaration: T;
}

/** Everything that was declared, as found. */
export interface Declarations {
  readonly domains: readonly Declared<Domain>[];
  readonly matters: readonly Declared<Matter>[];
  /** Figures that ship with the sources: what a city starts from before its own offices enter theirs. */
  readonly values: readonly Declared<ParameterValue>[];
}

/** What the platform knows it can do: every list of matters, parameters, procedures is read from here. */
export interface Registry {
  readonly domains: readonly Domain[];
  readonly matters: readonly Matter[];
  readonly parameters: readonly Parameter[];
  /** 事项目录 as declared: of the matters here, and of those not built yet. */
  readonly items: readonly ServiceItem[];
  readonly watches: readonly Watch[];
  /** Demo values included, marked `demo: true`; a book leaves them out unless its city is a demo. */
  readonly parameterValues: readonly ParameterValue[];
  readonly declarations: Declarations;
  findMatter(id: string): Matter | undefined;
  findBenefit(id: string): { readonly matter: Matter; readonly benefit: Benefit } | undefined;
  /** The procedure a case opened on the day runs by; `divisions` most specific first. Undefined when the matter has none there and then. */
  findProcedure(matter: string, divisions: readonly string[], openedOn: PlainDate, kind?: ProcedureKind): Procedure | undefined;
}

/** Throws AppError('declaration-wrong') naming file, key and remedy of everything that is wrong: the boot stops there. */
export function makeRegistry(found: Declarations): Registry {
  const problems = checkDeclarations(found);
  if (problems.length > 0) throw new AppError('declaration-wrong', `\n${problems.map(writeProblem).join('\n')}`);
  const matters = found.matters.map((one) => withCounts(one.declaration));
  const byId = new Map(matters.map((matter) => [matter.id, matter]));
  const benefits = new Map(matters.flatMap((matter) => (matter.benefits ?? []).map((benefit) => [benefit.id, { matter, benefit }] as const)));
  return {
    domains: found.domains.map((one) => one.declaration),
    matters,
    items: matters.flatMap((matter) => matter.items ?? []),
    watches: matters.flatMap((matter) => matter.watches ?? []),
    parameters: [...new Set(matters.flatMap((matter) => matter.parameters ?? []))],
    parameterValues: found.values.map((one) => one.declaration),
    declarations: found,
    findMatter: (id) => byId.get(id),
    findBenefit: (id) => benefits.get(id),
    findProcedure: (id, divisions, openedOn, kind = 'application') => pickProcedure((byId.get(id)?.procedures ?? []).filter((one) => kindOf(one) === kind), divisions, openedOn),
  };
}

/** What a matter's registers count are figures of the matter. */
const withCounts = (matter: Matter): Matter =>
  matter.registers === undefined ? matter : { ...matter, indicators: [...(matter.indicators ?? []), ...matter.registers.flatMap(indicatorsOf)] };

function pickProcedure(procedures: readonly Procedure[], divisions: readonly string[], openedOn: PlainDate): Procedure | undefined {
  const inForce = procedures.filter((procedure) => contains(procedure.applies, openedOn));
  for (const division of searchPath(divisions)) {
    const here = inForce.filter((procedure) => shortDivisionCode(procedure.applies.division) === division);
    if (here.length > 1) throw new AppError('procedure-ambiguous', `${division} 在 ${openedOn} 同时有程序 ${here.map((one) => one.id).join('、')}。改它们的 applies`);
    if (here[0] !== undefined) return here[0];
  }
  return undefined;
}
