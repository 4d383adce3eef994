import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hardware, readWords, type Drill, type DrillOutcome } from './drill.ts';

const HERE = import.meta.dirname;
const names = globSync('*.ts', { cwd: HERE }).map((file) => basename(file, '.ts')).filter((name) => name !== 'run' && name !== 'drill').toSorted();
const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('--'));
const asked = firstOption < 0 ? words : words.slice(0, firstOption);
const unknown = asked.find((name) => !names.includes(name));

if (words.includes('--help') || words.includes('--list') || unknown !== undefined) {
  if (unknown !== undefined) console.log(`没有叫 ${unknown} 的长测。`);
  console.log(`npm run test:slow：全部长测，一个接一个；npm run test:slow -- 名称 … [--选项 值]：只跑这些
每个的结果写入 test/slow/results/名称.json。有：${names.join('、')}`);
  process.exit(unknown === undefined ? 0 : 2);
}

let failed = 0;
const chosen = asked.length === 0 ? names : asked;
for (const name of chosen) if (!(await runDrill(name))) failed += 1;
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
// a drill's database and browsers are its own to end; nothing of it may keep the next from starting
process.exit(failed === 0 ? 0 : 1);

/** One drill from begin to end; its result is kept unless it was only a part. */
async function runDrill(name: string): Promise<boolean> {
  const { default: drill } = await import(join(HERE, `${name}.ts`)) as { default: Drill };
  console.log(`— ${name}: ${drill.proves}`);
  const when = new Date().toISOString();
  const began = performance.now();
  const outcome = await drill.run(readWords(firstOption < 0 ? [] : words.slice(firstOption))).catch((fault: unknown): DrillOutcome => {
    console.error(fault);
    return { failures: [`the drill itself broke: ${fault instanceof Error ? fault.name : 'fault'}`], numbers: {}, partial: true };
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const passed = outcome.failures.length === 0;
  for (const failure of outcome.failures) console.log(`✗ ${failure}`);
  if (!outcome.partial) {
    mkdirSync(join(HERE, 'results'), { recursive: true });
    const result = { drill: name, proves: drill.proves, when, seconds, passed, failures: outcome.failures.slice(0, 50), hardware: hardware(), numbers: outcome.numbers };
    writeFileSync(join(HERE, 'results', `${name}.json`), `${JSON.stringify(result, null, 1)}\n`);
  }
  console.log(`${passed ? '✓' : '✗'} ${name}, ${seconds} s: ${JSON.stringify(Object.fromEntries(Object.entries(outcome.numbers).filter(([, value]) => typeof value !== 'object')))}`);
  return passed;
}
