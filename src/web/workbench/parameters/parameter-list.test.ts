import { expect, it } from 'vitest';
import { currentIn, holdsIn, standingOf, type ListedParameter, type ListedValue } from './parameter-list.ts';

const value = (more: Partial<ListedValue>): ListedValue =>
  ({ division: '442000', divisionName: '中山市', from: '2014-01-01', to: null, hukouKind: null, demo: false, inForce: true, is: 'value', text: '533.00 元/人·月', document: { title: '中山市低保标准', number: null }, ...more }) as ListedValue;
const gap = (more: Partial<ListedValue>): ListedValue => ({ ...value(more), is: 'gap', text: '缺来源', reason: '没有见到', document: undefined }) as unknown as ListedValue;
const parameter = (history: readonly ListedValue[]): ListedParameter => ({ id: 'subsistence-standard', title: '低保标准', unit: '元/人·月', kind: 'money', byHukouKind: true, choices: null, note: null, history, waiting: [] }) as unknown as ListedParameter;

it('本市的数在全省、全国的前面；别的市不算', () => {
  const list = parameter([gap({ division: '00' }), gap({ division: '44' }), value({ division: '440100', text: '600.00' }), value({})]);
  expect(currentIn(list, '442000').map((one) => one.text)).toEqual(['533.00 元/人·月']);
  expect(holdsIn('440100', '442000')).toBe(false);
  expect(holdsIn('44', '442000')).toBe(true);
});

it('城乡分开时两个都在；过期的不在', () => {
  const list = parameter([value({ hukouKind: 'urban', text: '600.00' }), gap({ hukouKind: 'rural' }), value({ inForce: false, text: '480.00' })]);
  expect(currentIn(list, '442000').map((one) => one.text)).toEqual(['600.00', '缺来源']);
  expect(standingOf(list, '442000')).toMatchObject({ gap: true, numberMissing: true, demo: false });
});

it('真的数在演示值前面，演示值在缺口前面', () => {
  expect(currentIn(parameter([gap({}), value({ demo: true, text: '演示' })]), '442000').map((one) => one.text)).toEqual(['演示']);
  expect(currentIn(parameter([value({ demo: true, text: '演示' }), value({})]), '442000').map((one) => one.text)).toEqual(['533.00 元/人·月']);
  expect(standingOf(parameter([]), '442000').gap).toBe(true);
});
