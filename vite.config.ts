import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { namePinyin } from './src/kernel/values/pinyin.ts';
import { collectPages, type Face } from './src/server/collect-pages.ts';

const ROOT = import.meta.dirname;
const PAGES = 'virtual:pages';
/** Bears no digest: it is asked for by this name, and each build's is another by its content. */
const SERVICE_WORKER = 'service-worker.js';

/** 待办 is found by `db` and `daiban`. */
function soundOf(title: string): [string, string] {
  const { initials, full } = namePinyin(title);
  return [initials, full];
}

/** The list of a face's pages as a module: what each says of itself, and how to load it. */
function pageList(face: Face): Plugin {
  return {
    name: 'minzheng-pages',
    resolveId: (id) => (id === PAGES ? `\0${PAGES}` : undefined),
    load: (id) => {
      if (id !== `\0${PAGES}`) return undefined;
      const entries = collectPages(ROOT, face).map(({ file, meta }) => `{ ...${JSON.stringify(face === 'workbench' ? { ...meta, letters: soundOf(String(meta['title'])) } : meta)}, load: () => import(${JSON.stringify(join(ROOT, file))}) }`);
      return `export default [\n${entries.join(',\n')}\n];\n`;
    },
  };
}

/** Beside the portal's bundle, `pages.json`: the files each page needs beyond the first script; and in the service worker the name of this build. */
function tellPages(face: Face): Plugin {
  return {
    name: 'minzheng-page-files',
    // after the scripts that hold nothing but a style sheet were taken out
    enforce: 'post',
    generateBundle: { order: 'post', handler(_, bundle) {
      if (face !== 'portal') return;
      const first = Object.values(bundle).find((one): one is Rolldown.OutputChunk => one.type === 'chunk' && one.isEntry && one.name === 'index');
      const known = new Set(first === undefined ? [] : neededBy(first, bundle));
      const pages = collectPages(ROOT, face).map(({ file, meta }) => {
        const chunk = Object.values(bundle).find((one): one is Rolldown.OutputChunk => one.type === 'chunk' && one.facadeModuleId === join(ROOT, file));
        return { path: meta.path, files: chunk === undefined ? [] : neededBy(chunk, bundle).filter((needed) => !known.has(needed)) };
      });
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(pages) });
      const worker = bundle[SERVICE_WORKER];
      if (worker?.type === 'chunk') worker.code = worker.code.replaceAll('{build}', createHash('sha256').update(Object.keys(bundle).toSorted().join()).update(readFileSync(join(ROOT, 'src/web/portal/index.html'))).digest('hex').slice(0, 12));
    } },
  };
}

/** A chunk, all it imports, and their style sheets. */
function neededBy(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, seen = new Set<string>()): string[] {
  if (seen.has(chunk.fileName)) return [];
  seen.add(chunk.fileName);
  const styles = [...(chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? []];
  for (const style of styles) seen.add(style);
  for (const name of chunk.imports) {
    const next = bundle[name];
    if (next?.type === 'chunk') neededBy(next, bundle, seen);
  }
  return [...seen];
}

/** What many pages use comes in one file: on a slow line each further file costs as much as ten thousand letters. */
const SHARED = [{ name: 'base', test: /(node_modules|src\/(web|kernel))\/.*\.(m?js|tsx?)$/, minShareCount: 9 }];

/** How one face is built: portal at `/`, workbench at `/workbench/`. No inline script, so that a strict CSP holds. */
export function faceConfig(face: Face, outDir = join(ROOT, 'dist', face)): InlineConfig {
  return {
    configFile: false,
    root: join(ROOT, 'src/web', face),
    base: face === 'portal' ? '/' : '/workbench/',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), pageList(face), tellPages(face)],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
      ...(face === 'portal' ? { rolldownOptions: { input: { index: join(ROOT, 'src/web/portal/index.html'), 'service-worker': join(ROOT, 'src/web/portal/shell/service-worker.ts') }, output: { codeSplitting: { groups: SHARED }, entryFileNames: ({ name }: { readonly name: string }) => (name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js') } } } : {}),
    },
    server: { fs: { allow: [ROOT] } },
  };
}

/** `vite --mode portal` serves one face alone; any other use of this file (vitest) gets nothing from it. */
export default defineConfig(({ mode }) => (mode === 'portal' || mode === 'workbench' ? faceConfig(mode) : {}));
