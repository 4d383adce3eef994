import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../../src/kernel/access/caller.ts';
import { openCity } from '../../../src/kernel/db/city.ts';
import { command } from '../../../src/kernel/db/command.ts';
import importDeclaration from '../../../src/kernel/records/own/commands/import-declaration.ts';
import { buildApp } from '../../../src/server/app.ts';
import { findDoors } from '../../../src/server/find-doors.ts';
import { Bureau, type Wire } from '../../harness/bureau.ts';
import { staff } from '../../harness/city.ts';

/** 社区长者饭堂: what a clerk makes in the browser in ten minutes. */
const canteen = {
  title: '社区长者饭堂', unit: '家', purpose: '镇街办的长者饭堂，一家一条。', line: 'elderly-care', name: 'f1',
  fields: [
    { key: 'f1', title: '饭堂名称', kind: 'text', required: true, listed: true, searched: true },
    { key: 'f2', title: '经营方式', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'o1', title: '自办' }, { value: 'o2', title: '外包' }] },
    { key: 'f3', title: '座位', kind: 'integer', unit: '个', min: 1, listed: true },
    { key: 'f4', title: '协议到期', kind: 'date', listed: true },
    { key: 'f5', title: '每天用餐', kind: 'integer', unit: '人', min: 0 },
    { key: 'f6', title: '联系电话', kind: 'phone' },
  ],
  states: { s1: { title: '筹办', before: true }, s2: { title: '开业', needs: ['f4'] }, s3: { title: '停业', ends: true } },
  subRecords: [{ id: 'b1', title: '检查', unit: '次', day: '检查日期', fields: [{ key: 'f1', title: '结果', kind: 'text', required: true }], totals: [{ key: 't1', title: '检查次数', unit: '次', as: 'count' }] }],
  derived: [{ key: 'd1', title: '每座用餐', kind: 'number', unit: '人', value: { ratio: 'f5', over: 'f3' } }],
  checks: [{ id: 'c1', title: '用餐不超三轮', then: 'refuse', test: { left: 'f5', is: '<=', right: 600, sentence: '每天用餐超过 600 人，请核对。' } }],
  reminders: [{ id: 'r1', title: '协议快到期', in: ['s2'], due: { field: 'f4', before: 30 } }],
  counts: [{ id: 'n1', title: '开业的长者饭堂', unit: '家', of: { what: 'stock' } }, { id: 'n2', title: '外包的座位', unit: '个', of: { what: 'stock', where: { f2: 'o2' }, sum: 'f3' } }],
  keepers: ['elderly-care-clerk', 'town-clerk'],
};
const PASTED = '饭堂名称\t经营方式\t座位\t协议到期\t每天用餐\t状态\t来历\n石岐长者饭堂\t自办\t40\t2014年12月1日\t90\t开业\t旧表\n东区长者饭堂\t合办\t30\t\t60\t开业\t\n西区长者饭堂\t外包\t三十\t2015/6/30\t700\t筹办\t\n南区长者饭堂\t外包\t50\t2015.1.1\t80\t开业\t';

let bureau: Bureau;
let [maker, other, keeper, stranger]: Caller[] = [];
let own = '';
const village = async (): Promise<number> => (await bureau.peek<{ id: number }>(`select id from city.division where code = '442000001001'`))[0]?.id ?? 0;
const page = (): Promise<Wire> => bureau.see(maker as Caller, 'records.get-declaration', { register: own });
const save = async (declaration: object, more: object = {}): Promise<Wire> => bureau.done(maker as Caller, 'records.save-declaration', { ...(own === '' ? {} : { register: own, seen: (await page())['step'] }), declaration, ...more });
async function publish(): Promise<void> {
  await bureau.done(other as Caller, 'records.publish-declaration', { register: own, seen: (await page())['step'] });
  await bureau.work();
}

beforeAll(async () => {
  bureau = await Bureau.open('442000', '2014-11-03');
  [maker, other, keeper, stranger] = [await bureau.at('elderly-care-clerk'), await bureau.at('administrator'), await bureau.at('town-clerk', '442000001'), await bureau.at('town-lead', '442000001')];
}, 120_000);
afterAll(() => bureau.close());

