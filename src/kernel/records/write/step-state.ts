import { Refusal } from '../../contract/refusal.ts';
import type { Register } from '../../contract/register.ts';

/** Whether a record may go from one state to another. Pure. A state without `from` is entered from any that is no end; one that comes before the life of a record (筹建) is only where it begins. */
export function mayGo(register: Pick<Register, 'states'>, from: string, to: string): boolean {
  const [standing, wanted] = [register.states[from], register.states[to]];
  if (standing === undefined || wanted === undefined || from === to) return false;
  return wanted.from === undefined ? standing.ends !== true && !(wanted.before && !standing.before) : wanted.from.includes(from);
}

/** States a record may go to, in the order declared. */
export const listWays = (register: Pick<Register, 'states'>, from: string): string[] => Object.keys(register.states).filter((to) => mayGo(register, from, to));

export function refuseWay(register: Pick<Register, 'states'>, from: string, to: string): void {
  if (!mayGo(register, from, to)) throw new Refusal('record.wrong-state', { from: register.states[from]?.title ?? from, to: register.states[to]?.title ?? to });
}

/** Days of a record's life after it enters a state: when it came to stand, when it ceased to. */
export function lifeAfter(register: Pick<Register, 'states'>, state: string, on: string, row: { readonly opened_on: string | null }): { readonly openedOn: string | null; readonly endedOn: string | null } {
  const entered = register.states[state];
  // what was given up before it ever stood is neither an addition nor an exit
  const openedOn = row.opened_on ?? (entered?.before || entered?.ends ? null : on);
  return { openedOn, endedOn: entered?.ends && openedOn !== null ? on : null };
}
