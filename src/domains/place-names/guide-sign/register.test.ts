import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { guideSign } from './register.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = guideSign.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'right', today: plainDate('2014-11-03'), ...seen });
};

test('牌面没有标准地名的，不能记为内容正确', () => {
  expect(ask('says-the-name', { values: { officialName: '民族路', content: '民族東路 MINZU DONGLU' } })).toContain('没有标准地名');
  expect(ask('says-the-name', { values: { officialName: '民族路', content: '← 民族路 MINZU LU' } })).toBeUndefined();
  expect(ask('says-the-name', { values: { officialName: '民族路', content: '旧名路' }, state: 'renamed' })).toBeUndefined();
});

test('地名改了，换成新地名才恢复在用', () => {
  expect(ask('new-name-shown', { values: { officialName: '民族路', newName: '兴中路' } })).toContain('新的');
  expect(ask('new-name-shown', { values: { officialName: '兴中路', newName: '兴中路' } })).toBeUndefined();
});

test('完工日期在派工之后', () => {
  const work = (doneOn?: string): string | undefined => ask('done-after', { entry: { of: 'works', values: { day: '2014-05-10', done: true, doneOn } } });
  expect(work('2014-05-09')).toBeDefined();
  expect(work('2014-05-10')).toBeUndefined();
});
