import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, codesOf, headLine, inventedId, memberLine, readBytes, readLines, TITLES, writeRoster, type LineValues } from './roster-fixture.ts';

describe('a good list', () => {
  test('is read whole: households, members, money, bank', async () => {
    const read = await readLines([
      headLine('1', { 残疾等级: '肢体二级', 出生日期: '1962.3.15', 性别: '男' }),
      memberLine('1', { 在校情况: '初中', 人员类别: '未成年人' }),
      headLine('2', { 姓名: '黄丽', 身份证号: inventedId('19700101', 2), 户名: '黄丽', 户口性质: '农村', '补差额(元/月)': '1,066.50元', 起保时间: '2013年7月' }),
    ]);
    expect(read.errors).toEqual([]);
    expect(read.households).toHaveLength(2);
    expect(read.households[0]).toEqual({
      key: '1',
      rowNumbers: [3, 4],
      householdNo: '1',
      division: { town: '石岐区', village: '民生社区' },
      address: '民生路 1 号',
      hukouKind: 'urban',
      members: [
        { row: 3, name: '陈大文', idNumber: inventedId('19620315', 1), sex: 'male', birthDate: '1962-03-15', relation: '户主', isHead: true, disability: { text: '肢体二级', kind: 'physical', grade: 2 } },
        { row: 4, name: '陈小明', idNumber: inventedId('20010901', 1), sex: 'male', birthDate: '2001-09-01', relation: '子', isHead: false, categoryNotes: '未成年人', student: '初中' },
      ],
      monthlyFen: 53_300,
      bank: { name: '中山农村商业银行', code: '314', number: '80020000012345678', holderName: '陈大文' },
      since: '2014-01',
    });
    expect(read.households[1]).toMatchObject({ hukouKind: 'rural', monthlyFen: 106_650, since: '2013-07' });
    expect(read.summary).toMatchObject({ sheetName: '低保花名册', headerRows: [2], memberLines: 3, householdsRead: 2, householdsGood: 2, membersGood: 3, totalFenGood: 159_950, hiddenRows: [], skipped: [], unmappedColumns: [] });
  });

  test('with a header of two rows and household cells merged, without household numbers', async () => {
    const read = await readLines([], {
      titles: ['序号', '户主姓名'],
      change: (sheet) => {
        sheet.spliceRows(2, 1);
        sheet.addRow(['序号', '镇区', '村(居)委会', '家庭成员', null, null, '户口性质', '家庭地址', '补差金额', '银行', null]);
        sheet.addRow([null, null, null, '姓 名', '身份证号码', '与户主关系', null, null, '（元）', '开户行', '账号']);
        sheet.addRow([1, '石岐区', '民生社区', '陈大文', inventedId('19620315', 1), '户主', '城镇', '民生路1号', 500, '农商行', '80020000000000001']);
        sheet.addRow([null, null, null, '李红', inventedId('19650101', 2), '妻', '城镇', null, null, null, null]);
        sheet.addRow([2, null, null, '黄丽', inventedId('19700101', 2), '户主', '城镇', '民生路2号', 600, '农商行', '80020000000000002']);
        sheet.addRow([null, null, null, '黄小', inventedId('20050101', 1), '子', '城镇', null, null, null, null]);
        for (const column of ['A', 'B', 'C', 'G', 'H']) sheet.mergeCells(`${column}2:${column}3`);
        sheet.mergeCells('D2:F2');
        sheet.mergeCells('J2:K2');
        for (const column of ['A', 'H', 'I', 'J', 'K']) for (const top of [4, 6]) sheet.mergeCells(`${column}${top}:${column}${top + 1}`);
        for (const column of ['B', 'C']) sheet.mergeCells(`${column}4:${column}7`);
      },
    });
    expect(codesOf(read)).toEqual([]);
    expect(read.summary.headerRows).toEqual([2, 3]);
    expect(read.households.map((household) => [household.members.map((member) => member.name), household.monthlyFen, household.division.village])).toEqual([
      [['陈大文', '李红'], 50_000, '民生社区'],
      [['黄丽', '黄小'], 60_000, '民生社区'],
    ]);
  });

  test('totals, headers printed again, remarks and blank rows are left out and told', async () => {
    const read = await readLines([headLine('1'), memberLine('1'), {}, Object.fromEntries(TITLES.map((title) => [title, title])), headLine('2')], {
      change: (sheet) => {
        sheet.addRow(['合 计', null, null, null, null, '2户3人', null, null, null, null, null, null, null, 1066]);
        sheet.addRow(['注：本表一式三份']);
        sheet.addRow(['填表人：李四        审核人：王五']);
      },
    });
    expect(codesOf(read)).toEqual([]);
    expect(read.households.map((household) => household.members.length)).toEqual([2, 1]);
    expect(read.summary.skipped).toEqual([{ row: 6, why: 'header-again' }, { row: 8, why: 'totals' }, { row: 9, why: 'remark' }, { row: 10, why: 'remark' }]);
  });

  test('the head may be ticked, in any line; the place may come from the importer', async () => {
    const titles = [...TITLES.filter((title) => title !== '镇街' && title !== '村居'), '是否户主', '联系电话'];
    const lines = [memberLine('1'), headLine('1', { 与户主关系: null, 是否户主: '√', 联系电话: '13800000000' })];
    const read = await readLines(lines, { titles }, { division: { town: '沙溪镇', village: '龙瑞村' } });
    expect(codesOf(read)).toEqual([]);
    expect(read.households[0]?.division).toEqual({ town: '沙溪镇', village: '龙瑞村' });
    expect(read.households[0]?.members.map((member) => [member.name, member.relation, member.isHead])).toEqual([['陈大文', '户主', true], ['陈小明', '子', false]]);
    expect(read.summary.unmappedColumns).toEqual(['联系电话']);
    expect(codesOf(await readLines(lines, { titles }))).toEqual(['2 column-missing', '2 column-missing']);
  });
});

