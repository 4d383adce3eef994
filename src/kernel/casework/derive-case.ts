import type { CaseProcedure } from './case-procedure.ts';
import { AppError } from '../contract/refusal.ts';
import type { WorkingCalendar } from '../values/working-days.ts';
import { advanceCase, type CaseState, type RecordedAction } from './advance-case.ts';

/** State and tasks of a case from its actions alone, oldest first. */
export function deriveCase(actions: readonly RecordedAction[], procedure: CaseProcedure, calendar: WorkingCalendar): CaseState {
  let state: CaseState | undefined;
  for (const action of actions) state = advanceCase(state, action, procedure, calendar);
  if (state === undefined) throw new AppError('case.no-actions', 'a case without a single action');
  return state;
}
