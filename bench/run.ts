import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './harness/bench.ts';
import { findBenches } from './harness/find-benches.ts';
import { openStage } from './harness/open-stage.ts';
import { keepReport, tellReport, writeTable, type BenchReport } from './harness/report.ts';
import { describeSurroundings } from './harness/surroundings.ts';

const TABLE = join(import.meta.dirname, '..', 'docs', 'bench.md');
const HELP = `用法：npm run bench -- --list            有哪些测速，各承诺什么
      npm run bench -- NAME [NAME …]     跑，结果存入 bench/results/NAME.json（--all：全部）
                       --json            只输出结果（JSON）
                       --rows N          用 N 户（或 N 行），不存结果
                       --small           几秒的小样，只看还能不能跑，不存结果
      npm run bench -- --table           用存下的结果写 docs/bench.md
每次自带一个数据库（逐笔落盘）；设 BENCH_DATABASE_URL 用别的空库。旁边写着同一次运行里数据库本身写同样的行要多久。`;

const words = process.argv.slice(2);
const has = (word: string): boolean => words.includes(`--${word}`);
const rowsAt = words.indexOf('--rows');
const rows = rowsAt < 0 ? undefined : Number(words[rowsAt + 1]);
const names = words.filter((word, at) => !word.startsWith('--') && (rowsAt < 0 || at !== rowsAt + 1));
const tell = (line: string): void => { process.stderr.write(`${line}\n`); };

async function runBench(bench: Bench): Promise<BenchReport> {
  const stage = openStage({ small: has('small'), ...(rows === undefined ? {} : { rows }), say: tell });
  try {
    const outcome = await bench.run(stage);
    const surroundings = await describeSurroundings(await stage.startedUrl());
    return { id: bench.id, title: bench.title, promise: bench.promise, ranOn: new Date().toISOString(), surroundings, ...outcome };
  } finally {
    await stage.close();
  }
}

const benches = await findBenches();
if (has('list')) for (const bench of benches) console.log(`${bench.id.padEnd(16)} ${bench.title}：${bench.promise}`);
else if (has('table')) writeFileSync(TABLE, writeTable(benches));
else if (has('help') || (names.length === 0 && !has('all'))) console.log(HELP);
else {
  const unknown = names.filter((name) => !benches.some((bench) => bench.id === name));
  if (unknown.length > 0) throw new Error(`没有叫 ${unknown.join('、')} 的测速，见 --list`);
  const reports: BenchReport[] = [];
  for (const bench of benches.filter((one) => has('all') || names.includes(one.id))) {
    const report = await runBench(bench);
    reports.push(report);
    if (!has('small') && rows === undefined) keepReport(report);
    if (!has('json')) console.log(tellReport(report));
  }
  if (has('json')) console.log(JSON.stringify(names.length === 1 ? reports[0] : reports, null, 1));
}
