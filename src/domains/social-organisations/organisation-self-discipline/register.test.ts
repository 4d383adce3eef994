import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { selfDisciplineMeasure } from './register.ts';

test('委员会没有主任和人数不能算成立；制度不问', () => {
  const rule = selfDisciplineMeasure.checks?.find((one) => one.id === 'committee-has-chair');
  if (typeof rule?.test !== 'function') throw new Error('committee-has-chair');
  const seen = { totals: {}, alongside: [], state: 'standing', today: plainDate('2014-11-03') };
  expect(rule.test({ ...seen, values: { measure: 'committee', chair: '甲' } })).toBeDefined();
  expect(rule.test({ ...seen, values: { measure: 'committee', chair: '甲', members: 5 } })).toBeUndefined();
  expect(rule.test({ ...seen, values: { measure: 'rule' } })).toBeUndefined();
});