describe('what is put right is told', () => {
  test('full-width digits, spaces, rare characters, text amounts, lost date formats', async () => {
    const id = inventedId('19800501', 1);
    const fullWidth = id.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const read = await readLines([
      headLine('1', { 姓名: '陈　文', 身份证号: fullWidth, 出生日期: 29342, '补差额(元/月)': '５３３元/月', 户名: null }),
      memberLine('1', { 姓名: '陈𠅤' }),
      headLine('2', { 户名: '王代领', 残疾等级: '有' }),
    ]);
    expect(codesOf(read)).toEqual([]);
    expect(read.households[0]).toMatchObject({ monthlyFen: 53_300, bank: { holderName: '陈文' }, members: [{ name: '陈文', idNumber: id, birthDate: '1980-05-01' }, { name: '陈𠅤' }] });
    expect(read.notes.map((note) => `${note.row} ${note.code}`).sort()).toEqual([
      '3 roster.amount-with-text', '3 roster.birth-date-serial', '3 roster.holder-assumed', '3 roster.id-cleaned', '3 roster.name-spaces',
      '4 roster.name-rare', '5 roster.disability-unreadable', '5 roster.holder-not-member',
    ]);
  });

  test('an account two households share is told, not refused', async () => {
    const read = await readLines([headLine('1'), headLine('2', { 银行账号: headLine('1')['银行账号'] ?? null }), headLine('3')]);
    expect(read.households).toHaveLength(3);
    expect(read.notes.map((note) => `${note.row} ${note.code}`)).toEqual(['3 roster.account-shared', '4 roster.account-shared']);
  });

  test.each([
    ['1980.5.1'], ['1980年5月1日'], ['19800501'], [19800501], ['1980/05/01'], ['１９８０．５．１'], [29342], ['1980-05-01 00:00:00'], [new Date(Date.UTC(1980, 4, 1))],
  ])('the birth date %s is read', async (written) => {
    const lines = [headLine('1', { 身份证号: inventedId('19800501', 1), 出生日期: written })];
    const read = await readLines(lines, { change: (sheet) => (sheet.getCell(3, at('出生日期')).numFmt = written instanceof Date ? 'yyyy-mm-dd' : 'General') });
    expect(codesOf(read)).toEqual([]);
  });

  test.each([['80.5.1', 'ambiguous'], ['5/1/1980', 'ambiguous'], ['1980.5', 'ambiguous'], [1980, 'ambiguous'], [198005, 'ambiguous'], ['1980年2月30日', 'unreadable'], ['五月', 'unreadable'], ['1980.5.2', 'disagrees']])(
    'the birth date %s is refused as %s',
    async (written, fault) => {
      const read = await readLines([headLine('1', { 身份证号: inventedId('19800501', 1), 出生日期: written })]);
      expect(codesOf(read)).toEqual([`3 birth-date-${fault}`]);
    },
  );

  test.each([['2014.1', '2014-01'], [201410, '2014-10'], ['2014年10月', '2014-10'], ['2014-10-01', '2014-10'], [41913, '2014-10'], [2014.11, '2014-11']])('the month %s is %s', async (written, month) => {
    const read = await readLines([headLine('1', { 起保时间: written })]);
    expect([codesOf(read), read.households[0]?.since]).toEqual([[], month]);
  });

  test.each([[2014.1, 'since-ambiguous'], ['2014', 'since-ambiguous'], ['去年', 'since-unreadable'], ['2014-12', 'since-in-future']])('the month %s is refused: %s', async (written, code) => {
    expect(codesOf(await readLines([headLine('1', { 起保时间: written })]))).toEqual([`3 ${code}`]);
  });
});

