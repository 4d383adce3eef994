import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { namePinyin } from './src/kernel/values/pinyin.ts';
import { collectPages, type Face } from './src/server/collect-pages.ts';

const ROOT = import.meta.dirname;
const PAGES = 'virtual:pages';

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

/** How one face is built: portal at `/`, workbench at `/workbench/`. No inline script, so that a strict CSP holds. */
export function faceConfig(face: Face, outDir = join(ROOT, 'dist', face)): InlineConfig {
  return {
    configFile: false,
    root: join(ROOT, 'src/web', face),
    base: face === 'portal' ? '/' : '/workbench/',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), pageList(face)],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
    },
    server: { fs: { allow: [ROOT] } },
  };
}

/** `vite --mode portal` serves one face alone; any other use of this file (vitest) gets nothing from it. */
export default defineConfig(({ mode }) => (mode === 'portal' || mode === 'workbench' ? faceConfig(mode) : {}));
