import { verifyAudit } from '../../kernel/audit/verify.ts';
import { withDatabase } from './with-database.ts';

const help = `用法：npm run audit:verify
  把每座城市的全部操作记录重读一遍：签名、每一行的摘要、封存块与库外留存的块头。
  发现被改、被加、被删的行，被截去的尾部，或整本改写，就逐条写出来，退出码 1。
  平台开着也可以查。DATA_DIR、DATABASE_URL 与 npm start 相同。`;

if (process.argv.includes('--help')) {
  process.stdout.write(`${help}\n`);
} else {
  await withDatabase(async (cities) => {
    let wrong = 0;
    for (const city of cities.values()) {
      const report = await verifyAudit(city);
      wrong += report.findings.length;
      process.stdout.write(`${city.name}：${report.commands} 项操作，${report.sealedRows} 行，${report.blocks} 个封存块，${report.unsealed} 项待封存，${report.findings.length === 0 ? '全部相符' : `${report.findings.length} 处不符`}\n`);
      for (const finding of report.findings) process.stdout.write(`  ${finding}\n`);
    }
    process.exitCode = wrong > 0 ? 1 : 0;
  });
}
