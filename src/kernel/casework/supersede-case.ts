import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { CaseRegistry } from './case-registry.ts';
import { loadCase } from './load-case.ts';
import { recordStep } from './take-step.ts';

/** 并入停发: a case about a grant is put aside because a stop of the same grant takes its place; what was found so far stays on record. */
export async function supersedeCase(tx: Tx, by: CommandContext, registry: CaseRegistry, caseId: number): Promise<void> {
  const loaded = await loadCase(tx, registry, caseId, by.today, { lock: true });
  await recordStep(tx, by, registry, loaded, {
    step: 'superseded', to: 'superseded', values: {}, seen: null, chosen: { declared: undefined, generic: undefined, office: null, no: undefined },
  });
}
