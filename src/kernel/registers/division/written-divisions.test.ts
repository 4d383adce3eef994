import { expect, test } from 'vitest';
import { indexDivisions, type KnownDivision } from './written-divisions.ts';

const known: readonly KnownDivision[] = [
  { id: 1, code: '442000', name: '中山市', level: 'city', parent: '广东省' }, { id: 2, code: '442000001', name: '石岐区', level: 'town', parent: '中山市' }, { id: 3, code: '442000002', name: '东区', level: 'town', parent: '中山市' },
  { id: 4, code: '442000001001', name: '太平社区居民委员会', level: 'village', parent: '石岐区' }, { id: 5, code: '442000002001', name: '太平社区居民委员会', level: 'village', parent: '东区' }, { id: 6, code: '442000002002', name: '龙塘村民委员会', level: 'village', parent: '东区' },
];
const find = indexDivisions(known, '中山市');
const idOf = (any: string, town = '', village = ''): unknown => { const read = find({ any, town, village }); return 'division' in read ? read.division.id : 'several' in read ? read.several.map((one) => one.id) : undefined; };

test('一个地方的几种写法是一个地方', () => {
  for (const text of ['石岐区', '石岐', '石岐街道', '石岐街道办事处', '中山市石岐区', '442000001']) expect(idOf(text), text).toBe(2);
  for (const text of ['龙塘村', '龙塘', '龙塘村委会', '东区龙塘村', '442000002002']) expect(idOf(text), text).toBe(6);
  expect(idOf('', '石岐', '太平')).toBe(4);
  expect(idOf('', '东区', '东区太平社区')).toBe(5);
  expect(idOf('', '东区', '')).toBe(3);
});

test('有几个可能的都说出来，不替人选；没有的不猜', () => {
  expect(idOf('太平社区')).toEqual([4, 5]);
  expect(idOf('', '东区', '民生社区')).toBeUndefined();
  expect(idOf('不存在镇')).toBeUndefined();
  expect(idOf('龙塘社区')).toBeUndefined();
});

test('和镇街同名的社区找得到', () => {
  const [city] = known;
  const here = indexDivisions([city as KnownDivision, { id: 7, code: '442000107', name: '五桂山', level: 'town', parent: '中山市' }, { id: 8, code: '442000107001', name: '五桂山社区居民委员会', level: 'village', parent: '五桂山' }], '中山市');
  for (const village of ['五桂山社区居民委员会', '五桂山社区', '五桂山五桂山社区']) expect(here({ any: '', town: '五桂山', village }), village).toMatchObject({ division: { id: 8 } });
});
