import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { wholeCaseWords } from './whole-case-words.ts';

const clock = { from: plainDate('2024-03-01'), dueOn: plainDate('2024-04-15'), calendar: 'working', limit: 30, used: 12, left: 18, squares: '', assumed: false } as const;
const overall = (more: object = {}) => ({
  from: plainDate('2024-03-01'), dueOn: plainDate('2024-04-15'), calendar: 'working' as const, extendedDays: 0, pausedDays: 0, assumed: false, stoppedSince: null, doneOn: null,
  law: { instrument: '办法', article: '第二十二条', documentNumber: null }, days: 30, mostDays: 45, extensionLeft: 15, used: 12, clock, ...more,
});

test('runs, is prolonged, stands still, is late, is done', () => {
  expect(wholeCaseWords(overall(), '2024-03-19')).toEqual({ words: '第 12／30 工作日，04-15 止', total: '特殊情况最多 45 工作日', late: false });
  expect(wholeCaseWords(overall({ days: 40, extendedDays: 10, extensionLeft: 5 }), '2024-03-19').total).toBe('原 30 工作日，已延 10 工作日');
  expect(wholeCaseWords(overall({ stoppedSince: plainDate('2024-03-19') }), '2024-04-30')).toMatchObject({ words: '停在第 12／30 工作日', late: false });
  expect(wholeCaseWords(overall({ used: 30 }), '2024-04-15').words).toBe('第 30／30 工作日，今天到期');
  expect(wholeCaseWords(overall({ used: 32 }), '2024-04-17')).toMatchObject({ words: '超 2 日，04-15 已到期', late: true });
  expect(wholeCaseWords(overall({ used: 24, doneOn: plainDate('2024-04-03') }), '2024-05-01')).toMatchObject({ words: '用了 24／30 工作日', late: false });
  expect(wholeCaseWords(overall({ used: 33, doneOn: plainDate('2024-04-19') }), '2024-05-01')).toMatchObject({ words: '用了 33／30 工作日，超 3 日', late: true });
});
