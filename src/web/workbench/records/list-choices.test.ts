import { expect, test } from 'vitest';
import type { RegisterField } from '../../../kernel/contract/register.ts';
import { readAddress, writeAddress } from '../views/list-address.ts';
import { filterable, listBody, listedFields, readFilter } from './list-choices.ts';

const FIELDS: readonly RegisterField[] = [
  { key: 'name', title: '名称', kind: 'text' }, { key: 'level', title: '级别', kind: 'choice', options: [{ value: 'city-pilot', title: '市级试点' }, { value: 'ordinary', title: '一般' }] },
  { key: 'budget', title: '总投资', kind: 'money' }, { key: 'endsOn', title: '到期', kind: 'date', listed: true }, { key: 'open', title: '开放', kind: 'yes-no' }, { key: 'phone', title: '电话', kind: 'phone' }, { key: 'illness', title: '病情', kind: 'text', sensitive: true },
];
const FACE = { id: 'home-care-centre', fields: FIELDS, name: 'name' };

test('条件写进地址再读出来，问的是同一件事', () => {
  const asked = { state: 'operating', division: 17, fLevel: 'city-pilot,ordinary', fBudget: '100~20000.5', fEndsOn: '~2014-12-31', fOpen: true, sort: '-endsOn', asOf: '2014-06-30' };
  const body = { register: 'home-care-centre', division: 17, state: 'operating', asOf: '2014-06-30', sort: { by: 'endsOn', down: true }, filters: [
    { field: 'level', is: ['city-pilot', 'ordinary'] }, { field: 'budget', from: 10_000, to: 2_000_050 }, { field: 'endsOn', to: '2014-12-31' }, { field: 'open', is: true }] };
  expect(listBody(FACE, asked)).toEqual(body);
  expect(listBody(FACE, readAddress(writeAddress(asked)))).toEqual(body);
});
test('找人的字不进地址；保密的栏不能拿来筛', () => {
  expect(listBody(FACE, { fName: '石岐' })).toEqual({ register: 'home-care-centre' });
  expect(listBody(FACE, {}, { name: '石岐' })).toEqual({ register: 'home-care-centre', filters: [{ field: 'name', is: '石岐' }] });
  expect(filterable(FIELDS).map((field) => field.key)).not.toContain('phone');
  expect(filterable(FIELDS).map((field) => field.key)).not.toContain('illness');
});
test('没写完的日子和数先不算条件', () => {
  expect(readFilter(FIELDS[3] as RegisterField, '2014-1~')).toBeUndefined();
  expect(readFilter(FIELDS[2] as RegisterField, 'abc~')).toBeUndefined();
  expect(readFilter(FIELDS[2] as RegisterField, '0~')).toEqual({ field: 'budget', from: 0 });
});
test('没有声明列的，取前六栏，不重名称', () => {
  expect(listedFields(FACE).map((field) => field.key)).toEqual(['endsOn']);
  expect(listedFields({ ...FACE, fields: FIELDS.map(({ listed: _listed, ...field }) => field) }).map((field) => field.key)).toEqual(['level', 'budget', 'endsOn', 'open', 'phone', 'illness']);
});
