import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packFiles } from '../pack-files.ts';
import { registerPages } from './pages.ts';

const SCRIPT = 'export const words = "民政";\n'.repeat(200);
let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  for (const face of ['portal', 'workbench']) {
    mkdirSync(join(folder, face, 'assets'), { recursive: true });
    writeFileSync(join(folder, face, 'index.html'), `<!doctype html><html lang="zh"><!--files--><title>${face}</title>{name}<!--demo--><p>演示</p><!--/demo--><!--home--><h1>问</h1><!--/home-->${'<p>一</p>'.repeat(300)}`);
    writeFileSync(join(folder, face, 'assets', 'index-1a2b.js'), SCRIPT);
    await packFiles(join(folder, face));
  }
  writeFileSync(join(folder, 'portal', 'pages.json'), JSON.stringify([{ path: '/', files: [] }, { path: '/my/cases/$id', files: ['assets/case-3c.js', 'assets/case-3c.css'] }]));
  app = Fastify();
  await app.register(cookie);
  await registerPages(app, { webDir: folder, doors: { refusals: {} }, defaultCity: '442000', cities: new Map([['442000', { code: '442000', name: '中山市', demo: true }], ['440100', { code: '440100', name: '广州市', demo: false }]]) } as never);
});
afterAll(async () => { await app.close(); rmSync(folder, { recursive: true, force: true }); });

const get = (url: string, accepts = '') => app.inject({ method: 'GET', url, headers: { 'accept-encoding': accepts } });

test('a bundle goes out packed to whoever can unpack it, and is kept for good; to others as it is', async () => {
  for (const url of ['/assets/index-1a2b.js', '/workbench/assets/index-1a2b.js']) {
    const packed = await get(url, 'gzip, br');
    expect(packed.headers, url).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable', 'content-type': expect.stringContaining('javascript') });
    expect(packed.rawPayload.length).toBeLessThan(SCRIPT.length / 3);
    expect(brotliDecompressSync(packed.rawPayload).toString('utf8')).toBe(SCRIPT);
    expect((await get(url, 'gzip')).headers['content-encoding']).toBe('gzip');
    const plain = await get(url);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(SCRIPT);
  }
});

test('every address inside a face is its page, asked for anew each time', async () => {
  for (const [url, face] of [['/', 'portal'], ['/apply/new', 'portal'], ['/workbench/tasks', 'workbench']] as const) {
    const page = await get(url, 'br');
    expect(page.headers, url).toMatchObject({ 'cache-control': 'no-cache', 'content-encoding': 'br', 'content-type': expect.stringContaining('text/html') });
    expect(brotliDecompressSync(page.rawPayload).toString('utf8')).toContain(face);
  }
  expect((await get('/assets/gone-1.js', 'br')).headers['content-type']).toContain('problem+json');
});

test('the portal is written for who comes: his city, whether a session is there, 长者模式, the files of his page; of the session itself nothing', async () => {
  const page = async (url: string, cookies: Record<string, string> = {}) => (await app.inject({ method: 'GET', url, cookies })).body;
  expect(await page('/')).toMatch(/<html data-city="442000" data-city-name="中山市" data-demo lang="zh">.*中山民政<p>演示<\/p><h1>/);
  expect(await page('/my/cases/7')).toMatch(/modulepreload[^>]*\/assets\/case-3c\.js.*stylesheet[^>]*\/assets\/case-3c\.css/);
  expect(await page('/my/cases/7')).not.toContain('<h1>');
  const signed = await page('/', { mz_session: '440100.s3cret', minzheng_elder: 'on' });
  expect(signed).toMatch(/<html data-city="440100" data-city-name="广州市" data-signed data-elder /);
  expect(signed).not.toMatch(/s3cret|演示/);
  expect(await page('/', { minzheng_city: '440100' })).toContain('广州民政');
  expect(await page('/', { minzheng_city: '999999' })).toContain('中山民政');
});

test('a document that did not change is not sent again; one for another visit is another', async () => {
  const first = await get('/', 'br');
  expect(first.headers['vary']).toBe('accept-encoding, cookie');
  const again = await app.inject({ method: 'GET', url: '/', headers: { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const signed = await app.inject({ method: 'GET', url: '/', headers: { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) }, cookies: { mz_session: '442000.x' } });
  expect(signed.statusCode).toBe(200);
  // what is not for the browser is not to be had
  expect((await get('/pages.json')).statusCode).not.toBe(200);
});
