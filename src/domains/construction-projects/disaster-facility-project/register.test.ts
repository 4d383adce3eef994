import { expect, test } from 'vitest';
import { sharesMakeBudget } from './register.ts';

test('the shares of city and district are together the whole cost, to the fen', () => {
  expect(sharesMakeBudget({ values: { budget: 400_000_000, cityShare: 240_000_000, districtShare: 160_000_000 } })).toBeUndefined();
  expect(sharesMakeBudget({ values: { budget: 400_000_000, cityShare: 240_000_000, districtShare: 159_999_999 } })).toContain('少于总投资0.01元');
  expect(sharesMakeBudget({ values: { budget: 400_000_000, cityShare: 250_000_000, districtShare: 160_000_000 } })).toContain('多于总投资100,000.00元');
  expect(sharesMakeBudget({ values: { budget: 400_000_000, cityShare: 250_000_000 } })).toBeUndefined();
});
