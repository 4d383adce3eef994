import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A browser that came with the npm packages: nothing of it is taken from the machine but the C library. */
export interface NpmBrowser {
  executablePath: string;
  /** Environment it must be started with. */
  env: Record<string, string>;
}

/**
 * Unpacks Chromium of `@sparticuz/chromium` (170 MB, some seconds, once a version and user) together with what a bare
 * Debian lacks: the libraries the package keeps for Amazon Linux (NSS, expat), and a Chinese font.
 */
export function provideNpmBrowser(): NpmBrowser {
  const here = createRequire(import.meta.url);
  const chromium = dirname(dirname(here.resolve('@sparticuz/chromium')));
  const fonts = dirname(here.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const { version } = JSON.parse(readFileSync(join(chromium, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `minzheng-browser-${version}-${process.getuid?.() ?? 0}`);
  if (!isOurs(folder)) unpack(join(chromium, 'bin'), fonts, folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf'), HOME: folder },
  };
}

/** A folder with a guessable name in /tmp might be another's: then nothing in it is run. */
function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return false;
  if (statSync(folder).uid !== (process.getuid?.() ?? 0)) throw new Error(`${folder} belongs to another user; remove it or set TMPDIR.`);
  return true;
}

/** Unpacks beside the final place and renames, so that two runs at once, or one broken off, leave a whole browser. */
function unpack(bin: string, fonts: string, folder: string): void {
  const half = mkdtempSync(`${folder}.`);
  writeFileSync(join(half, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))), { mode: 0o700 });
  for (const archive of ['al2023', 'swiftshader', 'fonts']) {
    const input = brotliDecompressSync(readFileSync(join(bin, `${archive}.tar.br`)));
    const run = spawnSync('tar', ['-xf', '-', '--no-same-owner', '-C', half], { input });
    if (run.status !== 0) throw new Error(`Could not unpack ${archive}.tar.br: ${run.error?.message ?? run.stderr.toString()}`);
  }
  for (const weight of ['400Regular', '700Bold']) cpSync(join(fonts, weight), join(half, 'fonts', weight), { recursive: true });
  writeFileSync(join(half, 'fonts.conf'), describeFonts(folder));
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Offers Noto Sans SC (regular and bold) and Open Sans and nothing else, so that pages look alike on every machine. */
function describeFonts(folder: string): string {
  const fallbacks = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (family) => `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family><family>Open Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}/fonts</dir>
${fallbacks.join('\n')}
<cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}
