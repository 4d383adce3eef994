import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Refused, RefusalDeclaration } from '../contract/refusal.ts';
import { formatDateLong, parsePlainDate } from '../values/plain-date.ts';

const sources = join(import.meta.dirname, '../..');
let loaded: Promise<Readonly<Record<string, RefusalDeclaration>>> | undefined;

/** Every declared refusal by its code, for screens that say beforehand why something cannot be done yet. */
export function loadRefusals(): Promise<Readonly<Record<string, RefusalDeclaration>>> {
  loaded ??= Promise.all(globSync(['kernel/*/refusals.ts', 'kernel/*/*/refusals.ts', 'domains/*/refusals.ts', 'domains/*/*/refusals.ts'], { cwd: sources }).map(
    async (file) => (await import(join(sources, file)) as { default: Record<string, RefusalDeclaration> }).default,
  )).then((tables) => Object.assign({}, ...tables) as Record<string, RefusalDeclaration>);
  return loaded;
}

/** The sentence of a refusal, days in words. A code nobody declared is shown as it is. Pure. */
export function sentenceOf(table: Readonly<Record<string, RefusalDeclaration>>, refused: Refused): string {
  const sentence = table[refused.code]?.sentence;
  if (sentence === undefined) return refused.code;
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = refused.details?.[name];
    if (value === undefined || value === null) return whole;
    const day = typeof value === 'string' ? parsePlainDate(value) : undefined;
    return day === undefined ? String(value) : formatDateLong(day);
  });
}
