import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { digestTransfer, prefillFrom, readTransfer, sealTransfer, TRANSFER_SCHEMA, type TransferContent } from './transfer-file.ts';

const SAID: TransferContent = {
  issuer: { city: '442000', name: '中山市', office: '中山市' }, paper: { number: '中民低字〔2014〕18号', code: 'ABCD2345', decidedOn: '2014-12-03' }, destination: '广州市越秀区', hukouKind: 'urban',
  members: [{ name: '黄志强', idNumber: '442099195301023010', relation: '配偶', head: false }, { name: '陈秀英', idNumber: '442099195801024423', relation: '户主', head: true }],
  allowance: { since: '2014-11', fen: 53300, lastMonth: '2014-12', lastPaidMonth: null },
};
const keys = { current: 'k1', mac: (text: string) => Buffer.from(text).subarray(0, 32) };
const AT = { city: '440100', cityName: '广州市', today: plainDate('2024-04-01'), demo: true };
const file = sealTransfer(SAID, keys);
const read = (text: string | Buffer, at: Partial<typeof AT> = {}) => readTransfer(Buffer.from(text), { ...AT, ...at });
const code = (text: string | Buffer, at: Partial<typeof AT> = {}) => { const answer = read(text, at); return answer.ok ? 'read' : answer.no.code; };
/** Said otherwise and honestly digested again: what only the checks behind the digest can find. */
const otherwise = (more: object) => { const said = { ...SAID, ...more }; return JSON.stringify({ ...JSON.parse(file) as object, content: said, digest: digestTransfer(said) }); };

describe('转移证明的数据文件', () => {
  test('完整的读得出来，预填的只有人：没有金额，没有决定', () => {
    expect(read(file)).toMatchObject({ ok: true, content: SAID });
    expect(prefillFrom(SAID)).toEqual({ hukouKind: 'urban', members: [{ name: '陈秀英', idCard: '442099195801024423', relation: 'self' }, { name: '黄志强', idCard: '442099195301023010', relation: 'spouse' }] });
  });

  test('断了的、不是的、太大的：读不了，不会出错', () => {
    for (const bad of ['', '{}', 'null', '[]', file.slice(0, -20), Buffer.from([0xff, 0xfe, 0]), file.replace(TRANSFER_SCHEMA, 'other'), `${file}${' '.repeat(300_000)}`]) expect(code(bad)).toBe('transfer.unreadable');
    expect(code(JSON.stringify({ ...JSON.parse(file) as object, version: 2 }))).toBe('transfer.version');
  });

  test('改一个字就认得出来', () => {
    for (const [from, to] of [['53300', '93300'], ['陈秀英', '陈秀瑛'], ['442099195801024423', '442099195301023010'], ['"2014-11"', '"2004-11"']] as const) {
      expect(file).toContain(from);
      expect(code(file.replace(from, to))).toBe('transfer.changed');
    }
  });

  test('本市的、不是迁来的、号码不对的、一个号码两个人的，都不读', () => {
    expect(code(file, { city: '442000', cityName: '中山市' })).toBe('transfer.own-city');
    expect(code(file, { city: '440300', cityName: '深圳市' })).toBe('transfer.not-here');
    const [wife, head] = SAID.members as [TransferContent['members'][number], TransferContent['members'][number]];
    expect(read(otherwise({ members: [head, { ...wife, idNumber: '442099195301023011' }] }))).toMatchObject({ no: { code: 'transfer.id-number', details: { row: 2 } } });
    expect(code(otherwise({ members: [head, { ...wife, idNumber: head.idNumber }] }))).toBe('transfer.twice');
    expect(code(otherwise({ members: [wife] }))).toBe('transfer.unreadable');
    expect(code(otherwise({ account: '6228480012345678901' }))).toBe('transfer.unreadable');
    expect(code(otherwise({ members: [head, { ...wife, idNumber: null }] }))).toBe('read');
  });
});
