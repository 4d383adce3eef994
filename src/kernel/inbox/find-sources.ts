import { globSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '../contract/refusal.ts';
import type { MessageSource } from './message-source.ts';

const SOURCES = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
let found: Promise<readonly MessageSource[]> | undefined;

/** Every source of messages of this installation, collected by place: `<room or matter>/messages/*.ts`. */
export function findMessageSources(): Promise<readonly MessageSource[]> {
  found ??= Promise.all(globSync(['kernel/*/messages/*.ts', 'domains/*/*/messages/*.ts'], { cwd: SOURCES }).filter((file) => !file.endsWith('.test.ts')).toSorted().map(async (file) => {
    const { default: source } = (await import(pathToFileURL(join(SOURCES, file)).href)) as { default?: MessageSource };
    if (source === undefined) throw new AppError('messages.no-default', `${file} has no default export`);
    return source;
  }));
  return found;
}
