import { allowsStep, type RollState, type RollStep } from './roll-states.ts';

const byRole: Readonly<Record<string, readonly RollStep[]>> = {
  'payroll-officer': ['check', 'resolve', 'submit', 'send', 'read-return', 'follow-up', 'close', 'cancel'],
  'payroll-approver': ['approve', 'send-back', 'close'],
  'finance-officer': ['confirm'],
};

/** The steps a post may take on a roll as it stands. Whether the person took part before is asked at the step itself. Pure. */
export const listStepsFor = (role: string | undefined, state: RollState, needsFinance: boolean): RollStep[] =>
  (byRole[role ?? ''] ?? []).filter((step) => allowsStep(state, step, needsFinance));
