import { describe, expect, it } from 'vitest';
import { movesUp, placeFor, readRoster, type EnrolmentStep } from './roster.ts';

const book = (...lines: readonly (readonly [person: number, day: string, step: string])[]): EnrolmentStep[] => lines.map(([person, day, step], at) => ({ entry: at + 1, person, day, step }));
const full = book([1, '2014-09-01', 'seated'], [2, '2014-09-01', 'seated'], [3, '2014-09-01', 'waiting'], [4, '2014-09-02', 'waiting']);

describe('who has a seat', () => {
  it('is told by the last step, in the order it was written', () => {
    const roster = readRoster([...full, { entry: 5, person: 1, day: '2014-09-10', step: 'left-course' }, { entry: 6, person: 3, day: '2014-09-10', step: 'moved-up' }]);
    expect(roster.sitting.map((one) => one.person)).toEqual([2, 3]);
    expect(roster.waiting.map((one) => one.person)).toEqual([4]);
    expect(readRoster([...full, { entry: 5, person: 1, day: '2014-09-10', step: 'left-course' }], '2014-09-09').sitting.map((one) => one.person)).toEqual([1, 2]);
  });
  it('gives a newcomer a seat only when nobody waits for it', () => {
    expect(placeFor(readRoster(full), 3)).toBe('waiting');
    expect(placeFor(readRoster(full.slice(0, 2)), 3)).toBe('seated');
    expect(placeFor(readRoster(full.slice(0, 2)), 2)).toBe('waiting');
  });
  it('moves up the first who wait, never beyond the seats; who comes again stands at the end', () => {
    expect(movesUp(readRoster(full), 2)).toEqual([]);
    expect(movesUp(readRoster(full), 3).map((one) => one.person)).toEqual([3]);
    expect(movesUp(readRoster(full), 9).map((one) => one.person)).toEqual([3, 4]);
    const again = readRoster([...full, { entry: 5, person: 3, day: '2014-09-03', step: 'left-list' }, { entry: 6, person: 3, day: '2014-09-03', step: 'waiting' }]);
    expect(again.waiting.map((one) => one.person)).toEqual([4, 3]);
  });
  it('a learner who completed keeps the seat', () => { expect(readRoster(book([1, '2014-09-01', 'seated'], [1, '2014-12-20', 'completed'])).sitting).toHaveLength(1); });
});
