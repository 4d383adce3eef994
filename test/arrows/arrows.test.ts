import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cruiseSources } from './cruise-sources.ts';

/** Each planted house has one arrow the wrong way; the check must name its rule. */
const planted: readonly [rule: string, from: string, to: string, how?: string][] = [
  ['kernel-knows-no-business', 'src/kernel/casework/open.ts', 'src/domains/aid/dibao/matter.ts'],
  ['domains-apart', 'src/domains/aid/dibao/matter.ts', 'src/domains/elderly/beds/matter.ts'],
  ['matters-share-only-common', 'src/domains/aid/dibao/matter.ts', 'src/domains/aid/tekun/facts.ts'],
  ['rule-files-are-pure', 'src/domains/aid/dibao/amount.ts', 'src/kernel/db/command.ts'],
  ['values-are-pure', 'src/kernel/values/money.ts', 'node:fs'],
  ['web-takes-types-only', 'src/web/portal/home.tsx', 'src/kernel/db/command.ts'],
  ['server-side-has-no-screens', 'src/server/app.ts', 'src/web/portal/home.tsx'],
  ['portal-stays-light', 'src/web/portal/home.tsx', 'src/web/workbench/case.tsx'],
  ['nobody-imports-server', 'src/kernel/db/command.ts', 'src/server/app.ts'],
  ['sources-do-not-lean-on-demo-or-tests', 'src/kernel/db/command.ts', 'demo/seed.ts'],
];
const houses: string[] = [];

function plant(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'minzheng-house-'));
  houses.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}
const importOf = (from: string, to: string): string => (to.includes(':') ? to : `${'../'.repeat(dirname(from).split('/').length)}${to}`);

afterAll(() => { for (const house of houses) rmSync(house, { recursive: true, force: true }); });

describe('the check of the arrows bites', () => {
  test.each(planted)('%s', async (rule, from, to) => {
    const files: Record<string, string> = { [from]: `import '${importOf(from, to)}';\n` };
    if (!to.includes(':')) files[to] = 'export {};\n';
    const { summary } = await cruiseSources(plant(files));
    expect(summary.violations.map((violation) => violation.rule.name)).toContain(rule);
  });

  test('a circle is found, a house in order passes', async () => {
    const circle = await cruiseSources(plant({ 'src/kernel/a/a.ts': "import '../b/b.ts';", 'src/kernel/b/b.ts': "import '../a/a.ts';" }));
    expect(circle.summary.violations.map((violation) => violation.rule.name)).toContain('no-cycles');
    const fine = await cruiseSources(plant({ 'src/domains/aid/dibao/matter.ts': "import '../../../kernel/db/command.ts';", 'src/kernel/db/command.ts': 'export {};' }));
    expect(fine.summary.violations).toEqual([]);
    expect(fine.modules.length).toBeGreaterThan(1);
  });
});
