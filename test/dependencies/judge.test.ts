import { expect, test } from 'vitest';
import { isAllowed, judgeLock, listUnused } from './judge.ts';
import type { Locked, Manifest } from './read-lock.ts';

const manifest = (more: Partial<Manifest> = {}): Manifest => ({ dependencies: { fastify: '5.12.8' }, devDependencies: {}, optionalDependencies: {}, allowScripts: {}, scripts: {}, ...more });
const locked = (more: Partial<Locked> = {}): Locked => ({ path: 'node_modules/fastify', name: 'fastify', version: '5.12.8', integrity: 'sha512-x', ...more });

test('what is exact, hashed and runs nothing at installation passes', () => { expect(judgeLock(manifest(), [locked()])).toEqual([]); });
test.each([
  ['a range', manifest({ dependencies: { fastify: '^5.12.8' } }), locked()], ['a tag', manifest({ devDependencies: { vitest: 'latest' } }), locked()], ['an address', manifest({ dependencies: { fastify: 'git+https://x' } }), locked()],
  ['no hash', manifest(), { ...locked(), integrity: '' }], ['a weak hash', manifest(), locked({ integrity: 'sha1-x' })], ['a script nobody allowed', manifest(), locked({ hasInstallScript: true })],
  ['a permission nobody needs', manifest({ allowScripts: { gone: true } }), locked()],
])('%s does not', (_what, wrong, one) => { expect(judgeLock(wrong, [one])).toHaveLength(1); });

test('a licence is allowed by its better half, and only whole', () => {
  expect(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT', 'BSD-3-Clause'].map(isAllowed)).toEqual([true, true, true, true]);
  expect(['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', '', 'UNLICENSED', 'SEE LICENSE IN x'].map(isAllowed)).toEqual([false, false, false, false, false, false]);
});

test('a package that no source names and no script runs is unused; a types package goes with its package', () => {
  const all = manifest({ dependencies: { pg: '1.0.0', left: '1.0.0' }, devDependencies: { '@types/pg': '1.0.0', oxlint: '1.0.0' }, scripts: { lint: 'oxlint src' } });
  expect(listUnused(all, `import pg from 'pg';`, new Map([['oxlint', ['oxlint']]]))).toEqual(['left']);
});
