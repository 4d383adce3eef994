import { expect, it } from 'vitest';
import { plainDate } from '../values/plain-date.ts';
import { listRemedies } from './remedies.ts';

const lastDays = (day: string) => listRemedies(plainDate(day)).map((one) => `${one.id} ${one.lastDay}`);

it('2014年11月26日的决定：复议 60 天，起诉 3 个月', () => {
  expect(lastDays('2014-11-26')).toEqual(['reconsideration 2015-01-25', 'lawsuit 2015-02-26']);
});

it('2015年5月1日起，起诉 6 个月；没有那一天就到月底', () => {
  expect(lastDays('2015-04-30')).toEqual(['reconsideration 2015-06-29', 'lawsuit 2015-07-30']);
  expect(lastDays('2015-08-31')).toEqual(['reconsideration 2015-10-30', 'lawsuit 2016-02-29']);
});
