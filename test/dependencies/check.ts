import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed, judgeLock, listUnused } from './judge.ts';
import { NOT_NAMED, UNCLEAR } from './looked-up.ts';
import { licenceOf, readLock, type Locked } from './read-lock.ts';

// `npm run check:dependencies`: versions, hashes, scripts, licences, what is unused, known holes. `-- --write` writes the list of notices anew.
const ROOT = join(import.meta.dirname, '..', '..');
const NOTICES = join(ROOT, 'docs/third-party.md');
const AUDITED = join(import.meta.dirname, 'last-audit.json');
/** The registry has so long to answer, ms. */
const PATIENCE_MS = 20_000;

const { manifest, locked } = readLock(ROOT);
const shipped = locked.filter((one) => !one.dev && !one.devOptional && !one.link);
const wrong = [...judgeLock(manifest, locked), ...judgeLicences(), ...judgeUse(), ...judgeNotices(), ...auditHoles()];
for (const line of wrong) console.error(line);
for (const [name, why] of Object.entries({ ...UNCLEAR, ...NOT_NAMED })) console.warn(`⚠ ${name}：${why}`);
console.log(`依赖：锁定 ${locked.length} 个，随平台运行 ${shipped.length} 个，${wrong.length} 处不合`);
process.exit(wrong.length === 0 ? 0 : 1);

function judgeLicences(): string[] {
  return shipped.filter((one) => !(one.name in UNCLEAR) && !isAllowed(licenceOf(ROOT, one))).map((one) => `${one.path}：许可证 "${licenceOf(ROOT, one)}" 不在允许的单子里（test/dependencies/judge.ts）；换一个，或查清后列入`);
}

function judgeUse(): string[] {
  const files = globSync(['src/**/*.{ts,tsx,mjs,css,html}', 'test/**/*.{ts,tsx,cjs}', 'demo/**/*.ts', 'bench/**/*.ts', 'data/**/*.ts', 'docs/**/*.ts', '*.config.ts', 'tsconfig.json'], { cwd: ROOT });
  const sources = files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  const programs = new Map(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }).map((name) => [name, programsOf(name)]));
  return listUnused(manifest, sources, programs).filter((name) => !(name in NOT_NAMED)).map((name) => `${name}：没有一处用到；从 package.json 删去`);
}

function programsOf(name: string): string[] {
  const file = join(ROOT, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return [];
  const { bin } = JSON.parse(readFileSync(file, 'utf8')) as { bin?: string | Record<string, string> };
  return typeof bin === 'string' ? [name] : Object.keys(bin ?? {});
}

/** The list of what runs with the platform, under which licence: handed on with it. */
function judgeNotices(): string[] {
  const line = (one: Locked): string => `| ${one.name} | ${one.version} | ${licenceOf(ROOT, one) || '没有写'} |`;
  const text = `# 随平台运行的第三方软件\n\n由 \`npm run check:dependencies -- --write\` 生成。各自的版权声明和许可证全文在 \`node_modules/<名称>\` 里，随平台一起交付时不要删。\n\n| 名称 | 版本 | 许可证 |\n|---|---|---|\n${[...new Set(shipped.map(line))].toSorted().join('\n')}\n`;
  if (process.argv.includes('--write')) writeFileSync(NOTICES, text);
  return existsSync(NOTICES) && readFileSync(NOTICES, 'utf8') === text ? [] : ['docs/third-party.md 和锁文件对不上；运行 npm run check:dependencies -- --write'];
}

/** Known holes of what is shipped, where the registry knows of any. Where it has no such service nothing was looked at, and that is said aloud. */
function auditHoles(): string[] {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8', timeout: PATIENCE_MS });
  const counts = countsOf(stdout);
  const last = existsSync(AUDITED) ? JSON.parse(readFileSync(AUDITED, 'utf8')) as { on: string } : undefined;
  if (!counts) {
    console.warn(`⚠ 未核查：软件源不提供漏洞核查（npm audit 没有答复）。上一次真正核查：${last?.on ?? '从未'}。请在能连到 registry.npmjs.org 的机器上运行 npm audit --omit=dev`);
    return [];
  }
  if (process.argv.includes('--write')) writeFileSync(AUDITED, `${JSON.stringify({ on: new Date().toISOString().slice(0, 10), ...counts })}\n`);
  return counts.high + counts.critical > 0 ? [`npm audit：严重 ${counts.critical} 处，高危 ${counts.high} 处；见 npm audit --omit=dev`] : [];
}

function countsOf(text: string): { high: number; critical: number } | undefined {
  try {
    const { metadata } = JSON.parse(text) as { metadata?: { vulnerabilities?: { high: number; critical: number } } };
    return metadata?.vulnerabilities && { high: metadata.vulnerabilities.high, critical: metadata.vulnerabilities.critical };
  } catch {
    return undefined;
  }
}
