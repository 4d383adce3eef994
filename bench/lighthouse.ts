import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { provideNpmBrowser } from '../test/harness/npm-browser.ts';
import type { Bench, BenchOutcome, Measure, Stage } from './harness/bench.ts';
import { openDemoSite, type DemoSite } from './harness/demo-site.ts';

const PROMISED = 95;
const CATEGORIES = { performance: '快', accessibility: '人人能用', 'best-practices': '做法', seo: '找得到' } as const;

interface Looked { readonly page: string; readonly preset: 'mobile' | 'desktop'; readonly seconds: number; readonly scores: Readonly<Record<string, number>>; readonly below: readonly string[] }

const pagesOf = (site: DemoSite): readonly (readonly [string, string])[] => [
  ['首页', '/'], ['申请', '/apply/subsistence-allowance'], ['为什么是这个数', `/my/cases/${site.caseId}/why`], ['正在公示', '/notices'],
];

/** Four pages of the portal as Lighthouse sees them, on a phone with a slow line and at a desk, signed in as a resident who draws. */
async function run(stage: Stage): Promise<BenchOutcome> {
  const site = await openDemoSite(stage);
  const looked: Looked[] = [];
  try {
    for (const [page, path] of pagesOf(site).slice(0, stage.small ? 1 : undefined)) {
      for (const preset of ['mobile', 'desktop'] as const) {
        const one = await look(site, page, path, preset);
        stage.say(`  ${page}（${preset}）：${Object.entries(one.scores).map(([name, score]) => `${name} ${score}`).join('，')}${one.below.length === 0 ? '' : `；失分：${one.below.join('、')}`}`);
        looked.push(one);
      }
    }
  } finally {
    await site.close();
  }
  const failing = [...new Set(looked.filter((one) => Math.min(...Object.values(one.scores)) < PROMISED).flatMap((one) => one.below))];
  return {
    measures: looked.map(measureOf), hash: createHash('sha256').update(looked.map((one) => `${one.page} ${one.preset}`).join()).digest('hex'),
    ...(failing.length === 0 ? {} : { notes: [`失分的检查：${failing.join('、')}。`] }),
  };
}

async function look(site: DemoSite, page: string, path: string, preset: 'mobile' | 'desktop'): Promise<Looked> {
  const { executablePath, env } = provideNpmBrowser();
  const profile = mkdtempSync(join(tmpdir(), 'minzheng-lighthouse-'));
  const chrome = await launch({ chromePath: executablePath, userDataDir: profile, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'], envVars: { ...process.env, ...env } as Record<string, string> });
  const began = performance.now();
  try {
    const result = await lighthouse(`${site.url}${path}`, { port: chrome.port, output: 'json', logLevel: 'silent', onlyCategories: Object.keys(CATEGORIES), extraHeaders: { cookie: site.cookie } }, preset === 'desktop' ? desktopConfig : undefined);
    if (!result || result.lhr.runtimeError) throw new Error(`lighthouse did not finish on ${path}: ${result?.lhr.runtimeError?.code ?? 'no result'}`);
    const { categories, audits } = result.lhr;
    const scores = Object.fromEntries(Object.keys(CATEGORIES).map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]));
    const below = Object.values(categories).flatMap((category) => category.auditRefs.filter((ref) => ref.weight > 0 && (audits[ref.id]?.score ?? 1) < 0.9).map((ref) => `${ref.id}${audits[ref.id]?.displayValue === undefined ? '' : ` ${audits[ref.id]?.displayValue}`}`));
    return { page, preset, seconds: (performance.now() - began) / 1000, scores, below };
  } finally {
    chrome.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

function measureOf({ page, preset, seconds, scores }: Looked): Measure {
  return {
    what: `${page}，${preset === 'mobile' ? '手机' : '电脑'}`, rows: 1, unit: '页', seconds, promised: `四项 ≥ ${PROMISED}`,
    reached: Object.entries(CATEGORIES).map(([name, word]) => `${word} ${scores[name]}`).join('，'), met: Object.values(scores).every((score) => score >= PROMISED),
  };
}

export const bench: Bench = { id: 'lighthouse', title: '门户的 Lighthouse 评分', promise: '门户四个页面，手机和电脑，四项都不低于 95', run };
