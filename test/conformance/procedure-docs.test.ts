import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listProcedurePages } from '../../docs/procedures/procedure-pages.ts';

const folder = join(import.meta.dirname, '../../docs/procedures');

test('docs/procedures 和声明一致；不一致就运行 npm run docs:procedures', async () => {
  const pages = await listProcedurePages();
  expect(pages.length).toBeGreaterThan(0);
  expect(globSync('*.md', { cwd: folder }).toSorted()).toEqual(pages.map((page) => page.file).toSorted());
  for (const page of pages) expect(existsSync(join(folder, page.file)) ? readFileSync(join(folder, page.file), 'utf8') : '').toBe(page.text);
});
