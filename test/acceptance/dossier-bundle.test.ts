import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hashPassword } from '../../src/kernel/access/password.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { listZipEntries, readZipEntry } from '../../src/kernel/documents/workbook/zip-parts.ts';
import filePaper from '../../src/kernel/dossier/commands/file-paper.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { launchBrowser } from '../harness/browser.ts';
import { staff } from '../harness/city.ts';
import { CHEN_FORM, openWorld, type World } from './application-world.ts';
import { fileAll, scan, toApproval } from './dossier-world.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let world: World;
let app: FastifyInstance;
let browser: Browser;
let cases: number[];
let households: number[];

/** Asks for a file over HTTP as somebody signed in. */
async function take(caller: Caller, id: string, body: object): Promise<{ status: number; name: string; type: string; bytes: Buffer }> {
  const { rows: [account] } = await world.cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [await hashPassword('演示用'), caller.account?.id]);
  const signed = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { name: account?.login, password: '演示用' }, headers: { 'x-csrf': '1' } });
  const answer = await app.inject({ method: 'POST', url: `/api/x/${id}`, payload: body, headers: { 'x-csrf': '1', cookie: String(signed.headers['set-cookie']).split(';')[0] ?? '' } });
  return { status: answer.statusCode, name: decodeURIComponent(/UTF-8''(.*)$/.exec(String(answer.headers['content-disposition']))?.[1] ?? ''), type: String(answer.headers['content-type']), bytes: answer.rawPayload };
}

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  for (const entry of listZipEntries(bytes) ?? []) parts.set(entry.name, (await readZipEntry(bytes, entry)) ?? Buffer.alloc(0));
  return parts;
}

