import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
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
    writeFileSync(join(folder, face, 'index.html'), `<!doctype html><title>${face}</title>${'<p>一</p>'.repeat(300)}`);
    writeFileSync(join(folder, face, 'assets', 'index-1a2b.js'), SCRIPT);
    await packFiles(join(folder, face));
  }
  app = Fastify();
  await registerPages(app, { webDir: folder, doors: { refusals: {} } } as never);
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