describe('errors of a line', () => {
  const good = inventedId('19620315', 1);
  const wrongCheck = good.slice(0, 17) + (good.endsWith('1') ? '2' : '1');
  test.each<[string, LineValues, string]>([
    ['an id stored as a number', { 身份证号: Number(good) }, 'id-stored-as-number'],
    ['an id of 15 digits', { 身份证号: '442099620315001' }, 'id-fifteen-digits'],
    ['an id of 15 digits stored as a number', { 身份证号: 442099620315001 }, 'id-fifteen-digits'],
    ['a wrong check digit', { 身份证号: wrongCheck }, 'id-wrong'],
    ['an id too short', { 身份证号: '4420991962' }, 'id-wrong'],
    ['no id', { 身份证号: null }, 'cell-empty'],
    ['no name', { 姓名: ' ' }, 'cell-empty'],
    ['a private-use character', { 姓名: '陈\uE000' }, 'name-private-use'],
    ['a name with a question mark', { 姓名: '陈?' }, 'name-illegible'],
    ['a name with a digit', { 姓名: '陈文1' }, 'name-illegible'],
    ['the other sex', { 性别: '女' }, 'sex-disagrees'],
    ['no sex anybody knows', { 性别: 'X' }, 'sex-unreadable'],
    ['an amount that is none', { '补差额(元/月)': '伍佰元' }, 'amount-not-a-number'],
    ['an amount that is a day', { '补差额(元/月)': new Date(Date.UTC(2014, 0, 1)) }, 'amount-not-a-number'],
    ['a fraction of a fen', { '补差额(元/月)': 1265.6667 }, 'amount-beyond-fen'],
    ['an amount of 0', { '补差额(元/月)': 0 }, 'amount-not-positive'],
    ['a negative amount', { '补差额(元/月)': -5 }, 'amount-not-positive'],
    ['no amount', { '补差额(元/月)': null }, 'cell-empty'],
    ['an account stored as a number', { 银行账号: 6228480000000000 }, 'account-stored-as-number'],
    ['an account that is none', { 银行账号: '见存折' }, 'account-wrong'],
    ['no bank', { 开户银行: null }, 'cell-empty'],
    ['no hukou anybody knows', { 户口性质: '居民户口' }, 'hukou-unreadable'],
    ['a formula without a result', { 姓名: { formula: 'A1' } as never }, 'cell-formula'],
    ['a broken cell', { 身份证号: { error: '#REF!' } as never }, 'cell-broken'],
  ])('%s', async (_title, values, code) => {
    const read = await readLines([headLine('1', values), headLine('2')], {
      change: (sheet) => values['补差额(元/月)'] instanceof Date && (sheet.getCell(3, at('补差额(元/月)')).numFmt = 'yyyy-mm-dd'),
    });
    expect([...new Set(codesOf(read))].filter((found) => !found.includes('head-name'))).toEqual([`3 ${code}`]);
    expect(read.households.map((household) => household.key)).toEqual(['2']);
    expect(read.errors[0]?.sentence).toMatch(/请|应|只能/);
  });

  test('an error names row, column, cell and household, and the household is left out whole', async () => {
    const read = await readLines([headLine('1'), memberLine('1', { 身份证号: '442099620315001' }), headLine('2')]);
    expect(read.errors).toEqual([
      { severity: 'error', code: 'roster.household-not-imported', sentence: '这一户共 2 行（第 3-4 行）整户没有导入，因为第 4 行有错；改好后再导入。', row: 3, column: '', address: '', householdKey: '1', householdRows: [3, 4] },
      { severity: 'error', code: 'roster.id-fifteen-digits', sentence: '这是 15 位的旧身份证号。请对照户口簿或新证件换成 18 位。', row: 4, column: '身份证号', address: 'G4', householdKey: '1', householdRows: [3, 4] },
    ]);
    expect(read.summary).toMatchObject({ householdsRead: 2, householdsGood: 1, membersGood: 1, totalFenGood: 53_300 });
  });

  test('all errors of a household are told at once', async () => {
    const read = await readLines([headLine('1', { '补差额(元/月)': '若干', 开户银行: null, 性别: '女' }), memberLine('1', { 姓名: null })]);
    expect(codesOf(read).sort()).toEqual(['3 amount-not-a-number', '3 cell-empty', '3 sex-disagrees', '4 cell-empty']);
  });

  test('outside a demo city an invented number is refused', async () => {
    expect(codesOf(await readLines([headLine('1')], {}, { demo: false }))).toEqual(['3 id-wrong']);
  });

  test('an unknown village, and one that is known', async () => {
    const resolveDivision = ({ village }: { village: string }) => (village === '民生社区' ? '442000001001' : undefined);
    const read = await readLines([headLine('1'), headLine('2', { 村居: '明生社区' })], {}, { resolveDivision });
    expect(codesOf(read)).toEqual(['4 division-unknown']);
    expect(read.households[0]?.division.code).toBe('442000001001');
  });
});

