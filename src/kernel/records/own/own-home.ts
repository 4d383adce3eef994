import type { Register } from '../../contract/register.ts';
import { loadDeclaredRegisters } from '../load-registers.ts';
import { OWN_LINE } from '../register-home.ts';
import type { OwnDeclaration } from './declaration-shape.ts';

/** A declaration as the register it becomes. Pure. */
export const registerOf = ({ line: _line, ...declaration }: OwnDeclaration): Register => ({ ...declaration, covers: [] });

/** Shelves a register may stand on: the lines of business, and the bureau's own. */
export async function listLines(): Promise<{ id: string; title: string }[]> {
  const lines = [...(await loadDeclaredRegisters()).values()].map((home) => home.line);
  return [OWN_LINE, ...new Map(lines.map((line) => [line.id, line])).values()];
}

/** What is kept of a declaration: with its shelf's title, as it was called then. */
export async function keptDeclaration(declaration: OwnDeclaration): Promise<Register & { line: { id: string; title: string } }> {
  const line = (await listLines()).find((one) => one.id === declaration.line) ?? OWN_LINE;
  return { ...registerOf(declaration), line };
}

/** Back from what is kept to what is written. Pure. */
export function writtenDeclaration(kept: Register & { line?: { id: string } }): OwnDeclaration {
  const { covers: _covers, line, ...rest } = kept;
  return { ...rest, line: line?.id ?? OWN_LINE.id } as OwnDeclaration;
}
