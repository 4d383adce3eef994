import { expect, test } from 'vitest';
import type { Register } from '../contract/register.ts';
import { countSql } from '../records/counts/count-sql.ts';
import { checkRegister } from './check-register.ts';

const links: Register = {
  id: 'links', title: '归属', unit: '条', purpose: '谁归谁。', series: 'GS', holder: { kind: 'division' }, covers: [],
  fields: [{ key: 'station', title: '站', kind: 'link', to: 'stations' }, { key: 'tags', title: '标签', kind: 'choices', options: [{ value: 'a', title: '甲' }] }],
  states: { standing: { title: '在册' } },
  subRecords: [{ id: 'visits', title: '走访', unit: '次', day: '日期', fields: [{ key: 'said', title: '说了什么', kind: 'text' }], totals: [{ key: 'lastDay', title: '最近一次', as: 'last', of: 'day' }] }],
  counts: [{ id: 'shared', title: '几条归一处的', unit: '条', of: { what: 'stock', shared: { by: 'station', atLeast: 2 } } }],
};
const wrong = (register: Register): string[] => checkRegister('f', register).map((one) => `${one.key} ${one.wrong}`);

test('几条归一处：指一个单值字段，至少两个；最近一次的日子也是合计', () => {
  expect(wrong(links)).toEqual([]);
  const counting = (by: string, atLeast: number): Register => ({ ...links, counts: [{ id: 'shared', title: '几条归一处的', unit: '条', of: { what: 'stock', shared: { by, atLeast } } }] });
  expect(wrong(counting('nothing', 2))).toEqual(['registers.links.counts.shared nothing 不能拿来归在一起']);
  expect(wrong(counting('tags', 2))).toEqual(['registers.links.counts.shared tags 不能拿来归在一起']);
  expect(wrong(counting('station', 1))).toEqual(['registers.links.counts.shared 至少一个，就是全部']);
  const summed: Register = { ...links, subRecords: (links.subRecords ?? []).map((sub) => ({ ...sub, totals: [{ key: 'days', title: '日子', as: 'count', of: 'day' }] })) };
  expect(wrong(summed)).toEqual(['registers.links.subRecords.visits.totals.days 没有 day 这一栏']);
});

test('只数同值够多的那些，别的不动', () => {
  expect(countSql(links, { what: 'stock', shared: { by: 'station', atLeast: 2 } })).toContain('partition by t.station) as sharers from links t where');
  expect(countSql(links, { what: 'stock' })).not.toContain('sharers');
});