describe('errors of a household', () => {
  test('no head, two heads, a head name that is another', async () => {
    expect(codesOf(await readLines([memberLine('1')]))).toContain('3 no-head');
    expect(codesOf(await readLines([headLine('1'), memberLine('1', { 与户主关系: '户主' })]))).toEqual(['4 two-heads']);
    const titles = [...TITLES, '户主姓名', '是否户主'];
    expect(codesOf(await readLines([headLine('1', { 户主姓名: '张三' })], { titles }))).toEqual(['3 head-name-disagrees']);
    expect(codesOf(await readLines([headLine('1', { 与户主关系: '妻', 是否户主: '是' })], { titles }))).toEqual(['3 head-mark-disagrees']);
  });

  test('without numbers a head without an amount stays with the household above and spoils it', async () => {
    const titles = TITLES.filter((title) => title !== '户编号');
    const read = await readLines([headLine('1'), memberLine('1', { 与户主关系: '户主' }), headLine('2')], { titles });
    expect(codesOf(read)).toEqual(['4 two-heads']);
    expect(read.households.map((household) => household.key)).toEqual(['第5行']);
  });

  test('without numbers people above the first head spoil the household they may belong to', async () => {
    const titles = TITLES.filter((title) => title !== '户编号');
    const read = await readLines([memberLine('1'), headLine('1'), headLine('2')], { titles });
    expect(codesOf(read)).toContain('4 neighbour-without-head');
    expect(read.households.map((household) => household.key)).toEqual(['第5行']);
  });

  test('the same person in two households, and twice in one', async () => {
    const id = inventedId('19900101', 1);
    const lowerX = inventedId('19900101', 3);
    const read = await readLines([
      headLine('1', { 身份证号: id }), headLine('2', { 身份证号: ` ${id}` }), headLine('3', { 身份证号: lowerX }), memberLine('3', { 身份证号: lowerX }),
      headLine('4'), memberLine('4'), memberLine('4'), headLine('5'),
    ]);
    expect(codesOf(read)).toEqual(['3 person-in-two-households', '4 person-in-two-households', '6 person-twice', '9 row-repeated']);
    expect(read.households.map((household) => household.key)).toEqual(['5']);
  });

  test('a household number in two places, values that differ, an amount on two lines', async () => {
    const read = await readLines([
      headLine('1'), headLine('2'), memberLine('1'),
      headLine('3'), memberLine('3', { 家庭住址: '民生路 9 号' }),
      headLine('4'), memberLine('4', { '补差额(元/月)': 533 }),
      headLine('5'), memberLine('5', { '补差额(元/月)': 0, 家庭住址: '民生路1号', 户口性质: '农村' }),
    ]);
    expect(codesOf(read).filter((code) => !/^5 (?:no-head|cell)/.test(code))).toEqual(['3 household-number-twice', '5 household-number-twice', '6 value-conflict', '8 amount-repeated']);
    expect(read.households.map((household) => household.key)).toEqual(['2', '5']);
    expect(read.notes.map((note) => note.code)).toContain('roster.hukou-mixed');
  });

  test('hidden rows and columns are refused until somebody has looked', async () => {
    const bytes = await writeRoster([headLine('1'), memberLine('1'), headLine('2')], { change: (sheet) => (sheet.getRow(4).hidden = true) });
    const read = await readBytes(bytes);
    expect(codesOf(read)).toEqual(['4 row-hidden']);
    expect(read.summary.hiddenRows).toEqual([4]);
    expect(read.households.map((household) => household.key)).toEqual(['2']);
    expect((await readBytes(bytes, { acceptHidden: true })).households).toHaveLength(2);
    const column = await readLines([headLine('1')], { change: (sheet) => (sheet.getColumn(at('补差额(元/月)')).hidden = true) });
    expect(codesOf(column)).toEqual(['2 column-hidden']);
    expect(column.households).toEqual([]);
  });

  test('a line with money but nobody spoils the household above', async () => {
    const read = await readLines([headLine('1'), { 开户银行: '农商行', '补差额(元/月)': 100 }, headLine('2')]);
    expect(codesOf(read)).toEqual(['4 line-without-person']);
    expect(read.households.map((household) => household.key)).toEqual(['2']);
  });
});

