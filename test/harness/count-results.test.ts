import { expect, it } from 'vitest';
import { countResults } from './count-results.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  message: 'cannot find module',
  assertionResults: tests.map((test) => ({ status: test })),
});

it('counts tests, and leaves skipped ones out', () => {
  expect(countResults({ testResults: [file('failed', 'passed', 'failed', 'skipped'), file('passed', 'passed')] }, 1)).toEqual({ passed: 2, failed: 1, problems: [] });
});

it('counts a file that could not be loaded as one failure', () => {
  expect(countResults({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

it('counts an error outside of tests, and a missing report, as failures', () => {
  expect(countResults({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(countResults(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
});
