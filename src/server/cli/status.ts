import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegistry } from '../../kernel/registry/find-declarations.ts';
import { readStatus, type RowStatus } from './read-status.ts';

const README = join(import.meta.dirname, '..', '..', '..', 'README.md');

/** The README with its status table as worked out now. */
function withStatus(readme: string, rows: readonly RowStatus[]): string {
  const shown = rows.filter((row) => row.covered || row.works !== 'no');
  const words = { no: 'declared', first: 'first', whole: 'whole' } as const;
  const table = [
    '| row | what | works | tests | pages | figures bound |', '|---|---|---|---|---|---|',
    ...shown.map((row) => `| ${row.id} | ${row.name} | ${words[row.works]} | ${row.tests} | ${row.screens} | ${row.figures.bound} of ${row.figures.all} |`),
    '', `${rows.length} rows in the catalogue: ${rows.filter((row) => row.works === 'whole').length} whole, ${rows.filter((row) => row.works === 'first').length} at \`first\`, ${rows.filter((row) => row.works === 'no').length} not yet.`,
  ].join('\n');
  return readme.replace(/<!-- status -->[\s\S]*<!-- \/status -->/, `<!-- status -->\n${table}\n<!-- /status -->`);
}

const help = `用法：npm run status [-- --json]
  目录里的 238 个系统各做到哪里：由最近一次 npm test 通过的测试、浏览器里有数据的页面、连上的指标算出来，不手写。
  --json     [{ id, covered, works: no|first|whole, tests, screens, … }]
  --readme   把结果写进 README.md 的状态表`;

if (process.argv.includes('--help')) {
  process.stdout.write(`${help}\n`);
} else {
  const rows = readStatus(join(import.meta.dirname, '..', '..', '..'), await loadRegistry());
  if (process.argv.includes('--readme')) {
    writeFileSync(README, withStatus(readFileSync(README, 'utf8'), rows));
  } else if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
  } else {
    for (const row of rows.filter((r) => r.covered || r.works !== 'no')) {
      process.stdout.write(`${row.id} ${row.name}：${{ no: '未证明', first: '可用', whole: '完整' }[row.works]}，测试 ${row.tests}，页面 ${row.screens}，指标 ${row.figures.bound}/${row.figures.all}\n`);
    }
    process.stdout.write(`共 ${rows.length} 个系统，${rows.filter((r) => r.works !== 'no').length} 个可用，其中 ${rows.filter((r) => r.works === 'whole').length} 个完整\n`);
  }
}
