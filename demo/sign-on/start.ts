import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoStaff } from '../seed/staff.ts';
import { startIdentityProvider, type KnownPerson } from './provider.ts';

const help = `用法：npm run -s demo:sign-on -- [--data DATA_DIR] [--address 平台的地址] [--second-factor] [--no-passwords]
  演示用的统一认证：市政务（工作人员）和省（居民）各一个。启动后把设置写进 DATA_DIR/sign-on.json（默认 .data），
  平台不用重启，登录页马上有按钮；Ctrl-C 停下，设置收回。人是假的，不问密码。
  --address        浏览器打开平台的地址，默认 http://127.0.0.1:8080
  --second-factor  中山市的签批、付款岗位一律要动态验证码
  --no-passwords   中山市停用密码登录，只留应急管理员 admin`;

const args = process.argv.slice(2);
const option = (name: string, otherwise: string): string => { const at = args.indexOf(name); return at < 0 ? otherwise : (args[at + 1] ?? otherwise); };

const staff: readonly KnownPerson[] = [
  ...demoStaff.filter((one) => one.city === '442000').map((one) => ({ id: one.login, title: `${one.name}，${one.what}`, claims: { account_name: one.login, name: one.name } })),
  { id: 'newcomer', title: '赵新来，统一认证有、平台没有开通的人', claims: { account_name: 'newcomer', name: '赵新来' } },
];
/** 陈秀英 is on the register of the demo; the others are not, or not verified. */
const residents: readonly KnownPerson[] = [
  { id: 'chen', title: '陈秀英，已经实名', claims: { id_number: '442099195801024423', name: '陈秀英', real_name: 'verified' } },
  { id: 'unverified', title: '陈秀英，还没有实名', claims: { id_number: '442099195801024423', name: '陈秀英', real_name: 'unverified' } },
  { id: 'unknown', title: '黄志强，没有登记过的居民', claims: { id_number: '442099195301023010', name: '黄志强', real_name: 'verified' } },
];

async function start(): Promise<void> {
  const address = option('--address', 'http://127.0.0.1:8080').replace(/\/$/, '');
  const file = resolve(join(option('--data', process.env['DATA_DIR'] ?? '.data'), 'sign-on.json'));
  if (existsSync(file) && !readFileSync(file, 'utf8').includes('"demo-')) throw new Error(`${file} 是单位自己的设置，不动它`);
  const backTo = [`${address}/api/sso/back`];
  const secret = 'demo-secret-that-protects-nothing-0001';
  const bureau = await startIdentityProvider({ title: '市政务统一身份认证（演示）', people: staff, clients: [{ id: 'demo-minzheng', secret, backTo, leaveTo: [`${address}/workbench/`] }] });
  const province = await startIdentityProvider({ title: '省统一身份认证（演示）', people: residents, clients: [{ id: 'demo-minzheng', secret, backTo, leaveTo: [`${address}/`] }] });
  const common = { clientId: 'demo-minzheng', clientSecret: secret, scope: 'openid identity' };
  const settings = { '442000': {
    address,
    providers: [
      { id: 'bureau', kind: 'staff', title: '市政务统一身份认证', issuer: bureau.issuer, accountClaim: 'account_name', ...common },
      { id: 'province', kind: 'resident', title: '省统一身份认证', issuer: province.issuer, idNumberClaim: 'id_number', verified: { claim: 'real_name', values: ['verified'] }, ...common },
    ],
    ...(args.includes('--no-passwords') ? { passwords: { staff: 'break-glass', residents: 'all' }, breakGlass: ['admin'] } : {}),
    secondFactor: { required: args.includes('--second-factor') },
  } };
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  process.stdout.write(`市政务统一身份认证：${bureau.issuer}\n省统一身份认证：${province.issuer}\n设置写在 ${file}，停下时收回。打开 ${address}/workbench/ 或 ${address}/sign-in 试。\n`);
  const end = async (): Promise<void> => { rmSync(file, { force: true }); await Promise.all([bureau.stop(), province.stop()]); process.exit(0); };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

if (args.includes('--help')) process.stdout.write(`${help}\n`);
else await start();
