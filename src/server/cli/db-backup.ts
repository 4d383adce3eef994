import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readKeyFile, keyFile } from '../../kernel/db/key-file.ts';
import { PlainProblem } from '../../kernel/db/backup/plain-problem.ts';
import { noteBackup } from '../../kernel/operations/last-backup.ts';
import { writeBackup } from '../../kernel/db/backup/write-backup.ts';
import { dataDir, withDatabaseUrl } from './with-database.ts';

const help = `用法：npm run db:backup -- 文件 [--with-keys 密钥文件]
  把全部城市备份成一个压缩文件：同一时刻的数据、上传的材料、编号、库外块头。平台开着照样备份，一致。
  文件写完、落了盘才有正式的名字；中途断了不留半个。同名文件不覆盖。
  --with-keys  另写一个密钥备份。密钥平时不在备份里：两样在一处，谁拿到都能看全部证件号、能伪造记录。请分两处存。
  内置数据库和 PostgreSQL 15 以上的服务器都行。DATA_DIR、DATABASE_URL 与 npm start 相同；登录要能越过行保护（超级用户或 BYPASSRLS）。
  恢复：npm run db:restore -- --help`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' }, 'with-keys': { type: 'string' } } });
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

if (values.help) process.stdout.write(`${help}\n`);
else await run().catch((error: unknown) => {
  process.stderr.write(`没有备份成：${error instanceof PlainProblem ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const [file] = positionals;
  const keysTo = values['with-keys'];
  if (file === undefined) throw new PlainProblem(`没有写备份到哪个文件\n${help}`);
  if (keysTo !== undefined && existsSync(keysTo)) throw new PlainProblem(`${keysTo} 已经有了：请换一个名字`);
  const { header, manifest, bytes, seconds } = await withDatabaseUrl((databaseUrl) => writeBackup(file, { databaseUrl, dataDir: dataDir(), now: new Date(), signal: stop.signal }));
  noteBackup(dataDir(), { at: new Date().toISOString(), bytes, seconds: Math.round(seconds) });
  process.stdout.write(`已备份到 ${file}：${header.cities.map((city) => city.name).join('、')}，${manifest.rows.toLocaleString('en-US')} 行，${(bytes / 1e6).toFixed(1)} MB，${seconds.toFixed(1)} 秒\n内容指纹 ${manifest.contentHash}\n`);
  if (keysTo === undefined) {
    process.stdout.write(`密钥不在里面：${header.cities.map((city) => `${keyFile({ dataDir: dataDir(), code: city.code })}（${Object.keys(city.keys).join('、')}）`).join('、')}。没有它们，证件号和账号恢复了也打不开；请另外备份，和这个文件分开存\n`);
    return;
  }
  const keys = Object.fromEntries(header.cities.map((city) => [city.code, readKeyFile(keyFile({ dataDir: dataDir(), code: city.code }))]));
  writeFileSync(keysTo, `${JSON.stringify({ format: 'minzheng-keys', keys }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  process.stdout.write(`密钥已另存到 ${keysTo}。注意：谁同时拿到这两个文件，谁就能看全部证件号、账号，能伪造操作记录。请马上挪到另一处，按机密保管\n`);
}
