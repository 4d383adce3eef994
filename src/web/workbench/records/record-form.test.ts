import { expect, test } from 'vitest';
import type { RegisterField } from '../../../kernel/contract/register.ts';
import { askedAgain, changedOf, valuesOf, writtenOf } from './record-form.ts';

const FIELDS: readonly RegisterField[] = [
  { key: 'name', title: '名称', kind: 'text', required: true }, { key: 'staff', title: '工作人员', kind: 'integer' },
  { key: 'contactPhone', title: '联系电话', kind: 'phone', required: true }, { key: 'services', title: '服务项目', kind: 'choices' },
];
const ROW = { values: { name: '石岐中心', staff: 8, contactPhone: '138****2206', services: ['meals'] }, links: {} };

test('打了星号的值不进表单，空着就不改', () => {
  const before = valuesOf(FIELDS, ROW);
  expect(before).toEqual({ name: '石岐中心', staff: 8, services: ['meals'] });
  expect(changedOf(FIELDS, before, before)).toEqual({});
  expect(changedOf(FIELDS, before, { ...before, contactPhone: '' })).toEqual({});
  expect(changedOf(FIELDS, before, { ...before, contactPhone: '13800000001' })).toEqual({ contactPhone: '13800000001' });
  expect(askedAgain(FIELDS, ROW).find((field) => field.key === 'contactPhone')).toMatchObject({ help: expect.stringContaining('不改就空着') });
  expect(askedAgain(FIELDS, ROW).find((field) => field.key === 'contactPhone')).not.toHaveProperty('required');
  expect(JSON.stringify(before)).not.toContain('138');
});
test('只送改了的；清空的送空，别的不送', () => {
  const before = valuesOf(FIELDS, ROW);
  expect(changedOf(FIELDS, before, { ...before, staff: null, services: ['meals'] })).toEqual({ staff: null });
  expect(changedOf(FIELDS, before, { ...before, services: [] })).toEqual({ services: null });
  expect(writtenOf(FIELDS, { name: '新中心', staff: null, other: 'x' })).toEqual({ name: '新中心' });
});
