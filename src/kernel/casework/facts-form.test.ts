import { expect, test } from 'vitest';
import { factsForm } from './facts-form.ts';

test('facts become a worksheet: groups joined by a dot, lists as sections, money in 分, what has no title left out', () => {
  const form = factsForm({ type: 'object', properties: {
    kind: { type: 'string', enum: ['a', 'b'], title: '方式', description: 'a 全家；b 单人' },
    assets: { type: 'object', title: '财产', properties: { movableFen: { type: 'integer', title: '存款', unit: '分' } } },
    members: { type: 'array', title: '成员', items: { type: 'object', properties: { key: { type: 'string', title: '代号' }, sick: { type: 'boolean', title: '大病' }, hidden: { type: 'string' } } } },
  } });
  expect(form.sections.map((section) => section.title)).toEqual(['全家', '成员']);
  expect(form.sections[0]?.fields).toEqual([
    { key: 'kind', title: '方式', kind: 'choice', options: [{ value: 'a', title: '全家' }, { value: 'b', title: '单人' }] },
    { key: 'assets.movableFen', title: '财产，存款', kind: 'money', min: 0 },
  ]);
  expect(form.sections[1]?.fields[0]?.item).toEqual([{ key: 'sick', title: '大病', kind: 'yes-no' }]);
});
