import { expect, test } from 'vitest';
import { csvCell, streamCsv } from './stream-csv.ts';

const all = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece.toString('utf8');
  return text;
};

test('titles and rows only, with the mark of UTF-8, quoted where needed, money in 元, days as they are', async () => {
  const columns = [{ title: '姓名' }, { title: '金额', kind: 'money' }, { title: '起', kind: 'day' }, { title: '备注' }] as const;
  expect(await all(streamCsv(columns, [['陈*英', 81_400, '2014-11-01', '说"好"，\n下月'], ['何', -5, null, 'a,b']]))).toBe(
    '\uFEFF姓名,金额,起,备注\r\n陈*英,814.00,2014-11-01,"说""好""，\n下月"\r\n何,-0.05,,"a,b"\r\n');
});

test('nothing a person typed becomes a formula; a number stays a number', () => {
  for (const text of ['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '＝1', '＠a']) expect(csvCell(text), text).toMatch(/^"?'/);
  expect(csvCell('\r=1')).toBe(`"'\r=1"`);
  expect(csvCell(-2, 'number')).toBe('-2');
  expect(csvCell('太平路 3 号-201')).toBe('太平路 3 号-201');
});