beforeAll(async () => {
  world = await openWorld();
  const first = await toApproval(world);
  await fileAll(world, first);
  await world.must('approver', first, 'approve');
  await world.done(world.posts.clerk, filePaper, { caseId: first, item: 'service', fileId: await scan(world, world.posts.clerk, '送达回证.pdf'), reason: '决定以后送达' });
  await world.cities.owner.query(`set session_replication_role = replica; update city_442000.city set demo_day = '2014-11-03'; set session_replication_role = origin`);
  const second = await toApproval(world, CHEN_FORM);
  await world.done(world.posts.clerk, filePaper, { caseId: second, item: 'household-register', fileId: await scan(world, world.posts.clerk, '户口簿.png', PIXEL) });
  cases = [first, second];
  const { rows } = await world.cities.owner.query<{ household_id: string }>('select household_id from city_442000.case_file order by id');
  households = rows.map((row) => Number(row.household_id));
  app = await buildWatchedApp({ cities: new Map([['442000', world.cities.zhongshan]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => { await browser.close(); await app.close(); await world.close(); });

describe('[S026] 档案打包', () => {
  test('两户一包：每户一份能直接打印的档案和交来的原件；全名、全号；看了谁记下', async () => {
    const bundle = await take(world.posts.clerk, 'dossier.bundle', { year: 2014, households });
    expect(bundle).toMatchObject({ status: 200, type: 'application/zip', name: '档案-2014-2户.zip' });
    const parts = await unzip(bundle.bytes);
    expect([...parts.keys()].filter((name) => name.endsWith('档案.html'))).toHaveLength(2);
    expect([...parts.keys()].filter((name) => name.includes('/附件/')).map((name) => name.split('/附件/')[1])).toEqual(expect.arrayContaining([expect.stringMatching(/^\d\d-身份证复印件.*谭＊辉-身份证\.jpg$/), expect.stringContaining('户口簿.png')]));
    expect([...parts].find(([name]) => name.endsWith('户口簿.png'))?.[1]).toEqual(PIXEL);
    const [html] = [...parts].filter(([name]) => name.endsWith('档案.html')).map(([, content]) => content.toString('utf8'));
    for (const words of ['卷内目录', '申请表', '核对授权书', '入户调查表', '民主评议记录', '核对报告', '审批表', '审核公示', '审批公示', '批准通知书', '谭小辉', '442099197205060312', '归档清单']) expect(html, words).toContain(words);
    // the line in the log is committed when the last byte has gone out
    await vi.waitFor(async () => {
      const { rows: [log] } = await world.cities.owner.query<{ subjects: string[]; purpose: string }>(`select subjects, purpose from city_442000.read_log where query = 'download.dossier.bundle' and subject_kind = 'household' order by id desc limit 1`);
      expect(log).toMatchObject({ purpose: '导出：打包归档' });
      expect(log?.subjects.map(Number).toSorted()).toEqual(households.toSorted());
    }, { timeout: 5_000 });
  });

  test('真的打印出来：目录写的页数就是纸上的页数，没有一页装不下', async () => {
    const parts = await unzip((await take(world.posts.clerk, 'dossier.bundle', { year: 2014, households })).bytes);
    for (const [name, html] of [...parts].filter(([path]) => path.endsWith('档案.html'))) {
      const folder = mkdtempSync(join(tmpdir(), 'minzheng-bundle-'));
      writeFileSync(join(folder, 'file.html'), html);
      const page = await browser.newPage();
      await page.goto(`file://${join(folder, 'file.html')}`);
      const seen = await page.evaluate(() => ({
        sides: document.querySelectorAll('.a4').length, outside: performance.getEntriesByType('resource').filter((entry) => !entry.name.startsWith('data:')).length,
        over: [...document.querySelectorAll('.a4')].flatMap((side, at) => (side.scrollHeight > side.clientHeight + 1 || (side.querySelector('.body')?.getBoundingClientRect().bottom ?? 0) > side.getBoundingClientRect().bottom - 50 ? [at + 1] : [])),
        index: [...document.querySelectorAll('.index tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
        heads: [...document.querySelectorAll('.a4')].map((side) => side.querySelector('h1, h2')?.textContent ?? ''),
      }));
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
      await page.close();
      // each paper on one side, but those that are long by nature
      expect(seen.heads.filter((head) => /（\d／\d）/.test(head)).every((head) => /申请表|审批表|归档清单/.test(head))).toBe(true);
      expect({ name, over: seen.over, outside: seen.outside, pages }).toEqual({ name, over: [], outside: 0, pages: seen.sides });
      for (const [, title, , number] of seen.index.filter((row) => /^\d+$/.test(row[3] ?? ''))) expect(seen.heads[Number(number) - 1], `${title} 在第 ${number} 页`).toContain(title === '归档清单' ? '归档清单' : title);
    }
  }, 60_000);

  test('别的镇街打不了包；一户不在辖区，整包不给；没有权的岗位不行', async () => {
    const elsewhere = await staff(world.cities, world.cities.zhongshan, 'town-clerk', '442000002');
    expect((await take(elsewhere, 'dossier.bundle', { year: 2014, households })).status).toBe(404);
    expect((await take(world.posts.clerk, 'dossier.bundle', { year: 2014, households: [...households, 999_999] })).status).toBe(404);
    expect((await take(await staff(world.cities, world.cities.zhongshan, 'statistician', '442000'), 'dossier.bundle', { year: 2014, households })).status).toBe(403);
  });
});

describe('[S026] 名单导出 Excel', () => {
  test('不齐的档案和缺什么，一行一户，真的工作簿；文件名是中文', async () => {
    const file = await take(world.posts.approver, 'dossier.list-files', { year: 2014, view: 'open' });
    expect(file).toMatchObject({ status: 200, name: '档案名单-2014-11-19.xlsx' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.bytes as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.getCell('A2').value).toContain('2014 年，在办还缺的');
    expect(sheet?.getRow(4).getCell(7).value).toBe('身份证复印件（每人一份）、公示张贴照片');
    expect(sheet?.rowCount).toBe(4);
    expect(cases).toHaveLength(2);
  });

  test('[S026 whole] 一户一年一份：清单、门槛、封存、附件、齐全率、打包、导出，都从同一批行', async () => {
    const complete = await take(world.posts.approver, 'dossier.list-files', { year: 2014, view: 'complete' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(complete.bytes as unknown as ArrayBuffer);
    const { rows: [home] } = await world.cities.owner.query<{ number: string }>('select h.number from city_442000.household h join city_442000.case_file c on c.household_id = h.id where c.id = $1', [cases[0]]);
    expect(book.worksheets[0]?.getRow(4).getCell(2).value).toBe(home?.number);
    const html = [...await unzip((await take(world.posts.approver, 'dossier.bundle', { year: 2014, households: households.slice(0, 1) })).bytes)].find(([name]) => name.endsWith('.html'))?.[1].toString('utf8') ?? '';
    const { rows: [version] } = await world.cities.owner.query<{ digest: string }>(`select encode(digest, 'hex') as digest from city_442000.dossier_version where household_id = $1`, [households[0]]);
    // the version that stands sealed is printed on the cover
    expect(html).toContain(version?.digest);
    expect(html).toContain('各项齐全');
    expect(html).toContain('送达回证.pdf');
  });
});
