import { expect, test } from 'vitest';
import type { HukouKind } from '../../../kernel/contract/parameter.ts';
import { makeParameterBook } from '../../../kernel/policy/parameter-book.ts';
import { findDeclarations } from '../../../kernel/registry/find-declarations.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

const registry = await findDeclarations();
const book = makeParameterBook(registry.parameters, registry.parameterValues);
const read = (id: string, division: string, day: string, kind?: HukouKind): unknown => {
  const answer = book.read(id, [division, '440100', '44'], plainDate(day), kind);
  return answer.is === 'gap' ? answer.reason : Number(answer.reading.value) / 100;
};

test('低收入认定线随标准走：1.2 倍，2021 年起 1.5 倍；哪年改的没有见到，中间是缺口', () => {
  expect(read('low-income-line', '440103', '2005-11-09', 'urban')).toBe(300);
  expect(read('low-income-line', '440103', '2005-11-10', 'urban')).toBe(390);
  expect(read('low-income-line', '440184', '2008-06-01')).toBe(380);
  expect(read('low-income-line', '440103', '2014-06-01', 'urban')).toBe(720);
  expect(read('low-income-line', '440103', '2015-06-01')).toMatch(/哪一年由1\.2倍改为1\.5倍/);
  expect(['2021', '2023', '2024'].map((year) => read('low-income-line', '440103', `${year}-07-01`))).toEqual([1680, 1857, 1923]);
});

test('特困 1.6 倍进位到元；区里原来高的不降', () => {
  expect(['2021', '2023', '2024'].map((year) => read('extreme-difficulty-standard', '440103', `${year}-07-01`, 'rural'))).toEqual([1792, 1981, 2052]);
  expect(['2021', '2023', '2024'].map((year) => read('extreme-difficulty-standard', '440113', `${year}-07-01`, 'rural'))).toEqual([2512, 2512, 2512]);
  expect(['2021', '2023'].map((year) => read('extreme-difficulty-standard', '440111', `${year}-07-01`, 'rural'))).toEqual([1806, 1981]);
  // the town standard of the same district follows the ratio
  expect(read('extreme-difficulty-standard', '440113', '2024-07-01', 'urban')).toBe(2052);
  const kept = book.read('extreme-difficulty-standard', ['440113', '440100', '44'], plainDate('2024-07-01'), 'rural');
  expect(kept).toMatchObject({ is: 'value', reading: { keptFrom: '2021-01-01' } });
});

test('没有来源的是缺口：省一类的市、没有文件的分担', () => {
  expect(book.read('subsistence-floor', ['442000', '44'], plainDate('2023-05-01'))).toMatchObject({ reading: { value: 103_700 } });
  expect(read('subsistence-floor', '440103', '2023-05-01')).toMatch(/哪个市属哪一类没有见到/);
  expect(book.read('allowance-city-share', ['440117', '440100', '44'], plainDate('2023-05-01'), 'rural')).toMatchObject({ reading: { value: '0.8' } });
  expect(book.read('allowance-city-share', ['440117', '440100', '44'], plainDate('2023-05-01'), 'urban')).toMatchObject({ is: 'gap' });
});
