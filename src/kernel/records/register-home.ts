import type { Register } from '../contract/register.ts';

/** A register with where it belongs and who works in it. */
export interface RegisterHome {
  readonly register: Register;
  readonly line: { readonly id: string; readonly title: string };
  readonly keepers: readonly string[];
  readonly readers: readonly string[];
  /** Version of the declaration, of a register the bureau made itself. */
  readonly published: { readonly version: number; readonly withdrawn: boolean } | null;
}

/** Desks that keep the registers of their area besides the line's own post. */
export const DESKS: readonly string[] = ['town-clerk', 'village-clerk'];
/** Posts that read every register of their area. */
const READERS = ['auditor', 'statistician', 'supervisor', 'town-lead', 'approver'];

/** `lineRole`: the post of the line, where it has one. */
export function homeOf(register: Register, line: { readonly id: string; readonly title: string }, lineRole: string | undefined, published: RegisterHome['published'] = null): RegisterHome {
  const keepers = register.keepers ?? [...(lineRole === undefined ? [] : [lineRole]), ...DESKS];
  return { register, line, keepers, readers: register.readers ?? READERS, published };
}

/** The shelf of registers a bureau made itself and put on no line's. */
export const OWN_LINE = { id: 'own', title: '本局自建' };
