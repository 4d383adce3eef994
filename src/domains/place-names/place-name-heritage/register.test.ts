import { expect, test } from 'vitest';
import type { RecordSeen } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { protectedPlaceName } from './register.ts';

const ask = (id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = protectedPlaceName.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'listed', today: plainDate('2014-11-03'), ...seen });
};

test('在册的名称不能顺手改', () => {
  const values = { name: '孙文路', listedName: '烟墩路' };
  expect(ask('not-by-the-way', { values })).toContain('特别审查');
  expect(ask('not-by-the-way', { values: { name: '孙文路', listedName: '孙文路' }, before: { name: '烟墩路', listedName: '烟墩路' } })).toContain('特别审查');
  expect(ask('not-by-the-way', { values: { name: '烟墩路', listedName: '烟墩路' }, before: { name: '烟墩' } })).toBeUndefined();
  expect(ask('not-by-the-way', { values, state: 'proposed' })).toBeUndefined();
  expect(ask('not-by-the-way', { values: { name: '烟墩路', listedName: '烟墩路' } })).toBeUndefined();
});

test('没有论证、或同意的不多于不同意的，不能更名', () => {
  expect(ask('reviewed', {})).toContain('没有');
  expect(ask('reviewed', { totals: { renamingAgreed: 2, renamingAgainst: 2 } })).toContain('转回');
  expect(ask('reviewed', { totals: { renamingAgreed: 3, renamingAgainst: 2 } })).toBeUndefined();
});
