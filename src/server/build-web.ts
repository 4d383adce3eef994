import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'vite';
import { faceConfig } from '../../vite.config.ts';
import type { Face } from './collect-pages.ts';
import { packFiles } from './pack-files.ts';

const ROOT = join(import.meta.dirname, '../..');
const FACES: readonly Face[] = ['portal', 'workbench'];

/** Beside the bundles: what they were made from. */
interface Stamp { readonly hash: string; readonly modules: readonly string[]; }

/**
 * Builds `dist/portal` and `dist/workbench` when a source they are made from changed since they were built, else leaves them.
 * Prints one line when it builds. A bundle is built aside and then moved into place, so that a running server never serves half of one.
 */
export async function buildWeb(): Promise<{ built: boolean }> {
  const before = readStamp();
  if (before !== undefined && FACES.every((face) => existsSync(join(ROOT, 'dist', face, 'index.html'))) && before.hash === hashOf(before.modules)) return { built: false };
  const started = performance.now();
  const modules = new Set<string>();
  await inProduction(async () => { for (const face of FACES) await buildFace(face, modules); });
  const list = [...modules].sort();
  writeFileSync(stampFile(), JSON.stringify({ hash: hashOf(list), modules: list } satisfies Stamp));
  console.log(`界面已生成（portal、workbench），${((performance.now() - started) / 1000).toFixed(1)} 秒`);
  return { built: true };
}

/** A bundle is the production one whoever asks for it: under NODE_ENV=test React would come in its slow, doubled form. */
async function inProduction(run: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function buildFace(face: Face, modules: Set<string>): Promise<void> {
  const dist = join(ROOT, 'dist');
  const aside = join(dist, `.new-${face}-${process.pid}`);
  mkdirSync(dist, { recursive: true });
  const config = faceConfig(face, aside);
  try {
    await build({ ...config, plugins: [...(config.plugins ?? []), noteModules(modules)] });
    await packFiles(aside);
    moveInto(aside, join(dist, face));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Puts a finished bundle in the place of the old one, which is moved away first; of two processes that build at once both succeed, the later one's stays. */
function moveInto(aside: string, place: string, triesLeft = 5): void {
  const old = `${aside}-old-${triesLeft}`;
  try {
    if (existsSync(place)) renameSync(place, old);
    renameSync(aside, place);
  } catch (fault) {
    if (triesLeft === 0) throw fault;
    moveInto(aside, place, triesLeft - 1);
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

/** Notes every module of ours that went into a bundle: rule files and values a page imports count as sources too. */
function noteModules(modules: Set<string>): Plugin {
  return {
    name: 'minzheng-note-modules',
    moduleParsed: (info) => {
      const path = relative(ROOT, info.id.split('?')[0] ?? info.id);
      if (!path.startsWith('..') && !path.startsWith('node_modules') && !info.id.startsWith('\0')) modules.add(path);
    },
  };
}

const stampFile = () => join(ROOT, 'dist', '.built.json');

function readStamp(): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stampFile(), 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

/** One hash over the screens' own files, the pages of all domains, what else was bundled last time, the lock and the build itself. */
function hashOf(modules: readonly string[]): string {
  const own = ['src/web/**/*.{ts,tsx,css,html}', 'src/domains/**/web/**', 'src/server/{build-web,collect-pages,pack-files}.ts', 'vite.config.ts', 'package-lock.json'];
  const files = new Set([...modules, ...own.flatMap((pattern) => globSync(pattern, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(ROOT, join(entry.parentPath, entry.name))))]);
  const hash = createHash('sha256').update(process.version);
  for (const file of [...files].sort()) {
    if (/\.(?:test\.tsx?|md)$/.test(file)) continue;
    hash.update(`\n${file}\0`).update(existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file)) : 'gone');
  }
  return hash.digest('hex');
}
