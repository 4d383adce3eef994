import type { Matter } from '../contract/matter.ts';
import type { CaseProcedure } from './case-procedure.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { CaseRegistry } from './case-registry.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseView } from './case-view.ts';
import type { Office } from './find-office.ts';

/** What an effect of a step may use: the open transaction, who acts, the case before the step, and the step's input. */
export interface StepContext {
  readonly tx: Tx;
  readonly by: CommandContext;
  readonly view: CaseView;
  readonly step: string;
  readonly actionId: number;
  readonly input: Readonly<Record<string, unknown>>;
  readonly case: CaseRow;
  readonly matter: Matter;
  readonly procedure: CaseProcedure;
  readonly registry: CaseRegistry;
  /** Office whose power the step used; null when the applicant or the system took it. */
  readonly office: Office | null;
}
