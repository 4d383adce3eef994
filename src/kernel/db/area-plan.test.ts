import { expect, test } from 'vitest';
import type { Caller } from '../access/caller.ts';
import { areaCondition, planForArea } from './area-plan.ts';
import type { Tx } from './tx.ts';

const post = (divisions: number): Caller => ({ account: null, post: null, posts: [], person: null, divisions: Array.from({ length: divisions }, (_unused, at) => at + 1) });

test('a narrow post’s divisions stand in the statement; a wide one’s, and a post without an area, leave it to the policies', () => {
  expect(areaCondition(post(2), ['c.division_id'], 3)).toEqual({ sql: '(c.division_id = any ($3::int[]))', value: [1, 2] });
  expect(areaCondition(post(1), ['p.a', 'p.b'], 1)?.sql).toBe('(p.a = any ($1::int[]) or p.b = any ($1::int[]))');
  expect(areaCondition(post(0), ['c.division_id'], 1)).toBeUndefined();
  expect(areaCondition(post(300), ['c.division_id'], 1)).toBeUndefined();
});

test('what is switched off for a wide post is switched on again after the reading', async () => {
  const said: string[] = [];
  const tx = { run: (_sql: string, values: readonly unknown[]) => { said.push(values.join(' ')); return Promise.resolve(1); } } as unknown as Tx;
  await planForArea(tx, post(300), 'in-order', () => { said.push('read'); return Promise.resolve(0); });
  await planForArea(tx, post(300), 'search', () => { said.push('read'); return Promise.resolve(0); });
  await planForArea(tx, post(3), 'in-order', () => { said.push('read'); return Promise.resolve(0); });
  expect(said).toEqual(['off off', 'read', 'on on', 'off on', 'read', 'on on', 'read']);
});
