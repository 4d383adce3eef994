import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeReturnFile } from '../../../../demo/bank/make-return-file.ts';
import { fen } from '../../values/money.ts';
import { plainDate } from '../../values/plain-date.ts';
import { encodeLines, encodeText } from './line-format.ts';
import { readBankFile } from './read-bank-file.ts';
import { readReturnFile } from './read-return-file.ts';
import { listBatchFaults, writeBankFile, type BankBatch, type BankLine } from './write-bank-file.ts';

function line(seq: number, change: Partial<BankLine> = {}): BankLine {
  const number = String(seq).padStart(6, '0');
  return {
    seq,
    accountName: '张三',
    accountNumber: `6228480000000${number}`,
    bankCode: '402603000012',
    fen: fen(53_300),
    idLast4: '001X',
    reference: `P2014-12-${number}`,
    ...change,
  };
}

function batch(...lines: BankLine[]): BankBatch {
  return { batchNo: 'ZS-2014-12-01', payDate: plainDate('2014-12-10'), purpose: '最低生活保障金', agency: '中山市民政局', lines };
}

const TIME = '2014-12-10T10:30:00';

describe('writeBankFile', () => {
  test('writes header, lines and trailer in GB18030 with control totals', () => {
    const file = writeBankFile(batch(line(1), line(2, { accountName: '李𠅤', agentFor: '王䶮', fen: fen(1) })));
    const text = new TextDecoder('gb18030').decode(file.bytes);
    const [header, first, second, trailer, rest] = text.split('\r\n');
    expect(header).toBe('H|MZDF|1|ZS-2014-12-01|20141210|最低生活保障金|中山市民政局|2|53301');
    expect(first).toBe('D|1|张三|6228480000000000001|402603000012|53300|001X|P2014-12-000001|');
    expect(second).toBe('D|2|李𠅤|6228480000000000002|402603000012|1|001X|P2014-12-000002|王䶮');
    expect(trailer).toMatch(/^T\|2\|53301\|[0-9a-f]{64}$/);
    expect(rest).toBe('');
    expect(file).toMatchObject({ fileName: 'MZDF_ZS-2014-12-01_20141210.txt', count: 2, totalFen: 53_301 });
    expect(file.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'));
    const before = file.bytes.subarray(0, file.bytes.lastIndexOf('T|2|'));
    expect(trailer?.split('|')[3]).toBe(createHash('sha256').update(before).digest('hex'));
  });

  test('the same batch gives the same bytes, and they are read back whole', () => {
    const given = batch(line(1), line(2, { accountName: '亅䶮·𰻝', agentFor: '阿依古丽·买买提' }));
    const file = writeBankFile(given);
    expect(writeBankFile(given).bytes.equals(file.bytes)).toBe(true);
    expect(readBankFile(file.bytes)).toEqual({ ok: true, batch: given, count: 2, totalFen: 106_600 });
  });

  test('another program reads the rare characters as we wrote them', () => {
    const bytes = writeBankFile(batch(line(1, { accountName: '𠅤䶮㛃〇·' }))).bytes;
    let text: string;
    try {
      text = execFileSync('iconv', ['-f', 'GB18030', '-t', 'UTF-8'], { input: bytes }).toString('utf8');
    } catch {
      text = new TextDecoder('gb18030').decode(bytes);
    }
    expect(text).toContain('|𠅤䶮㛃〇·|');
  });

  test('any names and amounts come back as they were', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
    const lines = fc.array(fc.record({ accountName: name, fen: fc.integer({ min: 1, max: 10_000_000 }).map(fen) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, (changes) => {
        const given = batch(...changes.map((change, index) => line(index + 1, change)));
        if (listBatchFaults(given).length > 0) {
          expect(() => writeBankFile(given)).toThrow(RangeError);
        } else {
          expect(readBankFile(writeBankFile(given).bytes)).toMatchObject({ ok: true, batch: given });
        }
      }),
    );
  });

  test('refuses what would break a line, and says where without naming anybody', () => {
    const faults = (change: Partial<BankLine>) => listBatchFaults(batch(line(1, change))).map(({ field, fault }) => `${field} ${fault}`);
    expect(faults({})).toEqual([]);
    expect(faults({ accountName: '张|三' })).toEqual(['accountName separator']);
    expect(faults({ accountName: '张\n三' })).toEqual(['accountName control']);
    expect(faults({ accountName: ' ' })).toEqual(['accountName empty']);
    expect(faults({ accountName: '\uD840' })).toEqual(['accountName encoding']);
    expect(faults({ fen: fen(0) })).toEqual(['fen shape']);
    expect(faults({ accountNumber: '6228-48' })).toEqual(['accountNumber shape']);
    expect(listBatchFaults(batch())).toEqual([{ field: 'lines', fault: 'empty' }]);
    expect(listBatchFaults(batch(line(1), line(3)))).toEqual([{ seq: 3, field: 'seq', fault: 'out-of-order' }]);
    expect(listBatchFaults(batch(line(1), line(2, { reference: line(1).reference })))).toEqual([{ seq: 2, field: 'reference', fault: 'repeated' }]);
    expect(() => writeBankFile(batch(line(1, { accountName: '张|三' })))).toThrow(/^(?!.*张).*accountName/);
  });

  test('a byte changed or a line lost is noticed', () => {
    const bytes = Buffer.from(writeBankFile(batch(line(1), line(2))).bytes);
    expect(readBankFile(bytes.subarray(0, 100))).toEqual({ ok: false, fault: 'no-trailer' });
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    expect(readBankFile(bytes)).toEqual({ ok: false, fault: 'changed' });
  });
});

describe('readReturnFile', () => {
  const sent = writeBankFile(batch(line(1), line(2), line(3, { fen: fen(20_000) })));
  const returned = makeReturnFile(sent.bytes, [{ seq: 2, code: 'E001' }, { seq: 3, code: 'Z9' }], TIME);
  const text = new TextDecoder('gb18030').decode(returned);
  const lines = text.split('\r\n').slice(0, -2).map((row) => row.split('|'));
  const codeOf = (bytes: Buffer) => {
    const read = readReturnFile(bytes);
    return read.ok ? 'ok' : read.code;
  };

  test('tells what was paid and what was not, and keeps a code nobody knows', () => {
    const read = readReturnFile(returned);
    expect(read).toMatchObject({
      ok: true,
      batchNo: 'ZS-2014-12-01',
      count: 3,
      totals: { paidCount: 1, paidFen: 53_300, failedCount: 2, failedFen: 73_300 },
      results: [
        { seq: 1, reference: 'P2014-12-000001', fen: 53_300, status: 'paid', bankTime: TIME },
        { seq: 2, status: 'failed', code: 'E001', codeTitle: '账户已销', codeKnown: true },
        { seq: 3, fen: 20_000, status: 'failed', code: 'Z9', codeTitle: '未知代码 Z9', codeKnown: false },
      ],
    });
  });

  test('a file that does not hold together is refused whole', () => {
    expect(codeOf(Buffer.alloc(0))).toBe('return-file.empty');
    expect(codeOf(sent.bytes)).toBe('return-file.bank-file');
    expect(codeOf(returned.subarray(0, returned.length - 2))).toBe('return-file.no-trailer');
    expect(codeOf(Buffer.from('卡号,结果\r\n'))).toBe('return-file.no-trailer');
    expect(codeOf(encodeText(text.replace('|S|', '|F|')))).toBe('return-file.changed');
    expect(codeOf(encodeText(text.replaceAll('\r\n', '\n')))).toBe('return-file.no-trailer');
  });

  test('a check sum does not excuse wrong lines or totals', () => {
    const rebuilt = (change: (rows: string[][]) => void, trailer = ['3', '126600']) => {
      const rows = lines.map((row) => [...row]);
      change(rows);
      return codeOf(encodeLines(rows, trailer));
    };
    const set = (row: number, field: number, value: string) => (rows: string[][]) => {
      const found = rows[row];
      if (found !== undefined) found[field] = value;
    };
    expect(rebuilt(() => undefined)).toBe('ok');
    expect(rebuilt(() => undefined, ['3', '126601'])).toBe('return-file.totals');
    expect(rebuilt((rows) => rows.pop())).toBe('return-file.totals');
    expect(rebuilt(set(0, 5, '53301'))).toBe('return-file.totals');
    expect(rebuilt(set(0, 2, '2'))).toBe('return-file.version');
    expect(rebuilt(set(0, 1, 'XX'))).toBe('return-file.header');
    expect(rebuilt(set(1, 4, 'P'))).toBe('return-file.line');
    expect(rebuilt(set(1, 3, '5e4'))).toBe('return-file.line');
    expect(rebuilt(set(1, 5, 'E001'))).toBe('return-file.line');
    expect(rebuilt(set(2, 5, '0000'))).toBe('return-file.line');
    expect(rebuilt(set(1, 6, '20141310103000'))).toBe('return-file.line');
    expect(rebuilt(set(2, 1, '1'))).toBe('return-file.repeated');
    expect(rebuilt(set(2, 2, 'P2014-12-000001'))).toBe('return-file.repeated');
  });

  test('a refusal names the line as an editor counts it', () => {
    const rows = lines.map((row) => [...row]);
    rows[2]?.pop();
    expect(readReturnFile(encodeLines(rows, ['3', '126600']))).toMatchObject({ ok: false, sentence: '回盘文件第 3 行不合格式。请把文件退给银行重新生成。' });
  });

  test('the demo bank books nothing of a file it cannot read', () => {
    expect(() => makeReturnFile(sent.bytes.subarray(1), [], TIME)).toThrow();
    expect(() => makeReturnFile(sent.bytes, [{ seq: 9, code: 'E001' }], TIME)).toThrow(/no line 9/);
  });
});
