import { findState } from './generic-steps.ts';
import type { LoadedCase } from './load-case.ts';

/** States the case has been in before and can be sent back to, nearest first. */
export function listReturnable(loaded: Pick<LoadedCase, 'actions' | 'row' | 'procedure'>): { id: string; title: string }[] {
  const been = new Set(loaded.actions.map((action) => action.to).toReversed());
  return [...been].filter((id) => id !== loaded.row.state).map((id) => ({ id, state: findState(loaded.procedure, id) }))
    .filter(({ state }) => state.kind === 'open').map(({ id, state }) => ({ id, title: state.title }));
}
