import { expect, it } from 'vitest';
import type { CountOf, Register } from '../../contract/register.ts';
import { checkRegister } from '../../registry/check-register.ts';
import { countSql } from './count-sql.ts';
import { indicatorsOf } from './indicators-of.ts';

const register = (of: CountOf, more: Partial<Register> = {}): Register => ({
  id: 'society', title: '慈善会', unit: '个', purpose: '试。', series: 'SH', name: 'name', covers: [],
  fields: [{ key: 'name', title: '名称', kind: 'text' }, { key: 'validUntil', title: '有效期至', kind: 'date' }], states: { active: { title: '存续' } },
  counts: [{ id: 'some', title: '个数', unit: '个', of }], ...more,
});
const wrong = (one: Register): string => checkRegister('x', one).map((problem) => problem.wrong).join('；');

it('有效期内的存量：到那一天还算，没写的一直算', () => {
  const of: CountOf = { what: 'stock', until: 'validUntil' };
  expect(countSql(register(of), of)).toContain('(t.valid_until is null or t.valid_until >= $1::date)');
  expect(wrong(register(of))).toBe('');
  expect(wrong(register({ what: 'stock', until: 'name' }))).toContain('不能说数到哪一天');
  expect(wrong(register({ what: 'opened', until: 'validUntil' }))).toContain('不能说数到哪一天');
});

it('缺的那一级区划：数的是区划，没有说哪一级的不行', () => {
  const of: CountOf = { what: 'stock', divisions: 'county', lacking: true };
  const sql = countSql(register(of), of);
  expect(sql).toContain(`d.level = 'county'`);
  expect(sql).toContain('d.id <> all (array(select office_of(');
  expect(wrong(register(of))).toBe('');
  expect(wrong(register({ what: 'stock', lacking: true }))).toContain('没有说缺的是哪一级');
});

it('各条给规则看的子台账，要有看它的规则', () => {
  const subRecords = [{ id: 'donors', title: '捐赠人', unit: '位', day: '日期', inRules: true as const, fields: [{ key: 'amount', title: '金额', kind: 'money' as const }] }];
  expect(wrong(register({ what: 'stock' }, { subRecords }))).toContain('没有看它各条的规则');
  expect(wrong(register({ what: 'stock' }, { subRecords, checks: [{ id: 'any', title: '试', then: 'warn', test: () => undefined }] }))).toBe('');
});

it('钱和钱的比是光数，钱和人数的比是元', () => {
  const income = (over: CountOf): Register => register({ what: 'stock' }, { fields: [{ key: 'name', title: '名称', kind: 'text' }, { key: 'paid', title: '支付', kind: 'money' }, { key: 'budget', title: '预算', kind: 'money' }, { key: 'people', title: '人数', kind: 'integer' }], counts: [{ id: 'share', title: '占比', unit: '%', percent: true, of: { what: 'stock', sum: 'paid' }, over }] });
  expect(indicatorsOf(income({ what: 'stock', sum: 'budget' }))[0]?.measures).toBe('count');
  expect(indicatorsOf(income({ what: 'stock', sum: 'people' }))[0]?.measures).toBe('fen');
});
