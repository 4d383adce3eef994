import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { CaseView } from './case-view.ts';

/** What an effect of a step may use: the open transaction, who acts, the case before the step, and the step's input. */
export interface StepContext {
  readonly tx: Tx;
  readonly by: CommandContext;
  readonly view: CaseView;
  readonly step: string;
  readonly actionId: number;
  readonly input: Readonly<Record<string, unknown>>;
}
