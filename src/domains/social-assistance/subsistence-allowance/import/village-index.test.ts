import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listDivisionsOn, readDivisionData } from '../../../../kernel/registers/division/read-division-data.ts';
import { shortDivisionName } from '../../../../kernel/registers/division/short-division-name.ts';
import { indexVillages, type Village } from './village-index.ts';

const village = (id: number, name: string, townId: number, town: string): Village => ({ id, code: String(id), name, town: { id: townId, name: town } });
const area = [
  village(1, '太平社区居民委员会', 10, '石岐区'), village(2, '民生社区居民委员会', 10, '石岐区'),
  village(3, '东明社区居民委员会', 20, '东区'), village(4, '太平村民委员会', 20, '东区'),
  village(5, '沙溪社区居民委员会', 30, '沙溪镇'), village(6, '沙溪村民委员会', 30, '沙溪镇'),
];
const find = (town: string, name: string, address = '') => indexVillages(area, '中山市').find({ town, village: name, address })?.id;

describe('按花名册的写法找村居', () => {
  test.each([
    ['石岐区', '太平社区', 1], ['石岐', '太平', 1], ['石岐街道', '太平居委会', 1], ['石岐区', '太平社区居民委员会', 1], [' 石岐 区 ', '太　平', 1], ['东区', '太平村', 4], ['东区街道办事处', '太平村委会', 4],
    ['', '民生社区', 2], ['', '太平社区', 1], ['', '太平村委会', 4],
  ])('%s %s', (town, name, id) => expect(find(town, name)).toBe(id));

  test('两个都说得通，或没有这个村居，就不猜', () => {
    expect(find('', '太平')).toBeUndefined();
    expect(find('沙溪镇', '沙溪')).toBeUndefined();
    expect(find('沙溪镇', '沙溪村')).toBe(6);
    expect(find('西区', '太平社区')).toBeUndefined();
    expect(find('石岐区', '太平村')).toBeUndefined();
  });

  test('没有村居一栏，从住址开头认；路名不算', () => {
    expect(find('', '', '石岐区太平社区 民生路 12 号')).toBe(1);
    expect(find('', '', '中山市东区太平村 3 队')).toBe(4);
    expect(find('', '', '广东省中山市石岐街道民生居委会 5 号')).toBe(2);
    expect(find('', '', '石岐区太平路 12 号')).toBeUndefined();
    expect(find('', '', '太平社区 12 号')).toBeUndefined();
    expect(indexVillages(area.filter((v) => v.town.id === 10), '中山市').find({ town: '', village: '', address: '太平社区 12 号' })?.id).toBe(1);
  });

  test('中山 277 个村居都能由全名、简称和住址认出来', () => {
    const rows = listDivisionsOn(readDivisionData(readFileSync(join(import.meta.dirname, '../../../../../data/divisions/guangdong.csv'), 'utf8')), '2014-10-31').filter((row) => row.code.startsWith('442000'));
    const towns = new Map(rows.filter((row) => row.level === 'town').map((row, id) => [row.code, { id, name: row.name }]));
    const villages = rows.filter((row) => row.level === 'village').map((row, id) => ({ id, code: row.code, name: row.name, town: towns.get(row.parentCode)! }));
    expect(villages).toHaveLength(277);
    const index = indexVillages(villages, '中山市');
    const wrong = villages.filter((v) => [
      { town: v.town.name, village: v.name, address: '' }, { town: v.town.name, village: shortDivisionName(v.name), address: '' },
      { town: '', village: '', address: `${v.town.name}${shortDivisionName(v.name)} 正街 1 号` },
    ].some((place) => index.find(place)?.code !== v.code));
    expect(wrong.map((v) => v.name)).toEqual([]);
  });
});
