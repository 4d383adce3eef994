import { parseArgs } from 'node:util';
import { beginNewKey, listKeyUse, rekeyAll, retire } from '../../kernel/audit/rekey/change-keys.ts';
import type { City } from '../../kernel/db/city.ts';
import { withDatabase } from './with-database.ts';

const help = `用法：npm run keys:rotate -- [--city 442000] [--resume | --retire k1 | --status]
  换密钥：在密钥文件里加一把新的，从此加密、查找、签名都用它；然后把旧密钥加密的值一批一批重写。
  平台开着照样换：各进程自己看到密钥文件变了，不用重启；旧值随时读得出、查得到。
  中途停了（Ctrl-C、断电）不要紧：已写的算数，再跑 --resume 接着写。
  不写选项   加新密钥，再重写
  --resume   不加新密钥，只把还在旧密钥下的值写完
  --retire   收回一把旧密钥：还有值用着它就不收，并写出是哪些；收回后只留下核对当年记录的部分
  --status   每把密钥还有多少值在用
  --city     只换一座城市；不写就是全部
  换之前、换之后都请备份密钥文件（DATA_DIR/keys/城市.json）：旧的数据备份只有配当时的密钥文件才打得开。
  收款账号的指纹是签过名的花名册的一部分，一直用第一把密钥；账号本身照样换。`;

const { values } = parseArgs({ options: { help: { type: 'boolean' }, city: { type: 'string' }, resume: { type: 'boolean' }, retire: { type: 'string' }, status: { type: 'boolean' } } });
let stopped = false;
process.on('SIGINT', () => { stopped = true; });
process.on('SIGTERM', () => { stopped = true; });
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

if (values.help) say(help);
else await run().catch((error: unknown) => { process.stderr.write(`没有换成：${error instanceof Error ? error.message : String(error)}\n`); process.exitCode = 1; });

async function run(): Promise<void> {
  await withDatabase(async (cities) => {
    const chosen = [...cities.values()].filter((city) => values.city === undefined || city.code === values.city);
    if (chosen.length === 0) throw new Error(`没有代码为 ${values.city} 的城市`);
    for (const city of chosen) {
      if (values.status) await tellUse(city);
      else if (values.retire !== undefined) await tellRetired(city, values.retire);
      else await change(city);
    }
  });
}

async function change(city: City): Promise<void> {
  if (!values.resume) say(`${city.name}：新密钥 ${await beginNewKey(city)} 已启用，原来的仍可读`);
  const began = performance.now();
  const { values: done, spoilt } = await rekeyAll(city, (count) => { if (count % 20_000 < 1_000) say(`${city.name}：已重写 ${count.toLocaleString('en-US')} 个值`); }, { stop: () => stopped });
  const seconds = (performance.now() - began) / 1000;
  say(`${city.name}：${stopped ? '停下，' : ''}重写了 ${done.toLocaleString('en-US')} 个值，${seconds.toFixed(1)} 秒${stopped ? '；再跑 --resume 接着写' : ''}`);
  for (const one of spoilt) say(`  表 ${one.table}：操作 ${one.command} 写的行已经不是签过名的样子，没有重写。请先跑 npm run audit:verify`);
  if (stopped || spoilt.length > 0) process.exitCode = 1;
}

async function tellUse(city: City): Promise<void> {
  const use = await listKeyUse(city);
  say(`${city.name}：现用 ${city.keys.current}，文件里有 ${city.keys.ids.join('、')}`);
  for (const [table, keys] of Object.entries(use)) {
    const counts = Object.entries(keys).map(([id, count]) => `${id} ${count.toLocaleString('en-US')} 个`);
    if (counts.length > 0) say(`  ${table}：${counts.join('，')}`);
  }
}

const WHY = { unknown: '密钥文件里没有它', current: '现在正用它加密，先换一把新的', retired: '已经收回了' } as const;

async function tellRetired(city: City, id: string): Promise<void> {
  const outcome = await retire(city, id);
  if (outcome.ok) { say(`${city.name}：密钥 ${id} 已收回，只留下核对当年记录的部分。收回之前的数据备份，要配那时备份的密钥文件才打得开`); return; }
  process.exitCode = 1;
  if (outcome.why !== 'in-use') say(`${city.name}：不能收回 ${id}：${WHY[outcome.why]}`);
  else say(`${city.name}：不能收回 ${id}，还有值用着它：${outcome.left.map((one) => `${one.table} ${one.values} 个`).join('、')}。请先跑 npm run keys:rotate -- --resume`);
}
