import { expect, test } from 'vitest';
import { everyoneCame, hoursWithinClass } from './register.ts';

test('who was due came or was excused', () => {
  expect(everyoneCame({ totals: { dueToCome: 10, excusedDue: 1, persons: 9 }, state: 'held' })).toBeUndefined();
  expect(everyoneCame({ totals: { dueToCome: 10, excusedDue: 0, persons: 9 }, state: 'held' })).toContain('应训10人，到课9人');
  expect(everyoneCame({ totals: { dueToCome: 10, excusedDue: 0, persons: 0 }, state: 'planned' })).toBeUndefined();
});

test('no more hours than the class had', () => {
  const attended = (creditHours: string) => hoursWithinClass({ values: { hours: '16.0' }, entry: { of: 'attendance', values: { came: true, creditHours } } });
  expect(attended('16.0')).toBeUndefined();
  expect(attended('16.5')).toContain('超过');
});
