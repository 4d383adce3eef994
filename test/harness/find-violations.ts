import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN = `axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }, resultTypes: ['violations'] })`;

/**
 * How the page is made, without what is written on it: every element with its class, style, role and what it says to a screen reader, and whether it holds
 * words at all; rows of the same make count once, numbers in names do not count. Two pages of one make are alike to axe.
 */
const MAKE = `(() => {
  const plain = (value) => value.replace(/\\d+|«[^»]*»|:\\w+:/g, '');
  const bare = (value) => (value.trim() === '' ? '' : 'words');
  const make = (one) => {
    const says = [...one.attributes].filter(({ name }) => /^(aria-|role$|class$|style$|type$|tabindex$|lang$|disabled$|required$|open$|hidden$|scope$|headers$|autocomplete$|for$|id$|data-)/.test(name) || name === 'href').map(({ name, value }) => name + '=' + (name === 'href' || name === 'aria-label' ? bare(value) : plain(value)));
    const words = [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== '') ? 'words' : '';
    const within = [...one.children].map(make).filter((each, at, all) => each !== all[at - 1]);
    return one.tagName + '[' + says.sort().join(' ') + ']' + words + '(' + within.join('') + ')';
  };
  return innerWidth + [...document.documentElement.attributes].filter(({ name }) => name.startsWith('data-')).map(({ name }) => name).join() + make(document.body);
})()`;

interface Finding { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** What axe finds on the page as it stands (WCAG 2.1, A and AA). A page of a make that is in `clean` was found without fault before and is not looked at again. */
export async function findViolations(page: Page, clean: Set<string>): Promise<string[]> {
  const make = createHash('sha256').update(await page.evaluate<string>(MAKE)).digest('hex');
  if (clean.has(make)) return [];
  if (await page.evaluate<boolean>(`typeof axe === 'undefined'`)) await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate<{ violations: Finding[]; passes: Finding[] }>(RUN);
  // a check that looked at nothing finds nothing
  if (passes.length + violations.length < 8) return [`axe looked at ${passes.length + violations.length} things only`];
  if (violations.length === 0) clean.add(make);
  return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
