import { expect, it } from 'vitest';
import { decideRestart, MOST_QUICK_DEATHS, QUICK_MS } from './decide-restart.ts';

const quick = (times: number) => Array.from({ length: times }, () => 10);

it('starts again at once what had lived long, later and later what dies quickly', () => {
  expect(decideRestart([QUICK_MS])).toEqual({ again: true, afterMs: 0 });
  expect([1, 2, 3, 4].map((times) => decideRestart(quick(times)))).toEqual([200, 400, 800, 1600].map((afterMs) => ({ again: true, afterMs })));
});

it('gives up after five quick deaths in a row, but a long life forgives the earlier ones', () => {
  expect(decideRestart(quick(MOST_QUICK_DEATHS))).toEqual({ again: false });
  expect(decideRestart([...quick(4), QUICK_MS, ...quick(4)])).toEqual({ again: true, afterMs: 1600 });
});
