import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../test/harness/browser.ts';
import type { Bench, BenchOutcome, Measure, Stage } from './harness/bench.ts';
import { openDemoSite } from './harness/demo-site.ts';

const SCRIPT_KB = 200;
const FONT_KB = 30;

interface Piece { readonly type: string; readonly wire: number; readonly gzip: number }

/** The first page of the portal as a phone without anything in store takes it: what goes over the line, and the script as gzip would pack it. */
async function run(stage: Stage): Promise<BenchOutcome> {
  const site = await openDemoSite(stage);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    const lengths = new Map<string, number>();
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { lengths.set(requestId, encodedDataLength); });
    const kinds = new Map<string, { type: string; url: string }>();
    wire.on('Network.responseReceived', ({ requestId, type, response }) => { kinds.set(requestId, { type, url: response.url }); });
    const began = performance.now();
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.locator('h1').first().waitFor();
    const seconds = (performance.now() - began) / 1000;
    const pieces: Piece[] = [];
    for (const [id, { type, url }] of kinds) {
      const isScript = type === 'Script' || url.endsWith('.js');
      const gzip = isScript ? gzipSync(Buffer.from(await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer()), { level: 9 }).length : 0;
      pieces.push({ type: isScript ? 'Script' : type, wire: lengths.get(id) ?? 0, gzip });
    }
    return { measures: measuresOf(pieces, seconds), hash: createHash('sha256').update(pieces.map((piece) => piece.type).toSorted().join()).digest('hex') };
  } finally {
    await browser.close();
    await site.close();
  }
}

function measuresOf(pieces: readonly Piece[], seconds: number): Measure[] {
  const kb = (of: (piece: Piece) => number, type?: string): number => Math.round(pieces.filter((piece) => type === undefined || piece.type === type).reduce((sum, piece) => sum + of(piece), 0) / 100) / 10;
  const [gzip, script, fonts, all] = [kb((piece) => piece.gzip, 'Script'), kb((piece) => piece.wire, 'Script'), kb((piece) => piece.wire, 'Font'), kb((piece) => piece.wire)];
  const one = (what: string, rows: number, promised: string, reached: string, met: boolean): Measure => ({ what, rows, unit: 'kB', seconds, promised, reached, met });
  return [
    one('门户首页的脚本', gzip, `gzip 后 ≤ ${SCRIPT_KB} kB`, `${gzip} kB（线上 ${script} kB，brotli）`, gzip <= SCRIPT_KB),
    one('字体', fonts, `≤ ${FONT_KB} kB`, `${fonts} kB`, fonts <= FONT_KB),
    one('首页全部', all, '一次看得见', `${all} kB，${pieces.length} 个请求`, true),
  ];
}

export const bench: Bench = { id: 'portal-weight', title: '门户首页有多重', promise: '脚本 gzip 后不超过 200 kB，字体不超过 30 kB', run };
