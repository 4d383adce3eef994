import { expect, test } from 'vitest';
import type { RecordAlongside, Values } from '../../../kernel/contract/register.ts';
import { givenBefore, inARow, runAsKnown } from './in-a-row.ts';

const given = (year: number, more: Values = {}, state = 'given'): RecordAlongside => ({ record: year, state, values: { givenOn: `${year}-03-01`, ...more } });
const count = (year: number, others: readonly RecordAlongside[], more: Values = {}) => { const seen = { values: { givenOn: `${year}-03-01`, ...more }, alongside: others }; return inARow(seen, givenBefore(seen)); };

test('years in a row count on; a missing year begins again', () => {
  expect(count(2013, [given(2011), given(2012)])).toBe(3);
  expect(count(2014, [given(2011), given(2012)])).toBe(1);
  expect(count(2014, [given(2010), given(2011), given(2013)])).toBe(2);
  expect(count(2013, [])).toBe(1);
});

test('a title given every four years is not broken by the years between', () => {
  const every = { cycleYears: 4 };
  expect(count(2012, [given(2004, every), given(2008, every)], every)).toBe(3);
  expect(count(2012, [given(2004, every)], every)).toBe(1);
});

test('what the register does not know is as written; refused, withdrawn and later ones do not count', () => {
  expect(count(2008, [], { consecutive: 4 })).toBe(4);
  expect(count(2012, [given(2011, { consecutive: 4 })])).toBe(5);
  expect(count(2012, [given(2011, {}, 'withdrawn'), given(2013)])).toBe(1);
});

test('written against what is known', () => {
  const ask = (values: Values, ...others: readonly RecordAlongside[]) => runAsKnown({ values: { givenOn: '2014-03-01', ...values }, alongside: others });
  expect(ask({ run: 'first-time' })).toBeUndefined();
  expect(ask({ run: 'first-time' }, given(2013))).toContain('没有中断，次第应选“连续”');
  expect(ask({ run: 'consecutive', consecutive: 2 }, given(2012))).toContain('中间断了（评选1年一次），次第应选“再次”');
  expect(ask({ run: 'consecutive', consecutive: 4 }, given(2012), given(2013))).toContain('2013-03-01是连续第2次，这一次应是连续第3次');
  expect(ask({ run: 'consecutive', consecutive: 3 }, given(2012), given(2013))).toBeUndefined();
  expect(ask({ run: 'again' }, given(2012))).toBeUndefined();
});
