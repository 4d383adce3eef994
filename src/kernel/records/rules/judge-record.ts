import type { Compare, RecordSeen, Register, RegisterCheck } from '../../contract/register.ts';

export interface Judged { readonly refused: readonly { readonly id: string; readonly sentence: string }[]; readonly warned: readonly { readonly id: string; readonly title: string; readonly sentence: string }[] }

/** Holds a record, as it would stand, against the register's rules. `entering`: the state it is about to enter. Pure. */
export function judgeRecord(register: Pick<Register, 'checks'>, seen: RecordSeen, entering?: string): Judged {
  const broken = (register.checks ?? []).flatMap((check) => {
    if (check.entering !== undefined && (entering === undefined || !check.entering.includes(entering))) return [];
    const sentence = testCheck(check, seen);
    return sentence === undefined ? [] : [{ check, sentence }];
  });
  return {
    refused: broken.filter(({ check }) => check.then === 'refuse').map(({ check, sentence }) => ({ id: check.id, sentence })),
    warned: broken.filter(({ check }) => check.then === 'warn').map(({ check, sentence }) => ({ id: check.id, title: check.title, sentence })),
  };
}

function testCheck(check: RegisterCheck, seen: RecordSeen): string | undefined {
  return typeof check.test === 'function' ? check.test(seen) : compare(check.test, seen);
}

function compare({ left, is, right, sentence }: Compare, seen: RecordSeen): string | undefined {
  const [a, b] = [valueOf(left, seen), typeof right === 'number' ? right : valueOf(right, seen)];
  if (a === undefined || b === undefined) return undefined;
  return holds(a, is, b) ? undefined : sentence;
}

/** What stands under the key of a field or a total; numbers as numbers. */
export function valueOf(name: string, { values, totals }: Pick<RecordSeen, 'values' | 'totals'>): number | string | undefined {
  const value = values[name] ?? totals[name];
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function holds(a: number | string, is: Compare['is'], b: number | string): boolean {
  switch (is) {
    case '<=': return a <= b;
    case '>=': return a >= b;
    case '<': return a < b;
    case '>': return a > b;
    case '=': return a === b;
  }
}

/** Whether a state is part of the stock. */
export const isStanding = (register: Pick<Register, 'states'>, state: string): boolean => {
  const declared = register.states[state];
  return declared !== undefined && declared.ends !== true && declared.before !== true;
};
export const firstState = (register: Pick<Register, 'states'>): string => Object.keys(register.states)[0] ?? '';
export const standingStates = (register: Pick<Register, 'states'>): string[] => Object.keys(register.states).filter((state) => isStanding(register, state));
