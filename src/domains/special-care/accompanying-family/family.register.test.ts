import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { deriveValue } from '../../../kernel/records/rules/derive-value.ts';
import { accompanyingFamily } from './family.register.ts';

const seen = (more: Partial<RecordSeen>): RecordSeen => ({ values: {}, totals: {}, alongside: [], state: 'waiting', today: plainDate('2014-11-03'), ...more });
const ask = (id: string, more: Partial<RecordSeen>): string | undefined => {
  const rule = accompanyingFamily.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule(seen(more));
};
const month = (month_: string): RecordSeen['entry'] => ({ of: 'subsidies', values: { month: month_, amount: 50_000 } });

test('生活补贴从批准当月发到安置当月', () => {
  const values = { approvedOn: '2013-06-20', placedOn: '2014-02-10' };
  expect(ask('until-placed', { values, entry: month('2013-05') })).toContain('才批准');
  expect(ask('until-placed', { values, entry: month('2013-06') })).toBeUndefined();
  expect(ask('until-placed', { values, entry: month('2014-02') })).toBeUndefined();
  expect(ask('until-placed', { values, entry: month('2014-03') })).toContain('不再发');
  expect(ask('until-placed', { values: { approvedOn: '2013-06-20' }, entry: month('2014-10') })).toBeUndefined();
});

test('补登安置日期后，多发的月份提出来', () => {
  expect(ask('overpaid', { values: { placedOn: '2014-02-10' }, totals: { lastMonth: '2014-04' } })).toContain('2014-04');
  expect(ask('overpaid', { values: { placedOn: '2014-02-10' }, totals: { lastMonth: '2014-02' } })).toBeUndefined();
});

test('安置要写到哪里', () => {
  expect(ask('placed-where', { values: { placement: 'assigned' } })).toContain('单位');
  expect(ask('placed-where', { values: { placement: 'self-employed' } })).toContain('扶持');
  expect(ask('placed-where', { values: { placement: 'self-employed', startUpAid: 0 } })).toBeUndefined();
});

test('等待的月数按整月算', () => {
  const waited = (values: Record<string, unknown>, state = 'waiting'): unknown => accompanyingFamily.derived?.slice(0, 1).map((one) => deriveValue(one, seen({ values, state })))[0];
  expect(waited({ approvedOn: '2014-05-03' })).toBe(6);
  expect(waited({ approvedOn: '2014-05-04' })).toBe(5);
  expect(waited({ approvedOn: '2013-12-31', placedOn: '2014-02-28' }, 'placed')).toBe(1);
});
