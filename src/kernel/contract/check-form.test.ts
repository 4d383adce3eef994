import { expect, test } from 'vitest';
import { plainDate } from '../values/plain-date.ts';
import { checkForm, maskForm } from './check-form.ts';
import type { Form, FormField } from './form.ts';

const make = (...fields: FormField[]): Form => ({ id: 'f', title: '表', sections: [{ id: 's', title: '一', fields }] });
const one = (field: Partial<FormField> & Pick<FormField, 'kind'>, answer: unknown) =>
  checkForm(make({ key: 'x', title: '某项', required: true, ...field }), { x: answer }, { demo: true, today: plainDate('2014-11-03') });

test.each([
  ['money', '１，５９９.50元', 159_950], ['money', 62_000, 62_000], ['integer', ' 12 ', 12], ['date', '2014-11-03', '2014-11-03'], ['month', '2014-11', '2014-11'], ['yes-no', false, false],
  ['id-card', '44209919530102３010', '442099195301023010'], ['phone', '0760-8888 0000', '076088880000'], ['bank-account', '6228 4800 1234 5678 901', '6228480012345678901'], ['text', '  好  ', '好'],
] as const)('reads %s %s', (kind, answer, value) => {
  expect(one({ kind }, answer)).toEqual({ ok: true, values: { x: value } });
});

test.each([
  ['money', '六百', 'field.money'], ['money', '-5', 'field.too-small'], ['money', 0.5, 'field.money'], ['integer', '1.5', 'field.integer'], ['date', '2014-02-30', 'field.date'], ['yes-no', '是', 'field.type'],
  ['id-card', '442099195301023011', 'id.check-digit'], ['phone', '没有', 'field.phone'], ['bank-account', '62A', 'field.bank-account'], ['text', { a: 1 }, 'field.type'], ['text', '', 'field.required'],
  ['text', '长'.repeat(201), 'field.too-large'], ['list', [], 'field.required'], ['list', ['a'], 'field.type'], ['person-name', '<b>', 'field.name'],
] as const)('refuses %s %j', (kind, answer, code) => {
  const checked = one({ kind }, answer);
  expect(checked).toMatchObject({ ok: false, errors: [{ path: 'x', code }] });
  expect(checked.ok ? '' : checked.errors[0]?.sentence).toMatch(/^[^a-z]*。$/i);
});

test('what is not shown is neither asked for nor kept; an unknown key is refused; items of a list are named by their place', () => {
  const form = make({ key: 'has', title: '有吗', kind: 'yes-no', required: true }, { key: 'which', title: '哪个', kind: 'text', required: true, showIf: { key: 'has', equals: true } },
    { key: 'people', title: '人', kind: 'list', min: 2, item: [{ key: 'id', title: '证件', kind: 'id-card', required: true }] });
  expect(checkForm(form, { has: false, which: '旧的' })).toEqual({ ok: true, values: { has: false } });
  expect(checkForm(form, { has: true, zzz: 1 })).toMatchObject({ errors: [{ path: 'zzz', code: 'field.unknown' }, { path: 'which', code: 'field.required' }] });
  expect(checkForm(form, { has: false, people: [{ id: '1' }] })).toMatchObject({ errors: [{ path: 'people', code: 'field.too-small' }, { path: 'people.0.id', code: 'id.length' }] });
  expect(checkForm(form, 'text')).toMatchObject({ ok: false });
  expect(checkForm(form, JSON.parse('{"has":false,"__proto__":{"x":1}}'))).toMatchObject({ ok: false });
});

test('numbers are masked for keeping', () => {
  const form = make({ key: 'people', title: '人', kind: 'list', item: [{ key: 'id', title: '证件', kind: 'id-card' }, { key: 'name', title: '名', kind: 'text' }] }, { key: 'card', title: '卡', kind: 'bank-account' });
  expect(maskForm(form, { people: [{ id: '442099195301023010', name: '黄' }], card: '6228480012345678901' }))
    .toEqual({ people: [{ id: '4420**********3010', name: '黄' }], card: '***************8901' });
});
