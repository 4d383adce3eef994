import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainProblem } from '../../kernel/db/backup/plain-problem.ts';
import { readBackup } from '../../kernel/db/backup/read-backup.ts';
import { keyFile } from '../../kernel/db/key-file.ts';
import { dataDir, withDatabaseUrl } from './with-database.ts';

const help = `用法：npm run db:restore -- 文件 [--into postgres://…] [--keys 密钥备份] [--replace-heads]
  把 npm run db:backup 写的文件恢复到空的数据库：建表、写入、编号、库外块头，再全部读一遍，内容指纹和备份时一样才算成。
  备份比程序旧：恢复后自动补做后来的数据库改动。没有恢复成，数据库还是空的。
  --into           写进哪个数据库（要先建好、是空的）；不写就是 DATABASE_URL，再不写就是 DATA_DIR 里的内置数据库
  --keys           密钥备份文件（db:backup --with-keys 写的）：DATA_DIR 里没有密钥文件时放进去；有的不动
  --replace-heads  这里的库外块头比备份新时也恢复：承认后面的操作丢了，原来的块头改名留着
  恢复以后请跑 npm run audit:verify。`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' }, into: { type: 'string' }, keys: { type: 'string' }, 'replace-heads': { type: 'boolean' } } });

if (values.help) process.stdout.write(`${help}\n`);
else await run().catch((error: unknown) => {
  process.stderr.write(`没有恢复成：${error instanceof PlainProblem ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const [file] = positionals;
  if (file === undefined) throw new PlainProblem(`没有写从哪个文件恢复\n${help}`);
  if (!existsSync(file)) throw new PlainProblem(`没有这个文件：${file}`);
  if (values.keys !== undefined) placeKeys(values.keys);
  if (values.into !== undefined) process.env['DATABASE_URL'] = values.into;
  const { header, manifest, newer, seconds } = await withDatabaseUrl((databaseUrl) => readBackup(file, { databaseUrl, dataDir: dataDir(), replaceHeads: values['replace-heads'] ?? false }));
  process.stdout.write(`已恢复：${header.cities.map((city) => city.name).join('、')}，${manifest.rows.toLocaleString('en-US')} 行，${seconds.toFixed(1)} 秒；内容指纹与备份时一样 ${manifest.contentHash}\n`);
  if (newer.length > 0) process.stdout.write(`备份比程序旧，补做了 ${newer.length} 项数据库改动\n`);
  process.stdout.write('请接着跑 npm run audit:verify\n');
}

/** Keys that are here already stay: values of this installation may rest on them. */
function placeKeys(path: string): void {
  if (!existsSync(path)) throw new PlainProblem(`没有这个密钥备份：${path}`);
  const { format, keys } = JSON.parse(readFileSync(path, 'utf8')) as { format?: string; keys?: Record<string, object> };
  if (format !== 'minzheng-keys' || !keys) throw new PlainProblem(`${path} 不是密钥备份`);
  for (const [code, stored] of Object.entries(keys)) {
    const to = keyFile({ dataDir: dataDir(), code });
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    writeFileSync(to, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
}
