import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { provideNpmBrowser } from './npm-browser.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

interface Candidate {
  name: string;
  provide(): { executablePath: string; env?: Record<string, string> };
}

/**
 * A headless browser for the tests: CHROMIUM_PATH when it is set (then no other is tried), else the one that came with
 * the npm packages, else the machine's. Throws one sentence telling what to install when none starts.
 */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for (const candidate of listCandidates()) {
    try {
      const { executablePath, env } = candidate.provide();
      return await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } as Record<string, string>, timeout: 60_000 });
    } catch (error) {
      tried.push(`${candidate.name}: ${explain(error)}`);
    }
  }
  throw new Error(
    `No browser starts here. Install one with "apt-get install chromium", or "apt-get install libnss3" for the one from npm, or set CHROMIUM_PATH. Tried ${tried.join('; ')}`,
  );
}

function listCandidates(): Candidate[] {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return [{ name: given, provide: () => ({ executablePath: given }) }];
  const npm = { name: '@sparticuz/chromium', provide: provideNpmBrowser };
  return [npm, ...SYSTEM.filter((path) => existsSync(path)).map((path) => ({ name: path, provide: () => ({ executablePath: path }) }))];
}

/** The line that names the cause, out of a page of launch log. */
function explain(error: unknown): string {
  const text = (error as Error).message;
  const cause = /error while loading shared libraries: [^\n]*/.exec(text) ?? /(?:FATAL|ERROR)[^\n]*/.exec(text);
  return (cause?.[0] ?? text.split('\n')[0] ?? 'unknown').trim();
}
