import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Register } from '../contract/register.ts';
import type { Tx } from '../db/tx.ts';
import { Refusal } from '../contract/refusal.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import { DESKS, homeOf, OWN_LINE, type RegisterHome } from './register-home.ts';

const sources = join(import.meta.dirname, '..');
const SHARED = { id: 'shared', title: '公用' };
let declared: Promise<ReadonlyMap<string, RegisterHome>> | undefined;

/** Registers that come with the platform: those of the matters, and the shared ones every line links to (kernel/records/registers). */
export function loadDeclaredRegisters(): Promise<ReadonlyMap<string, RegisterHome>> {
  declared ??= readDeclared();
  return declared;
}

async function readDeclared(): Promise<ReadonlyMap<string, RegisterHome>> {
  const registry = await loadRegistry();
  const lineRoles = registry.domains.flatMap((domain) => Object.keys(domain.roles ?? {}).slice(0, 1));
  const shared = await Promise.all(globSync('records/registers/*.ts', { cwd: sources }).toSorted().map(async (file) => (await import(join(sources, file)) as { default: Register }).default));
  const homes = [
    ...shared.map((register) => homeOf({ keepers: [...lineRoles, ...DESKS, 'administrator'], readers: EVERYBODY, ...register }, SHARED, undefined)),
    ...registry.declarations.matters.flatMap(({ file, declaration }) => {
      const domain = registry.domains.find((one) => one.id === file.split('/').at(-3));
      return (declaration.registers ?? []).map((register) => homeOf(register, { id: domain?.id ?? '', title: domain?.title ?? '' }, Object.keys(domain?.roles ?? {})[0]));
    }),
  ];
  return new Map(homes.map((home) => [home.register.id, withLinking(home, homes)]));
}

/** Whoever keeps a register reads those it links to: what he cannot see he could not choose. Not of registers that name their readers themselves. */
function withLinking(home: RegisterHome, homes: readonly RegisterHome[]): RegisterHome {
  if (home.register.readers !== undefined) return home;
  const linking = homes.filter(({ register }) => [register, ...register.subRecords ?? []].some(({ fields }) => fields.some((field) => field.kind === 'link' && field.to === home.register.id)));
  return { ...home, readers: [...new Set([...home.readers, ...linking.flatMap(({ keepers }) => keepers)])].filter((role) => !home.keepers.includes(role)) };
}

const EVERYBODY = ['auditor', 'statistician', 'supervisor', 'town-lead', 'approver', 'payroll-officer', 'payroll-approver', 'finance-officer', 'standards-officer', 'administrator'];

/** A declaration the bureau made, as it is in force. */
export interface Published { register: string; version: number; state: string; declaration: Register & { line?: { id: string; title: string } } }

export const homeOfPublished = ({ declaration, version, state }: Published): RegisterHome =>
  homeOf(declaration, declaration.line ?? OWN_LINE, undefined, { version, withdrawn: state === 'withdrawn' });

/** All registers of a city: those that come with the platform, and those its bureau made. */
export async function loadRegisters(tx: Tx): Promise<ReadonlyMap<string, RegisterHome>> {
  const rows = await tx.rows<Published & Record<string, unknown>>('select * from published_registers()');
  if (rows.length === 0) return loadDeclaredRegisters();
  const made = rows.map((row) => [row.register, homeOfPublished(row)] as const);
  return new Map([...await loadDeclaredRegisters(), ...made]);
}

/** The register of that name; refuses `record.no-register`. */
export async function getRegister(tx: Tx, id: string): Promise<RegisterHome> {
  const home = (await loadDeclaredRegisters()).get(id) ?? (await loadRegisters(tx)).get(id);
  if (home === undefined) throw new Refusal('record.no-register');
  return home;
}
