import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from './build-web.ts';

const DIST = join(import.meta.dirname, '../../dist');
const html = (face: string) => readFileSync(join(DIST, face, 'index.html'), 'utf8');

describe('两面的脚本', () => {
  beforeAll(() => buildWeb(), 60_000);

  it('源码没变就不再生成', async () => {
    expect(await buildWeb()).toEqual({ built: false });
  });

  it.each(['portal', 'workbench'])('%s 的页里没有内嵌脚本和样式，严格的 CSP 下能用', (face) => {
    const scripts = html(face).match(/<script\b[^>]*>[^<]*/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toMatch(/^<script\b[^>]*\ssrc="[^"]+"[^>]*>$/);
    expect(html(face)).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('测试里生成的也是正式的包', () => {
    const first = /src="\/(assets\/[^"]+\.js)"/.exec(html('portal'))?.[1] ?? '';
    expect(readFileSync(join(DIST, 'portal', first), 'utf8')).not.toContain('jsxDEV');
    expect(process.env['NODE_ENV']).toBe('test');
  });

  it('办事大厅第一页的脚本压缩后不超过 200 kB', () => {
    const first = [...html('portal').matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
    const bytes = first.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, 'portal', file))).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(200_000);
  });
});
