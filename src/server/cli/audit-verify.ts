import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyAudit, type AuditReport } from '../../kernel/audit/verify.ts';
import { withDatabase } from './with-database.ts';

const help = `用法：npm run audit:verify -- [--city 442000] [--heads 文件]…
  把每座城市的全部记录重读一遍：操作和查看记录的签名、每一行的摘要、封存块与前块的相连、库外留存的块头。
  发现被改、被加、被删的行，调换的次序，被截去的尾部，整本改写，或者换回旧的副本，就逐条写出来。
  --city   只查一座城市
  --heads  再和别处留存的块头文件对一遍（要同时写 --city）；AUDIT_HEADS_TO 指的文件夹会自动对
  退出码：0 全部相符；1 有不符；2 没有查成。
  平台开着也可以查。DATA_DIR、DATABASE_URL 与 npm start 相同。`;

const { values } = parseArgs({ options: { help: { type: 'boolean' }, city: { type: 'string' }, heads: { type: 'string', multiple: true } } });
if (values.help) process.stdout.write(`${help}\n`);
else await run().catch((error: unknown) => { process.stderr.write(`没有查成：${error instanceof Error ? error.message : String(error)}\n`); process.exitCode = 2; });

async function run(): Promise<void> {
  const missing = values.heads?.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`没有这个块头文件：${missing}`);
  if (values.heads && values.city === undefined) throw new Error('块头是一座城市的：请同时写 --city');
  await withDatabase(async (cities) => {
    const chosen = [...cities.values()].filter((city) => values.city === undefined || city.code === values.city);
    if (chosen.length === 0) throw new Error(`没有代码为 ${values.city} 的城市`);
    for (const city of chosen) {
      const report = await verifyAudit(city, values.heads);
      process.stdout.write(`${city.name}：${tell(report)}\n`);
      for (const finding of report.findings) process.stdout.write(`  ${finding}\n`);
      if (report.found > 0) process.exitCode = 1;
    }
  });
}

function tell({ commands, readings, sealedRows, blocks, unsealed, found, seconds }: AuditReport): string {
  const rows = commands + readings + sealedRows;
  const speed = `${seconds.toFixed(1)} 秒，每秒 ${Math.round(rows / Math.max(seconds, 0.001)).toLocaleString('en-US')} 行`;
  return `${commands} 项操作，${readings} 条查看记录，${sealedRows} 行，${blocks} 个封存块，${unsealed} 条待封存，${speed}；${found === 0 ? '全部相符' : `${found} 处不符`}`;
}
