import { expect, it } from 'vitest';
import { plainDate } from '../../values/plain-date.ts';
import { editionFollows } from './edition.ts';

it('届次紧接上一届，首届写 0；没写的不说', () => {
  const { test } = editionFollows('届');
  const ask = (values: Readonly<Record<string, number>>): string | undefined => (typeof test === 'function' ? test({ values, totals: {}, state: 'planned', today: plainDate('2014-11-03') }) : '不是函数');
  expect(ask({ edition: 21, previousEdition: 20 })).toBeUndefined();
  expect(ask({ edition: 1, previousEdition: 0 })).toBeUndefined();
  expect(ask({ edition: 22, previousEdition: 20 })).toContain('第21届');
  expect(ask({ edition: 22 })).toBeUndefined();
});
