import type { Caller } from '../../access/caller.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Register } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { loadRegisters } from '../load-registers.ts';
import type { DesignGround } from './list-problems.ts';
import { listRoles } from './builders.ts';

export type DeclarationState = 'draft' | 'sent' | 'publishing' | 'failed' | 'published' | 'withdrawn';
export type KeptDeclaration = Register & { readonly line?: { readonly id: string; readonly title: string } };

/** A sheet that is kept, and where in it the rows stand. */
export interface KeptSource { readonly file: number; readonly sheet?: string; readonly headRow?: number }

/** One step of a register the bureau makes: an edition drafted, sent to be looked at, published, withdrawn. */
export interface DeclarationRow extends Record<string, unknown> {
  readonly id: number; readonly register: string; readonly version: number; readonly state: DeclarationState; readonly declaration: KeptDeclaration;
  /** The old sheet it was begun from. */
  readonly source: KeptSource | null;
  readonly division_id: number; readonly account_id: number | null; readonly note: string; readonly command_id: number;
}

const COLUMNS = 'd.id, d.register, d.version, d.state, d.declaration, d.source, d.division_id, d.account_id, d.note, d.command_id';

/** All steps of one register, the latest first. Nobody else takes one meanwhile when `lock` is asked. Refuses `record.no-design`. */
export async function loadDeclaration(tx: Tx, register: string, lock = false): Promise<{ readonly last: DeclarationRow; readonly inForce: DeclarationRow | undefined; readonly rows: readonly DeclarationRow[] }> {
  if (lock) await tx.run(`select pg_advisory_xact_lock(hashtext('register-declaration ' || $1))`, [register]);
  const rows = await tx.rows<DeclarationRow>(`select ${COLUMNS} from register_declaration d where d.register = $1 order by d.id desc`, [register]);
  const [last] = rows;
  if (last === undefined) throw new Refusal('record.no-design');
  return { last, rows, inForce: rows.find((row) => row.state === 'published') };
}

/** The step that was on the screen is still the latest; refuses `record.design-changed`. */
export function refuseStale(last: DeclarationRow, seen: number): void {
  if (last.id !== seen) throw new Refusal('record.design-changed', { title: last.declaration.title, now: last.id });
}

export interface NewStep { readonly register: string; readonly version: number; readonly state: DeclarationState; readonly declaration: KeptDeclaration; readonly division: number; readonly note?: string; readonly source: KeptSource | null }

export async function appendStep(tx: Tx, caller: Pick<Caller, 'account'>, step: NewStep): Promise<number> {
  const { id } = await tx.one<{ id: number }>('insert into register_declaration (register, version, state, declaration, division_id, account_id, note, source) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id',
    [step.register, step.version, step.state, JSON.stringify(step.declaration), step.division, caller.account?.id ?? null, step.note ?? '', step.source === null ? null : JSON.stringify(step.source)]);
  return id;
}

/** What a design of that register is held against in this city. */
export async function readGround(tx: Tx, register: string, before: Register | undefined): Promise<DesignGround> {
  const others = [...(await loadRegisters(tx)).values()].map((home) => home.register).filter((one) => one.id !== register);
  return { before, others, roles: new Set(listRoles().map((role) => role.id)) };
}

/** Heads of numbers that are given out. */
export async function takenSeries(tx: Tx, register: string): Promise<Set<string>> {
  const others = [...(await loadRegisters(tx)).values()].map((home) => home.register).filter((one) => one.id !== register).map((one) => one.series);
  const drafts = await tx.rows<{ series: string }>(`select distinct d.declaration->>'series' as series from register_declaration d where d.register <> $1`, [register]);
  return new Set([...others, ...drafts.map((row) => row.series)]);
}