describe('errors of the sheet', () => {
  test('no header, a missing column, a column twice, several lists, nobody in it', async () => {
    expect(codesOf(await readLines([], { titles: ['甲', '乙', '丙'] }))).toEqual(['0 no-header']);
    const missing = await readLines([headLine('1')], { titles: TITLES.filter((title) => title !== '银行账号') });
    expect(missing.errors.map((error) => error.sentence)).toEqual(['花名册少了“银行账号”这一列。请补上这一列再导入。']);
    expect(codesOf(await readLines([headLine('1')], { titles: [...TITLES, '成员姓名'] }))).toEqual(['2 column-twice']);
    expect(codesOf(await readLines([]))).toEqual(['0 no-rows']);
    const bytes = await writeRoster([headLine('1')], { change: (_sheet, book) => book.addWorksheet('西区').addRow([...TITLES]) });
    expect(codesOf(await readBytes(bytes))).toEqual(['0 several-sheets']);
    expect((await readBytes(bytes, { sheetName: '低保花名册' })).households).toHaveLength(1);
  });

  test('a hidden sheet is not read', async () => {
    const read = await readLines([headLine('1')], { change: (_sheet, book) => book.addWorksheet('旧', { state: 'hidden' }).addRow([...TITLES]) });
    expect(read.summary.otherSheets).toEqual(['旧']);
    expect(read.households).toHaveLength(1);
  });
});

test('whatever stands in the cells, nothing breaks and no household with an error is handed on', async () => {
  const value = fc.oneof(
    fc.constant(null), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(),
    fc.constantFrom<LineValues[string]>('户主', '合计', '注：', '１９８０．５．１', '533元', '-', '#', new Date(Date.UTC(1980, 4, 1)), { error: '#N/A' } as never, { formula: 'A1' } as never),
  );
  const line = fc.dictionary(fc.constantFrom(...TITLES), value, { maxKeys: 4 });
  const lines = fc.array(fc.tuple(fc.constantFrom(headLine, memberLine), fc.constantFrom('1', '2', '3'), line), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(lines, async (drawn) => {
      const read = await readLines(drawn.map(([make, householdNo, values]) => make(householdNo, values)));
      const wrong = new Set(read.errors.flatMap((error) => error.householdRows));
      const handedOn = read.households.flatMap((household) => household.rowNumbers);
      expect(handedOn.filter((row) => wrong.has(row))).toEqual([]);
      expect(new Set([...handedOn, ...wrong]).size, 'every line is either imported or refused').toBeGreaterThanOrEqual(read.summary.memberLines);
      for (const household of read.households) expect(household.members.filter((member) => member.isHead)).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
}, 30_000);
