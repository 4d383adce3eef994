import { expect, test } from 'vitest';
import { contractsRunning, lastYearShare, socialShare } from './social-share.ts';

test('社会资金占比是政府以外的收入 ÷ 全部收入；没有收入不算', () => {
  expect(socialShare(1_000_000, 875_000)).toBe(12.5);
  expect(socialShare(1_000_000, 1_000_000)).toBe(0);
  expect(socialShare(1_000_000, 0)).toBe(100);
  expect(socialShare(0, 0)).toBeUndefined();
});

test('只看最近报的一年', () => {
  const income = [{ day: '2012-12-31', source: 'government', amount: 100 }, { day: '2013-12-31', source: 'government', amount: 300 }, { day: '2013-12-31', source: 'fees', amount: 100 }];
  expect(lastYearShare(income)).toBe(25);
  expect(lastYearShare([])).toBeUndefined();
});

test('履行中的合同：签了、没有到期，到期那天还算', () => {
  const contracts = [{ day: '2014-01-10', endsOn: '2014-12-31' }, { day: '2013-01-10', endsOn: '2013-12-31' }, { day: '2014-05-01' }];
  expect([contractsRunning(contracts, '2013-12-31'), contractsRunning(contracts, '2014-04-30'), contractsRunning(contracts, '2014-12-31'), contractsRunning(contracts, '2015-01-01')]).toEqual([1, 1, 2, 1]);
});
