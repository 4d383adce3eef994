import { expect, test } from 'vitest';
import { readPasted } from './read-pasted.ts';

const cells = (text: string) => readPasted(text).rows.map((row) => row.cells);

test('行和格照 Excel 复制的样子分开；格里的换行、制表、引号都在', () => {
  expect(cells('甲\t乙\r\n1\t2\r\n')).toEqual([['甲', '乙'], ['1', '2']]);
  expect(cells('甲\t"两\n行"\t"说""好"""\n')).toEqual([['甲', '两\n行', '说"好"']]);
  expect(cells('甲\t\n\t乙')).toEqual([['甲', ''], ['', '乙']]);
  expect(cells('"没有关的\t乙')).toEqual([['"没有关的', '乙']]);
  expect(cells('甲\t乙\n1\t')).toEqual([['甲', '乙'], ['1', '']]);
  expect(cells('')).toEqual([]);
});

test('最后一行的最后一格空着，这一行也在', () => {
  expect(readPasted('名称\t备注\n甲\t').rows.map((row) => row.cells)).toEqual([['名称', '备注'], ['甲', '']]);
});
