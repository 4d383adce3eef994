import { expect, it } from 'vitest';
import type { WorkingStep } from '../../../kernel/contract/rules.ts';
import type { CaseDetail } from './api.ts';
import { excludedWords, formulaLine, opinions } from './paper-words.ts';

const step = (op: WorkingStep['op'], label: string, value: WorkingStep['value'], role: WorkingStep['role']): WorkingStep => ({ op, label, plain: label, value, ...(role === undefined ? {} : { role }) });
const money = (fen: number) => ({ fen }) as unknown as WorkingStep['value'];

const working = [
  step('', '低保标准', money(53300), 'given'), step('×', '计入人数', { count: 3, unit: '人' }, 'given'), step('=', '全家应有', money(159900), 'result'),
  step('−', '零工', money(62000), 'given'), step('−', '养老金', money(16500), 'given'), step('', '助学金 300.00', { text: '不计入' }, 'excluded'), step('=', '每月补差', money(81400), 'answer'),
];

it('算式写成一行，不计入的另写', () => {
  expect(formulaLine({ working })).toBe('533.00 元 × 3 人 − 620.00 元 − 165.00 元');
  expect(excludedWords({ working })).toBe('助学金 300.00不计入');
});

it('退回重办的，只留最后一次的意见', () => {
  const mark = (task: string | null, on: string, kind = 'act') => ({ task, on, kind }) as unknown as CaseDetail['trail'][number];
  expect(opinions([mark('accept', '1'), mark('survey', '2'), mark(null, '3'), mark('survey', '4'), mark(null, '5', 'next')]).map((one) => one.on)).toEqual(['1', '4']);
});
