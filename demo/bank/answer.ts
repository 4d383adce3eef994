import { readFileSync } from 'node:fs';
import { makeReturnFile } from './make-return-file.ts';

const help = `用法：npm run -s demo:bank -- 代发文件 [--fail N] > 回盘文件
  演示银行：读代发文件，逐笔回盘。--fail N 让开头的 N 笔退回（账户已销、户名不符、银行系统原因轮流）。`;

const [file, ...options] = process.argv.slice(2);
if (!file || file === '--help') {
  process.stdout.write(`${help}\n`);
} else {
  const fail = options[0] === '--fail' ? Number(options[1]) : 0;
  const codes = ['E001', 'E002', 'E099'];
  const failing = Array.from({ length: fail }, (_, i) => ({ seq: i + 1, code: codes[i % codes.length] ?? 'E099' }));
  process.stdout.write(makeReturnFile(readFileSync(file), failing, new Date().toISOString().slice(0, 19)));
}
