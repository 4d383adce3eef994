import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from '../src/server/build-web.ts';
import { countResults, type Counts, type VitestReport } from './harness/count-results.ts';

const ROOT = join(import.meta.dirname, '..');
const REPORT = join(ROOT, 'test/.artifacts/vitest.json');
/** The whole of the tests is to stay under fifteen minutes on two quiet cores; what takes much longer hangs. */
const LIMIT_MS = 15 * 60_000;

if (process.argv.includes('--help')) {
  console.log(`npm test：先查（类型、写法、依赖方向），再跑全部测试（含浏览器里的）。最后一行：N passed, N failed
npm test -- 路径或选项   只跑这些测试（选项交给 vitest），不查`);
  process.exit(0);
}

// the many processes that tests start need not compile the same sources each time
process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'test/.artifacts/compiled');

const began = performance.now();
const words = process.argv.slice(2);
// the bundles are made once, before two journeys ask for them at the same moment
if (words.length === 0) await buildWeb();
const results: Counts[] = words.length === 0 ? await runChecks() : [];
results.push(await runVitest(words));

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Each `check:…` script of package.json counts as one; all run, though one fails. */
async function runChecks(): Promise<Counts[]> {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  const counts: Counts[] = [];
  for (const name of checks) {
    const isFine = (await run('npm', ['run', '-s', name])) === 0;
    console.log(`${isFine ? '✓' : '✗'} ${name}`);
    counts.push({ passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 });
  }
  return counts;
}

async function runVitest(words: string[]): Promise<Counts> {
  mkdirSync(join(ROOT, 'test/.artifacts'), { recursive: true });
  rmSync(REPORT, { force: true });
  const program = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const code = await run(process.execPath, [program, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...words]);
  const report = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, 'utf8')) as VitestReport) : undefined;
  const counts = countResults(report, code);
  for (const problem of counts.problems) console.log(`✗ ${problem}`);
  return counts;
}

/** Runs a program with our terminal; it is ended when the time for everything is up. */
function run(program: string, words: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: ROOT, stdio: 'inherit' });
    const timer = setTimeout(
      () => {
        console.error(`${program} ${words[0]}: the tests took longer than ${LIMIT_MS / 60_000} minutes and were ended`);
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
      },
      LIMIT_MS - (performance.now() - began),
    );
    child.once('error', (error) => {
      clearTimeout(timer);
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}
