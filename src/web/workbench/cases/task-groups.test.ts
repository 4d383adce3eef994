import { expect, it } from 'vitest';
import type { TaskLine } from './api.ts';
import { byLimit, byVillage, deskSaid } from './task-groups.ts';

const line = (group: TaskLine['group'], division: string) => ({ group, division }) as TaskLine;
const groups = { overdue: 0, today: 0, week: 0, later: 0, waiting: 0 };

it('按期限分组，空组不出', () => {
  expect(byLimit([line('waiting', '太平'), line('overdue', '民生')]).map((one) => `${one.title} ${one.note}`)).toEqual(['已超期 1 件', '在等别人 1 件']);
});

it('按村居分组，最急的村在前', () => {
  expect(byVillage([line('overdue', '民生'), line('week', '太平'), line('later', '民生')]).map((one) => `${one.title} ${one.note}`)).toEqual(['民生 2 件', '太平 1 件']);
});

it('一句话说清台面', () => {
  expect(deskSaid({ groups: { ...groups, overdue: 2, today: 3, week: 5, waiting: 4 }, total: 14, more: false }))
    .toEqual({ mine: '您有 10 件要办', over: '2 件已超期', rest: '，3 件今天到期，5 件本周到期。另有 4 件在等别人，不占您的期限。' });
  expect(deskSaid({ groups: { ...groups, waiting: 1 }, total: 1, more: false }).mine).toBe('没有要您办的件。1 件在等别人，不占您的期限。');
  expect(deskSaid({ groups, total: 0, more: false }).mine).toBe('没有要办的件。');
});
