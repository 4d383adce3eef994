import { expect, test } from 'vitest';
import { cellOf } from '../../../documents/workbook/plain-sheet.ts';
import { plainDate } from '../../../values/plain-date.ts';
import type { SheetCell } from '../../../documents/workbook/sheet-rows.ts';
import type { ColumnUse } from '../design-face.ts';
import { guessChoices } from './guess-choices.ts';
import { guessUse, type GuessGround } from './guess-field.ts';
import { proposeDeclaration, titleOf } from './propose-declaration.ts';

const PLACES: Readonly<Record<string, string>> = { 石岐区: 'town', 东区: 'town', 太平社区: 'village', 龙石村: 'village' };
const ground: GuessGround = { date1904: false, levelOf: (text) => PLACES[text] };
const cells = (texts: readonly string[]): SheetCell[] => texts.map((text, at) => cellOf({ number: at + 2, hidden: false, cells: [text] }, 0));
const guess = (heading: string, ...texts: string[]): ColumnUse => guessUse({ at: 0, heading, cells: cells(texts) }, ground).use;
const repeat = (times: number, ...texts: string[]): string[] => Array.from({ length: times }, () => texts).flat();

test('按写的内容猜：日期、钱、整数、小数、电话、身份证号、编码', () => {
  expect(guess('成立时间', '2013.5.12', '2013年5月12日', '20130512', '2013/5/12', '不详的一天')).toBe('date');
  expect(guess('首次活动', '2013-05-12', '2014-01-02')).toBe('date');
  expect(guess('活动经费（万元）', '1.5', '0.8', '12')).toBe('money');
  expect(guess('人数（人）', '12人', '30', '1,200', '若干', '8', '9')).toBe('integer');
  expect(guess('活动经费（元）', '500', '1,200', '800')).toBe('money');
  expect(guess('人次', '500', '41000')).toBe('integer');
  expect(guess('面积', '120.5㎡', '88.25', '90')).toBe('number');
  expect(guess('联系', '13800000021', '0760-88880000', '13800000022', '13800000023', '13800000024')).toBe('phone');
  expect(guess('证件', '440601195001010016', '44060119500101002X')).toBe('id-card');
  expect(guess('备案年度', '2013', '2014年')).toBe('year');
  expect(guess('备案月份', '2013年5月', '2014-06')).toBe('month');
  expect(guess('统一社会信用代码', '52442000MJ0000001X', '52442000MJ0000002X')).toBe('text');
  expect(guess('登记证号', '20130001', '20130002')).toBe('text');
});

test('一个数不是日子：没有“日期”“时间”的标题，天数一样的数还是数', () => {
  const numbers = [41000, 41001, 41002].map((number, at): SheetCell => ({ address: `A${at + 2}`, column: 1, kind: 'number', text: String(number), formula: false, withoutResult: false, longNumber: false }));
  expect(guessUse({ at: 0, heading: '受益人次', cells: numbers }, ground).use).toBe('integer');
  expect(guessUse({ at: 0, heading: '成立日期', cells: numbers }, ground).use).toBe('date');
  const dates = numbers.map((cell): SheetCell => ({ ...cell, kind: 'date', date: plainDate('2013-05-12') }));
  expect(guessUse({ at: 0, heading: '', cells: dates }, ground).use).toBe('date');
});

test('登记在哪里、什么状态，是每条都有的；行号、空列不要', () => {
  expect(guess('所属镇街', '石岐区', '东区')).toBe('$town');
  expect(guess('在哪', ...repeat(3, '太平社区', '龙石村'))).toBe('$village');
  expect(guess('所在地', '民生路 12 号', '湖滨北路 3 号')).toBe('text');
  expect(guess('现状', ...repeat(5, '正常'), '注销', '注销')).toBe('$state');
  expect(guess('注销时间', '2014.6.30')).toBe('$since');
  expect(guess('序号', '1', '2')).toBe('$none');
  expect(guess('', '', '')).toBe('$none');
  expect(guess('备注栏', '')).toBe('long-text');
});

