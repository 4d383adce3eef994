import { expect, test } from 'vitest';
import { memorialSite, supplyStation } from './add-to-register.ts';
import { addsWhatItIs, placeNamed, preliminaryDone } from './register.ts';

test('preliminary work is done when every paper of the project’s own list is there', () => {
  const values = { stepsNeeded: ['approval', 'planning', 'construction-permit'] };
  expect(preliminaryDone({ values, totals: { stepsDone: 3 } })).toBeUndefined();
  expect(preliminaryDone({ values, totals: { stepsDone: 1 } })).toContain('还缺2项');
  expect(preliminaryDone({ values: {}, totals: { stepsDone: 1 } })).toContain('请先选');
});

test('a supply station adds meals, a martyrs’ park its ground', () => {
  expect(addsWhatItIs({ values: { house: 'supply-station', memorialArea: '900' } })).toContain('每餐');
  expect(addsWhatItIs({ values: { house: 'supply-station', mealsPerSitting: 800 } })).toBeUndefined();
  expect(addsWhatItIs({ values: { house: 'martyrs-park' } })).toContain('占地');
  expect(addsWhatItIs({ values: { house: 'martyrs-park', memorialArea: '1200.5' } })).toBeUndefined();
});

test('what is enlarged is named in its register; what is new goes there with its size', () => {
  expect(placeNamed({ values: { house: 'memorial', works: 'repair' } })).toContain('烈士纪念设施台账');
  expect(placeNamed({ values: { house: 'supply-station', works: 'extension' } })).toContain('场所设施台账');
  expect(placeNamed({ values: { house: 'memorial', works: 'repair', place: 7 } })).toBeUndefined();
  expect(placeNamed({ values: { house: 'memorial', works: 'new' } })).toBeUndefined();
  expect(memorialSite.values({ name: '某烈士陵园', house: 'martyrs-park', grade: 'county', memorialArea: '1200.50', openedActual: '2014-10-20', budget: 5 })).toEqual({ name: '某烈士陵园', kind: 'cemetery', grade: 'county', builtOn: 2014, area: '1200.50' });
  expect(supplyStation.values({ name: '某军供站', mealsPerSitting: 800, floorArea: '2100.00' })).toEqual({ name: '某军供站', use: '军供站，每餐供应800人', area: '2100.00' });
});
