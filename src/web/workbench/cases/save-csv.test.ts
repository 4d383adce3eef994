import { expect, it } from 'vitest';
import { toCsv } from './save-csv.ts';

it('带 BOM，逗号引号换行不乱，像公式的不会被运行', () => {
  expect(toCsv([['姓名', '天数'], ['陈*英,"a"', 3], ['=1+1', -2]])).toBe('\uFEFF姓名,天数\r\n"陈*英,""a""",3\r\n\'=1+1,-2\r\n');
});