test('只有几种写法的是单选：短写并到全称，只出现一次的说出来', () => {
  const kinds = [...repeat(20, '文体活动', '互助服务', '公益慈善'), ...repeat(5, '文体'), '麻将'];
  expect(guessChoices(kinds, { most: 12 })).toEqual({ titles: ['文体活动', '互助服务', '公益慈善'], once: ['麻将'] });
  expect(guessUse({ at: 2, heading: '类型', cells: cells(kinds) }, ground)).toMatchObject({ use: 'choice', why: expect.stringContaining('麻将') });
  expect(guess('服务', ...repeat(4, '助餐、助浴', '助餐', '助医；助餐'))).toBe('choices');
  expect(guess('有无章程', '有', '无', '有', '√')).toBe('yes-no');
  expect(guess('队伍名称', ...repeat(4, '太极队', '舞蹈队'))).toBe('text');
  expect(guessChoices(['甲', '乙', '丙'], { most: 12 })).toBeUndefined();
});

test('整张表变成一份设计：名称、状态、提醒、一年的数都有；编号不跟台账自己的混', () => {
  const column = (at: number, heading: string, use: ColumnUse, ...texts: string[]) => ({ at, heading, use, cells: cells(texts) });
  const made = proposeDeclaration([
    column(0, '序号', '$none', '1'), column(1, '编号', 'text', 'A1'), column(2, '队伍名称', 'text', '太极队', '舞蹈队'), column(3, '人数（人）', 'integer', '12人'), column(4, '所属镇街', '$town', '石岐区'),
    column(5, '备案到期', 'date', '2014-12-01'), column(6, '现状', '$state', ...repeat(6, '正常'), ...repeat(2, '已注销', '筹备中')),
  ], { name: '2014 年社区社会组织台账', keepers: ['town-clerk'], line: 'social-work' });
  expect(made).toMatchObject({ title: '社区社会组织', unit: '家', name: 'f2', key: ['f2', 'division'], line: 'social-work' });
  expect(made.fields.map((field) => [field.key, field.title, field.kind, field.unit])).toEqual([['f1', '原编号', 'text', undefined], ['f2', '队伍名称', 'text', undefined], ['f3', '人数', 'integer', '人'], ['f4', '备案到期', 'date', undefined]]);
  expect(made.fields[2]?.columns).toEqual(['人数（人）']);
  expect(Object.values(made.states)).toEqual([{ title: '正常' }, { title: '筹备中', before: true }, { title: '已注销', ends: true }]);
  expect(made.reminders).toEqual([{ id: 'r1', title: '备案快到期', due: { field: 'f4', before: 30 } }]);
  expect(made.counts?.map((count) => [count.title, count.of.what])).toEqual([['社区社会组织数', 'stock'], ['当年新增社区社会组织', 'opened']]);
});

test('有姓名和身份证号的，记的是人：连到人，不另打字', () => {
  const column = (at: number, heading: string, use: ColumnUse, ...texts: string[]) => ({ at, heading, use, cells: cells(texts) });
  const made = proposeDeclaration([column(0, '姓名', 'text', '陈志明'), column(1, '身份证号码', 'id-card', '440601195001010016'), column(2, '联系电话', 'phone', '13800000021')], { name: '志愿者花名册.xlsx', keepers: ['town-clerk'], line: 'own' });
  expect(made).toMatchObject({ title: '志愿者', unit: '人', holder: { kind: 'person' }, fields: [{ title: '联系电话' }] });
  expect(made.name).toBeUndefined();
});

test('两列只差括号里的字，各叫各的；括号里不是单位的不当单位', () => {
  const column = (at: number, heading: string, ...texts: string[]) => ({ at, heading, use: 'integer' as const, cells: cells(texts) });
  const { fields } = proposeDeclaration([column(0, '人数（男）', '3'), column(1, '人数（女）', '4'), column(2, '床位', '20 张')], { name: '', keepers: [], line: 'own' });
  expect(fields.map((field) => [field.title, field.unit])).toEqual([['人数（男）', '人'], ['人数（女）', '人'], ['床位', '张']]);
});

test('台账叫什么，从表的标题里取', () => {
  for (const [name, title] of [['2014年社区社会组织台账', '社区社会组织'], ['石岐区街道办事处长者饭堂一览表（2014）', '长者饭堂'], ['社区公共电子屏登记表.xlsx', '社区公共电子屏'], ['Sheet1', ''], ['新建 Microsoft Excel 工作表.xlsx', '']] as const) expect(titleOf(name), name).toBe(title);
});
