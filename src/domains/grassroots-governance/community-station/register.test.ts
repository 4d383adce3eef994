import { expect, test } from 'vitest';
import { oneStation } from './committee-link.ts';

const alongside = (...states: string[]) => states.map((state, at) => ({ record: at + 1, state, values: {} }));

test('居委会还归着别的站，不能再归一个；划出了的可以', () => {
  expect(oneStation({ state: 'serving', alongside: alongside('serving') })).toContain('只归一个站');
  expect(oneStation({ state: 'serving', alongside: alongside('left', 'left') })).toBeUndefined();
  expect(oneStation({ state: 'left', alongside: alongside('serving') })).toBeUndefined();
  expect(oneStation({ state: 'serving', alongside: [] })).toBeUndefined();
});
