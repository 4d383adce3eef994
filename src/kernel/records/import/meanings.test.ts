import { expect, test } from 'vitest';
import { defineRegister } from '../../contract/register.ts';
import { commonHeadings, proposeMeanings, proposeOpening } from './meanings.ts';

const register = defineRegister({
  id: 'own-1', title: '邻里队伍', unit: '支', purpose: '社区里的队伍。', series: 'LL', covers: [], name: 'f1',
  fields: [{ key: 'f1', title: '名称', kind: 'text' }, { key: 'f2', title: '备案到期', kind: 'date' }, { key: 'f3', title: '成立时间', kind: 'date' }],
  states: { s1: { title: '在册' }, s2: { title: '已解散', ends: true } },
});
const target = { register, sub: undefined };

test('记录从哪天起：成立、备案的日子；到期的不是', () => {
  expect(proposeOpening(target, ['f1', 'f2', 'f3'])).toBe('f3');
  expect(proposeOpening(target, ['f1', 'f2'])).toBeUndefined();
  expect(proposeOpening(target, ['f1', 'f3', '$openedOn'])).toBeUndefined();
});

test('解散时间那一列，是到“已解散”的日子', () => {
  const titles = ['名称', '解散时间'].map((heading, at) => ({ at, heading, levels: [heading] }));
  expect([...proposeMeanings({ rows: [1], titles }, target, []).values()]).toEqual(['f1', '$since']);
  expect(commonHeadings().get('所属镇街')).toBe('$town');
});
