import { deflateRawSync } from 'node:zlib';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { packZip } from '../../src/kernel/documents/workbook/zip-parts.ts';
import { buildApp } from '../../src/server/app.ts';
import { findDoors, type Doors } from '../../src/server/find-doors.ts';
import { PER_MINUTE } from '../../src/server/limits.ts';
import { PLAIN } from '../fuzz/routes.ts';
import { openTestCities, staff, type TestCities } from '../harness/city.ts';

let cities: TestCities;
let app: FastifyInstance;
let doors: Doors;
let cookie: string;
const csrf = { 'x-csrf': '1' };
const PASSWORD = '试验用的密码-2014';

beforeAll(async () => {
  cities = await openTestCities();
  doors = await findDoors();
  app = await buildApp({ cities: new Map([['442000', cities.zhongshan]]), defaultCity: '442000', doors, webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  const clerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000001');
  await cities.owner.query(`update city_442000.account set login = 'clerk', password = $1 where id = $2`, [await hashPassword(PASSWORD), clerk.account?.id]);
  cookie = String((await signIn()).headers['set-cookie']).split(';')[0]!;
}, 240_000);
afterAll(async () => { await app?.close(); await cities?.close(); });

const signIn = (headers: Record<string, string> = {}) => app.inject({ method: 'POST', url: '/api/c/session.sign-in', headers: { ...csrf, ...headers }, payload: { city: '442000', name: 'clerk', password: PASSWORD } });
const writing = (): string[] => [
  ...[...doors.commands.keys()].map((id) => `/api/c/${id}`), ...[...doors.queries.keys()].map((id) => `/api/q/${id}`), ...[...doors.downloads.keys()].map((id) => `/api/x/${id}`),
  ...PLAIN.filter((path) => path.startsWith('/api/c/') || path === '/api/files'),
];

describe('every route', () => {
  test('a page of another site can do nothing at any of them, though it brings the cookie along', async () => {
    const let_in: string[] = [];
    for (const url of writing()) {
      const answer = await app.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'application/json', 'idempotency-key': 'from-another-site' }, payload: '{}' });
      if (answer.statusCode !== 403 || answer.json<{ code: string }>().code !== 'access.other-site') let_in.push(`${url}: ${answer.statusCode}`);
    }
    expect(let_in).toEqual([]);
    expect(writing().length).toBeGreaterThan(200);
  }, 120_000);

  test('none can be called by an address alone: what a link, an image or a form without script sends finds nothing', async () => {
    for (const url of writing()) {
      const answer = await app.inject({ method: 'GET', url, headers: { cookie } });
      expect([url, answer.statusCode]).toEqual([url, 404]);
    }
    const form = await app.inject({ method: 'POST', url: '/api/c/casework.take-step', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: 'caseId=1' });
    expect(form.statusCode).toBeGreaterThanOrEqual(400);
  }, 120_000);

  test('each bears the headers of the house, and nothing that is personal is kept on the way', async () => {
    for (const url of ['/', '/healthz', '/openapi.json', '/none', '/api/none', ...writing().slice(0, 40)]) {
      const { headers } = await app.inject({ method: url.startsWith('/api') ? 'POST' : 'GET', url, headers: { ...csrf, cookie } });
      const csp = String(headers['content-security-policy']);
      expect(csp, url).toMatch(/script-src 'self'(;|$)/);
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).toContain("object-src 'none'");
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' });
      expect(String(headers['permissions-policy'])).toContain('geolocation=()');
      if (url.startsWith('/api/')) expect(headers['cache-control'], url).toBe('no-store');
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  test('behind https the cookie is for https only and the browser is told to stay there; always it is out of reach of scripts and other sites', async () => {
    const plain = String((await signIn()).headers['set-cookie']);
    expect(plain).toMatch(/HttpOnly/);
    expect(plain).toMatch(/SameSite=Strict/);
    const safe = await signIn({ 'x-forwarded-proto': 'https' });
    expect(String(safe.headers['set-cookie'])).toMatch(/Secure/);
    expect(safe.headers['strict-transport-security']).toMatch(/max-age=31536000/);
  });

  test('who sends slowly or without end holds no door open', async () => {
    await app.ready();
    expect(app.server.headersTimeout).toBeLessThanOrEqual(20_000);
    expect(app.server.requestTimeout).toBeGreaterThan(0);
    const large = await app.inject({ method: 'POST', url: '/api/q/casework.list-tasks', headers: { ...csrf, cookie, 'content-type': 'application/json' }, payload: `{"a":"${'x'.repeat(3_000_000)}"}` });
    expect([large.statusCode, large.json<{ code: string }>().code]).toEqual([413, 'input.too-large']);
    const deep = await app.inject({ method: 'POST', url: '/api/q/casework.list-tasks', headers: { ...csrf, cookie, 'content-type': 'application/json' }, payload: '['.repeat(500_000) + ']'.repeat(500_000) });
    expect(deep.statusCode).toBe(400);
  });
});

describe('files', () => {
  const xlsx = packZip(new Map([['[Content_Types].xml', Buffer.from('<Types/>')], ['xl/workbook.xml', Buffer.from('<workbook/>')]]));
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const upload = (name: string, bytes: Buffer, type = 'application/octet-stream', more: { address?: string } = {}) => {
    const head = Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`);
    return app.inject({ method: 'POST', url: '/api/files', headers: { ...csrf, cookie, 'content-type': 'multipart/form-data; boundary=b' }, payload: Buffer.concat([head, bytes, Buffer.from('\r\n--b--\r\n')]), ...(more.address ? { remoteAddress: more.address } : {}) });
  };

  test.each<[string, string, Buffer]>([
    ['a PDF', '证明.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n')], ['a JPEG', '照片.jpg', Buffer.from('ffd8ffe000104a464946', 'hex')], ['a PNG that is called jpg', '截图.jpg', png],
    ['a HEIC of a telephone', 'IMG_1.HEIC', Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(8)])], ['a workbook', '名单.xlsx', xlsx],
    ['a document', '说明.docx', packZip(new Map([['word/document.xml', Buffer.from('<w/>')]]))], ['an answer of the bank', '回盘.txt', Buffer.from('MZHP|2014|\n')],
  ])('%s is taken', async (_what, name, bytes) => { expect((await upload(name, bytes)).statusCode).toBe(200); });

  test.each<[string, string, Buffer, string]>([
    ['a program', '证明.exe', Buffer.from('4d5a90000300000004000000', 'hex'), 'documents.not-allowed'], ['a program called PDF', '证明.pdf', Buffer.from('4d5a90000300000004000000', 'hex'), 'documents.not-allowed'],
    ['a program of Linux called JPEG', '照片.jpg', Buffer.from('7f454c460201010000', 'hex'), 'documents.not-allowed'], ['a script', '说明.txt', Buffer.from('#!/bin/sh\nrm x\n'), 'documents.not-allowed'],
    ['a web page', '说明.html', Buffer.from('<!doctype html><script>1</script>'), 'documents.web-page'], ['a web page called PNG', '照片.png', Buffer.from('\uFEFF  <html></html>'), 'documents.web-page'],
    ['a drawing that could act', '图.svg', Buffer.from('<svg onload="x()"/>'), 'documents.web-page'], ['a web page behind text', '说明.txt', Buffer.from('hello\n<script>1</script>'), 'documents.web-page'],
    ['a web page in UTF-16', '说明.txt', Buffer.from('\uFEFF<html>', 'utf16le'), 'documents.web-page'],
    ['a PDF called xlsx', '名单.xlsx', Buffer.from('%PDF-1.7\n'), 'documents.wrong-name'], ['a workbook called PDF', '证明.pdf', xlsx, 'documents.wrong-name'],
    ['some zip', '材料.zip', packZip(new Map([['a.exe', Buffer.from('MZ')]])), 'documents.not-allowed'], ['nothing', '空.pdf', Buffer.alloc(0), 'documents.empty'],
  ])('%s is refused in Chinese', async (_what, name, bytes, code) => {
    const before = await countFiles();
    const answer = await upload(name, bytes, 'image/png');
    expect(answer.json()).toMatchObject({ code, title: expect.stringMatching(/[一-龥]{6}/) });
    expect(await countFiles()).toBe(before);
  });

  test('a workbook of some kilobytes that would become gigabytes is refused unopened', async () => {
    const bomb = bombOf(1024 ** 3);
    expect(bomb.length).toBeLessThan(2_000_000);
    expect((await upload('名单.xlsx', bomb)).json()).toMatchObject({ code: 'documents.inflates-too-large' });
  });

  test('what is given back is taken away, never shown: an attachment that nothing may run in, and typed by its bytes', async () => {
    const { id } = (await upload('照片.png', png, 'text/html')).json<{ id: number }>();
    const { headers } = await app.inject({ method: 'GET', url: `/api/files/${id}`, headers: { cookie } });
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; sandbox" });
    expect(headers['content-disposition']).toMatch(/^attachment;/);
    const list = await app.inject({ method: 'POST', url: '/api/x/notices.list-public', headers: { ...csrf, cookie, 'content-type': 'application/json' }, payload: '{}' });
    expect(list.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(list.headers['content-disposition']).toMatch(/^attachment;/);
  });

  const countFiles = async (): Promise<number> => Number((await cities.owner.query<{ n: string }>('select count(*) as n from city_442000.stored_file')).rows[0]?.n);
});

/** A zip whose directory says, truthfully, that one part becomes so many bytes; the part itself is left out. */
function bombOf(unpacked: number): Buffer {
  const zip = packZip(new Map([['xl/workbook.xml', Buffer.from('<workbook/>')], ['xl/worksheets/sheet1.xml', deflateRawSync(Buffer.alloc(1000))]]));
  const last = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  zip.writeUInt32LE(unpacked, last + 24);
  return zip;
}

describe('asked too often', () => {
  const ask = (url: string, payload: object, remoteAddress: string, headers: Record<string, string> = {}) => app.inject({ method: 'POST', url, headers: { ...csrf, 'idempotency-key': crypto.randomUUID(), ...headers }, payload, remoteAddress });
  /** Two minutes' worth of asking cannot all fall into one minute each way. */
  const refusedOf = async (times: number, once: () => Promise<{ statusCode: number; headers: Record<string, unknown> }>): Promise<number> => {
    let refused = 0;
    for (let n = 0; n < times; n += 1) {
      const { statusCode, headers } = await once();
      if (statusCode === 429) { refused += 1; expect(headers['retry-after']).toBe('60'); }
    }
    return refused;
  };

  test('trying passwords, numbers of receipts, complaints without a name: refused for a while, by address, and only there', async () => {
    const guess = (address: string) => ask('/api/q/complaints.follow', { number: 'T1', code: 'A' }, address);
    expect(await refusedOf(PER_MINUTE.guessing * 2 + 2, () => guess('203.0.113.1'))).toBeGreaterThan(0);
    expect((await guess('203.0.113.2')).statusCode).not.toBe(429);
    const lodge = (address: string) => ask('/api/c/complaints.lodge', {}, address);
    expect(await refusedOf(PER_MINUTE.anonymousWriting * 2 + 2, () => lodge('203.0.113.3'))).toBeGreaterThan(0);
    // a minute's worth of wrong passwords, written down instead of tried
    await cities.owner.query(`insert into city_442000.request_count (door, asker, minute, asked) select 'signIn', $1, date_trunc('minute', now()) + n * interval '1 minute', $2 from generate_series(0, 1) n`, [cities.zhongshan.keys.mac('asker address 203.0.113.4'), PER_MINUTE.signIn]);
    const signing = (address: string) => ask('/api/c/session.sign-in', { city: '442000', name: 'clerk', password: PASSWORD }, address);
    expect((await signing('203.0.113.4')).statusCode).toBe(429);
    expect((await signing('203.0.113.5')).statusCode).toBe(200);
  }, 120_000);

  test('taking files away is counted by account, from wherever', async () => {
    let n = 0;
    const take = () => { n += 1; return ask('/api/x/notices.list-public', { none: 1 }, `203.0.114.${n % 250}`, { cookie }); };
    expect(await refusedOf(PER_MINUTE.download * 2 + 2, take)).toBeGreaterThan(0);
  }, 120_000);

  test('who asked is kept as a digest only, and not for long', async () => {
    const { rows } = await cities.owner.query<{ door: string; asker: Buffer }>('select door, asker from city_442000.request_count');
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row.asker).toHaveLength(32);
      expect(Object.keys(PER_MINUTE)).toContain(row.door);
    }
  });
});
