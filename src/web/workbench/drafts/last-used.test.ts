import { expect, test } from 'vitest';
import type { FormField } from '../../../kernel/contract/form.ts';
import { pickAgain, saidAgain } from './last-used.ts';

const FIELDS: readonly FormField[] = [
  { key: 'on', title: '日期', kind: 'date' }, { key: 'place', title: '公示地点', kind: 'text', again: true },
  { key: 'who', title: '调查人', kind: 'list', item: [{ key: 'name', title: '姓名', kind: 'person-name', again: true }, { key: 'signed', title: '已签字', kind: 'yes-no' }] },
];

test('只记声明过的：签字、日期、申请人的情况都不记', () => {
  const kept = pickAgain(FIELDS, { on: '2014-10-13', place: '太平社区公告栏', who: [{ name: '刘志敏', signed: true }, { name: '', signed: true }] });
  expect(kept).toEqual({ place: '太平社区公告栏', who: [{ name: '刘志敏' }] });
  expect(saidAgain(kept)).toBe('太平社区公告栏、刘志敏');
});