describe('本局自建的台账', () => {
  test('设计、试、改：没有写全的说清是哪一处；试的时候什么也没写', async () => {
    const bare = await save({ ...canteen, fields: [{ key: 'f1', title: 'name', kind: 'text' }, { key: 'f2', title: '经营方式', kind: 'choice' }], counts: [{ id: 'n1', title: '家数', unit: '家', of: { what: 'stock', sum: 'f1' } }] });
    own = bare['register'];
    expect(own).toMatch(/^own-\d+$/);
    const sentences = bare['problems'].map((one: Wire) => one['sentence']).join('');
    for (const words of ['请写字段名称', '“经营方式”还没有可选的项', '加不起来']) expect(sentences).toContain(words);
    const early = await bureau.act(maker as Caller, 'records.save-declaration', { register: own, seen: bare['step'], declaration: { ...canteen, states: {} }, send: true });
    expect([early.status, early.body['code']]).toEqual([422, 'record.design-unready']);
    const before = await bureau.peek('select count(*) as n from city.register_record');
    const tried = await bureau.see(maker as Caller, 'records.try-declaration', { register: own, declaration: canteen, source: { pasted: PASTED } });
    expect(tried['problems']).toEqual([]);
    expect([tried['trial'].rows, tried['trial'].good, tried['trial'].unknown]).toEqual([4, 2, ['来历']]);
    const remarks = tried['trial'].remarks.map((one: Wire) => `${one['no']} ${one['sentence']}`).join('\n');
    // the very words an import says, and the row as the sheet numbers it
    expect(remarks).toContain('3 “经营方式”没有“合办”这一项');
    expect(remarks).toContain('4 “座位”写的“三十”不是数字');
    expect(tried['trial'].counts).toEqual([{ title: '开业的长者饭堂', unit: '家', value: '2' }, { title: '外包的座位', unit: '个', value: '50' }]);
    expect(tried['trial'].list.rows[0]).toEqual(['石岐长者饭堂', '自办', '40', '2014-12-01', '开业', '2.3']);
    expect(await bureau.peek('select count(*) as n from city.register_record')).toEqual(before);
    expect(await bureau.peek(`select 1 from pg_class where relkind = 'r' and relname like 'own\\_%'`)).toEqual([]);
  });

  test('交另一个人复核发布；没发布以前谁也看不到；发布以后别的进程马上能登记', async () => {
    const sent = await save(canteen, { send: true });
    expect(sent['problems']).toEqual([]);
    for (const [who, mine] of [[maker, true], [other, false]] as const) expect((await bureau.see(who as Caller, 'records.list-declarations', {}))['rows'][0]).toMatchObject({ state: 'sent', mine, inForce: null });
    const self = await bureau.act(maker as Caller, 'records.publish-declaration', { register: own, seen: sent['step'] });
    expect([self.status, self.body['code']]).toEqual([403, 'record.design-own-eyes']);
    expect((await bureau.act(keeper as Caller, 'records.publish-declaration', { register: own, seen: sent['step'] })).status).toBe(403);
    expect((await bureau.act(keeper as Caller, 'records.open', { register: own, division: await village(), openedOn: '2014-11-03', values: {} })).body['code']).toBe('record.no-register');
    await publish();
    expect(await page()).toMatchObject({ state: 'published', version: 1, problems: [] });
    expect((await bureau.see(keeper as Caller, 'records.describe', { register: own }))).toMatchObject({ title: '社区长者饭堂', keeps: true, line: { title: '养老服务' }, published: { version: 1 } });
    const opened = await inAnotherProcess(keeper as Caller, 'records.open', { register: own, division: await village(), openedOn: '2014-10-01', state: 's2', values: { f1: '石岐长者饭堂', f2: 'o1', f3: 40, f4: '2014-11-20', f5: 90, f6: '13800000000' } });
    expect(opened['number']).toMatch(/-SQ-2014-0*1$/);
    const record = await bureau.see(keeper as Caller, 'records.get', { register: own, record: opened['record'] });
    expect(record).toMatchObject({ title: '石岐长者饭堂', derived: { d1: 2.3 }, reminders: [{ title: '协议快到期' }] });
    expect(record['values'].f6).not.toBe('13800000000');
    const over = await bureau.act(keeper as Caller, 'records.open', { register: own, division: await village(), openedOn: '2014-10-01', values: { f1: '乙', f2: 'o1', f5: 900 } });
    expect(over.body).toMatchObject({ code: 'record.rule' });
    await bureau.done(keeper as Caller, 'records.add-entry', { register: own, record: opened['record'], sub: 'b1', day: '2014-10-20', values: { f1: '合格' } });
    expect((await bureau.see(stranger as Caller, 'records.list', { register: own }))['rows']).toHaveLength(1);
    expect((await bureau.act(stranger as Caller, 'records.open', { register: own, division: await village(), openedOn: '2014-10-01', values: {} })).body['code']).toBe('record.not-keeper');
    const far = await bureau.at('town-clerk', '442000002');
    expect((await bureau.see(far, 'records.list', { register: own }))['rows']).toHaveLength(0);
    const figure = await bureau.see(await bureau.at('statistician'), 'statistics.get-figure', { id: `${own}.n1`, day: '2014-11-03' });
    expect(figure['all'].value).toBe(1);
  });

  test('第二版加字段、藏字段，旧行原样；改类型、删状态、删选项都不行；试在已有的行上', async () => {
    const fields = canteen.fields.filter((field) => field.key !== 'f6');
    const next = { ...canteen, fields: [...fields as Wire[], { key: 'f7', title: '面积', kind: 'number', unit: '平方米', required: true, listed: true }] };
    const wrong = { ...next, fields: next.fields.map((field) => (field['key'] === 'f3' ? { ...field, kind: 'text', min: undefined } : field['key'] === 'f2' ? { ...field, options: field['options']?.slice(0, 1) } : field)), states: { s1: canteen.states.s1, s2: canteen.states.s2 } };
    const tried = await bureau.see(maker as Caller, 'records.try-declaration', { register: own, declaration: wrong });
    const sentences = tried['problems'].map((one: Wire) => one['sentence']).join('');
    for (const words of ['“座位”已经有内容，类型不能改', '选项“外包”可能已经有人选了', '状态“停业”已经用过']) expect(sentences).toContain(words);
    const reader = await bureau.see(maker as Caller, 'records.try-declaration', { register: own, declaration: next, present: true });
    expect(reader['trial']).toMatchObject({ rows: 1, good: 0 });
    expect(reader['trial'].remarks[0].sentence).toBe('请填写“面积”。');
    expect(reader['changes'].join('')).toContain('隐藏字段“联系电话”：写过的都留着');
    const stale = await bureau.act(maker as Caller, 'records.save-declaration', { register: own, seen: 1, declaration: next });
    expect(stale.body['code']).toBe('record.design-changed');
    const sent = await save(next, { send: true });
    expect(sent['version']).toBe(2);
    await publish();
    const face = await bureau.see(keeper as Caller, 'records.describe', { register: own });
    expect(face['fields'].map((field: Wire) => field['title'])).toEqual(['饭堂名称', '经营方式', '座位', '协议到期', '每天用餐', '面积']);
    const listed = await bureau.see(keeper as Caller, 'records.list', { register: own });
    expect(listed['rows'][0].values).toMatchObject({ f1: '石岐长者饭堂', f3: 40 });
    expect(listed['rows'][0].totals).toEqual({ t1: 1 });
    const opened = await bureau.act(keeper as Caller, 'records.open', { register: own, division: await village(), openedOn: '2014-10-05', values: { f1: '东区长者饭堂', f2: 'o2' } });
    expect(JSON.stringify(opened.body)).toContain('请填写“面积”');
    // the old row is changed: what is hidden stays in it
    const seen = await bureau.see(keeper as Caller, 'records.get', { register: own, record: listed['rows'][0].record });
    await bureau.done(keeper as Caller, 'records.change', { register: own, record: seen['record'], seen: seen['seen'], from: '2014-11-01', values: { f7: '120.5' }, reason: '量过了' });
    const [kept] = await bureau.peek<{ f6: string; f7: string }>(`select f6, f7 from city.${own.replace('-', '_')} where known_to is null and valid_to is null`);
    expect(kept).toMatchObject({ f7: '120.50' });
    expect(kept?.f6).toContain('138');
  });

  test('声明文件导出，到另一座城市导入成草稿；陌生的文件严格读', async () => {
    const file = await fileOf(maker as Caller);
    expect(file).toMatch(/^# 大民政台账声明文件[\s\S]*title: 社区长者饭堂[\s\S]*fields:/);
    const there = await staff(bureau.cities, bureau.cities.guangzhou, 'administrator', '440100');
    const take = (text: string) => command(bureau.cities.guangzhou, there, importDeclaration, { file: text }, { key: randomUUID() });
    const taken = await take(file);
    expect(taken).toMatchObject({ ok: true, result: { register: 'own-1', version: 1, problems: [] } });
    const [kept] = (await bureau.cities.owner.query(`select state, declaration::text as text from city_440100.register_declaration`)).rows;
    expect([kept.state, Object.keys(JSON.parse(kept.text).states)]).toEqual(['draft', ['s1', 's2', 's3']]);
    const hostile = [
      file.replace('key: f1', `key: "f1 text); drop table person; --"`), file.replace('unit: 家', 'unit: !!js/function "function () {}"'), file.replace('title: 社区长者饭堂', 'title: &a 社区\nunit2: *a'),
      file.replace('purpose:', '__proto__: { admin: true }\npurpose:'), file.replace('purpose: ', 'purpose: "\\0" #'), `${file}\ncovers: [S001]`, '[]', 'title: [', 'a: '.repeat(50),
    ];
    for (const text of hostile) expect(await take(text), text.slice(0, 80)).toMatchObject({ ok: false, refused: { code: 'record.design-file' } });
  });

  test('停用以后不再登记新的，已有的还看得到、改得了；再发布一版又能用', async () => {
    await bureau.done(maker as Caller, 'records.withdraw-declaration', { register: own, seen: (await page())['step'], reason: '并到养老服务设施' });
    const body = { register: own, division: await village(), openedOn: '2014-10-05', values: { f1: '东区长者饭堂', f2: 'o2', f7: '80' } };
    expect((await bureau.act(keeper as Caller, 'records.open', body)).body['code']).toBe('record.withdrawn-register');
    expect((await bureau.see(keeper as Caller, 'records.list', { register: own }))['rows']).toHaveLength(1);
    const again = await page();
    expect(again).toMatchObject({ state: 'withdrawn', withdrawn: true });
    await save({ ...again['declaration'], unit: '间' }, { send: true });
    await publish();
    expect((await bureau.act(keeper as Caller, 'records.open', body)).status).toBe(200);
    expect((await bureau.see(maker as Caller, 'records.list-declarations', {}))['rows'][0]).toMatchObject({ register: own, version: 3, inForce: 3, records: 2 });
  });
});

/** Another web process of the city: its own connections, nothing remembered. */
async function elsewhere<T>(caller: Caller, ask: (app: FastifyInstance, cookie: string) => Promise<T>): Promise<T> {
  const city = openCity(bureau.city, { databaseUrl: bureau.cities.url, dataDir: bureau.city.dataDir, connections: 2 });
  const app = await buildApp({ cities: new Map([[city.code, city]]), defaultCity: city.code, doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  try {
    await bureau.see(caller, 'records.registers', {});
    const [row] = await bureau.peek<{ login: string }>('select login from city.account where id = $1', [caller.account?.id]);
    const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { city: city.code, name: row?.login, password: '演示用' }, headers: { 'x-csrf': '1' } });
    return await ask(app, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  } finally {
    await app.close();
    await city.close();
  }
}

const inAnotherProcess = (caller: Caller, door: string, body: object): Promise<Wire> => elsewhere(caller, async (app, cookie) => {
  const answer = await app.inject({ method: 'POST', url: `/api/c/${door}`, payload: body, headers: { 'x-csrf': '1', 'idempotency-key': randomUUID(), cookie } });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json() as Wire;
});

const fileOf = (caller: Caller): Promise<string> => elsewhere(caller, async (app, cookie) => {
  const answer = await app.inject({ method: 'POST', url: '/api/x/records.declaration-file', payload: { register: own }, headers: { 'x-csrf': '1', cookie } });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.body;
});
