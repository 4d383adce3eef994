import { describe, expect, it } from 'vitest';
import { defineRegister, type CountOf } from '../../contract/register.ts';
import { checkRegister } from '../../registry/check-register.ts';
import { showValue } from '../../statistics/figure.ts';
import { countSql } from './count-sql.ts';
import { indicatorsOf } from './indicators-of.ts';

const home = (of: CountOf) => defineRegister({
  id: 'home', title: '敬老院', unit: '家', series: 'JLY', purpose: '敬老院。', name: 'name',
  fields: [{ key: 'name', title: '名称', kind: 'text' }, { key: 'registeredOn', title: '登记日期', kind: 'date' }, { key: 'secretOn', title: '保密日期', kind: 'date', sensitive: true }],
  states: { open: { title: '运营' }, closed: { title: '撤销', ends: true } },
  subRecords: [{ id: 'payments', title: '拨付', unit: '笔', day: '下达日期', fields: [{ key: 'paidOn', title: '拨付日期', kind: 'date' }] }],
  counts: [{ id: 'n', title: '数', unit: '家', of }], covers: [],
});
const wrongs = (of: CountOf): string[] => checkRegister('', home(of)).map(({ wrong }) => wrong);

describe('a count by a day of its own', () => {
  it('counts what is dated in the period, ended since or not', () => {
    const sql = countSql(home({ what: 'dated', on: 'registeredOn' }), { what: 'dated', on: 'registeredOn' });
    expect(sql).toContain('t.registered_on >= $1::date and t.registered_on < $2::date');
    expect(sql).not.toContain('t.state in');
    expect(countSql(home({ what: 'stock' }), { what: 'entries', sub: 'payments', on: 'paidOn' })).toContain('t.paid_on >= $1::date');
  });
  it('needs a date that everybody may read', () => {
    expect(wrongs({ what: 'dated', on: 'registeredOn' })).toEqual([]);
    expect(wrongs({ what: 'dated' })).toEqual(['没有说看哪个日期']);
    expect(wrongs({ what: 'dated', on: 'name' })).toEqual(['name 不是能看的日期']);
    expect(wrongs({ what: 'dated', on: 'secretOn' })).toEqual(['secretOn 不是能看的日期']);
    expect(wrongs({ what: 'opened', on: 'registeredOn' })).toEqual(['registeredOn 不是能看的日期']);
  });
});

describe('a sum of numbers with decimals', () => {
  it('loses none of the decimals a register keeps', () => {
    const plots = defineRegister({ id: 'plot', title: '地块', unit: '处', series: 'DKX', purpose: '地块。', name: 'name', fields: [{ key: 'name', title: '名称', kind: 'text' }, { key: 'hectares', title: '面积', kind: 'number', decimals: 4 }], states: { planned: { title: '规划' } }, counts: [{ id: 'hectares', title: '面积', unit: '公顷', of: { what: 'stock', sum: 'hectares' } }], covers: [] });
    const [indicator] = indicatorsOf(plots);
    expect(indicator?.sql).toContain('* 10000');
    expect(indicator && showValue(indicator, { rows: 3, measure: 3 * 6667, weight: 0 })).toBe(2.0001);
  });
});

describe('a count of places', () => {
  it('does not take a town for a village, nor the city for a town', () => {
    for (const distinct of ['town', 'village']) expect(countSql(home({ what: 'stock' }), { what: 'stock', distinct })).toContain(`p.level = '${distinct}'`);
  });
});

describe('a count of 行政村 only', () => {
  it('leaves communities out of both sides', () => {
    for (const of of [{ what: 'stock', distinct: 'village', rural: true }, { what: 'stock', divisions: 'village', rural: true }] as const) expect(countSql(home(of), of)).toContain(`.code, 10, 1) in ('2', '3')`);
    expect(wrongs({ what: 'stock', divisions: 'town', rural: true })).toEqual(['只有村居才分行政村']);
  });
});
