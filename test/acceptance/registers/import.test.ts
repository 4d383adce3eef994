import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../src/kernel/access/caller.ts';
import { command } from '../../../src/kernel/db/command.ts';
import { download } from '../../../src/kernel/db/download.ts';
import { storeFile } from '../../../src/kernel/documents/store-file.ts';
import type { ImportState, ImportTrial, SheetRead } from '../../../src/kernel/contract/register-import.ts';
import type { AnyDownload } from '../../../src/server/find-doors.ts';
import entries from '../../../src/kernel/records/downloads/entries.ts';
import list from '../../../src/kernel/records/downloads/list.ts';
import template from '../../../src/kernel/records/downloads/template.ts';
import badRows from '../../../src/kernel/records/downloads/bad-rows.ts';
import { Bureau } from '../../harness/bureau.ts';

/** 社区社会组织 as a street keeps them: a merged title, headings of its own, days in every form, two spellings of a town, some of it wrong. */
const REGISTER = 'community-organisation';
let bureau: Bureau;
let clerk: Caller;
let division = 0;

beforeAll(async () => {
  bureau = await Bureau.open('442000', '2014-11-03');
  clerk = await bureau.at('town-clerk', '442000');
  division = clerk.post?.divisionId ?? 0;
}, 120_000);
afterAll(() => bureau.close());

const HEAD = ['序号', '队伍名称', '类型', '所属镇街', '成立时间', '人数（人）', '现状', '联系电话', '备注栏'];
const KINDS = ['文体活动', '文体', '互助服务', '公益慈善', '议事协商'];

interface Line { readonly name: string; readonly kind: string; readonly town: string; readonly formed: unknown; readonly size: unknown; readonly state: string; readonly phone: unknown }

async function workbook(towns: readonly string[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['2014 年社区社会组织台账']);
  sheet.mergeCells('A1:I1');
  sheet.addRow(['填表单位：街道办', null, null, null, null, null, null, null, '2014年11月']);
  sheet.addRow(HEAD);
  for (let at = 0; at < 300; at += 1) {
    const line = lineOf(at, towns);
    sheet.addRow([at + 1, line.name, line.kind, line.town, line.formed, line.size, line.state, line.phone, '']);
  }
  sheet.addRow(['合计', 300]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const days = (at: number): unknown => [new Date('2013-05-12'), '2013.5.12', '2013年5月12日', '20130512', '2013/5/12'][at % 5];

function lineOf(at: number, towns: readonly string[]): Line {
  const good = { name: `第${at}号邻里队`, kind: KINDS[at % KINDS.length] ?? '', town: towns[at % towns.length] ?? '', formed: days(at), size: at % 7 === 0 ? '12人' : 10 + (at % 40), state: '', phone: at % 3 === 0 ? '0760-88880000' : '' };
  if (at === 10) return { ...good, formed: '2013.5' };
  if (at === 20) return { ...good, formed: '十二年春' };
  if (at === 30) return { ...good, kind: '麻将' };
  if (at === 40) return { ...good, town: '不存在镇' };
  if (at === 50) return { ...good, name: '第49号邻里队', town: lineOf(49, towns).town };
  if (at === 60) return { ...good, name: '' };
  if (at === 70) return { ...good, size: '若干' };
  return good;
}

async function upload(bytes: Buffer, name: string): Promise<number> {
  const outcome = await command(bureau.city, clerk, storeFile(bytes), { name, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }, { key: `${name} ${bytes.length}` });
  if (!outcome.ok) throw new Error(outcome.refused.code);
  return outcome.result.id;
}

const planOf = (read: SheetRead, more: object = {}) => ({ columns: Object.fromEntries(read.columns.map((column) => [column.at, column.heading === '成立时间' ? 'formedOn' : column.meaning])), division, openedOn: 'formedOn', state: 'formed', present: 'skip', ...more });
const readSheet = async (source: object): Promise<SheetRead> => await bureau.see(clerk, 'records.read-sheet', { register: REGISTER, source }) as unknown as SheetRead;
const tryOut = async (source: object, plan: object): Promise<ImportTrial> => await bureau.see(clerk, 'records.try-import', { register: REGISTER, source, plan }) as unknown as ImportTrial;
const stateOf = async (id: number): Promise<ImportState> => (await bureau.see(clerk, 'records.imports', { register: REGISTER, import: id }) as unknown as ImportState[])[0] as ImportState;
const standing = async (): Promise<number> => Number((await bureau.peek<{ n: string }>(`select count(*) as n from city.register_record where register = '${REGISTER}' and not taken_back`))[0]?.n);

async function takeBad(body: object): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const outcome = await download(bureau.city, clerk, badRows, body, async (file) => { for await (const piece of file.pieces) pieces.push(piece); });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return Buffer.concat(pieces);
}

describe('[S128] 一份乱的工作簿变成台账', () => {
  let file = 0;
  let towns: string[] = [];
  let firstImport = 0;

  test('读得出表头，认得的列已经对上，没有认得的给人对', async () => {
    const found = await bureau.peek<{ name: string }>(`select name from city.division where level = 'town' and valid_to is null order by code limit 2`);
    const [one = '', two = ''] = found.map((row) => row.name);
    towns = [one, `${one.replace(/(区|街道|镇)$/, '')}街道办事处`, two];
    file = await upload(await workbook(towns), '社区社会组织.xlsx');
    const read = await readSheet({ file });
    expect(read.headRows).toEqual([3]);
    expect(read.rows).toBe(300);
    expect(read.remembered).toBe(false);
    expect(Object.fromEntries(read.columns.map((column) => [column.heading, column.meaning]))).toMatchObject({ 队伍名称: 'name', 类型: 'kind', 所属镇街: '$town', '人数（人）': 'size', 现状: '$state', 成立时间: null, 序号: null });
  });

  test('试一遍：每一处错说得出第几行哪一列；什么都没有写', async () => {
    const read = await readSheet({ file });
    const trial = await tryOut({ file }, planOf(read));
    expect(trial.errors.map((one) => [one.row, one.column])).toEqual([[14, '成立时间'], [24, '成立时间'], [34, '类型'], [44, '所属镇街'], [54, ''], [64, '队伍名称'], [74, '人数（人）']]);
    expect([trial.rows, trial.good, trial.bad]).toEqual([300, 293, 7]);
    expect(trial.errors[4]?.sentence).toContain('第 53 行');
    expect(trial.notes.some((one) => one.sentence.includes('文体活动'))).toBe(true);
    expect(await standing()).toBe(0);
  });

  test('导入：断在半路再来，一行也不重', async () => {
    const read = await readSheet({ file });
    const plan = planOf(read);
    const wrong = await bureau.act(clerk, 'records.import', { register: REGISTER, source: { file }, plan, expect: 300 });
    expect([wrong.status, wrong.body['code']]).toEqual([409, 'record-import.changed']);
    firstImport = (await bureau.done(clerk, 'records.import', { register: REGISTER, source: { file }, plan, expect: 293 }))['import'] as number;
    await bureau.work();
    expect(await stateOf(firstImport)).toMatchObject({ state: 'done', opened: 293, refused: 0, bad: 7 });
    expect(await standing()).toBe(293);
    // the same job again, as after a worker that died before it could say it was done
    await bureau.peek(`insert into city.job (kind, payload, run_after, post_id) values ('records.import', '{"import": ${firstImport}}', now(), ${clerk.post?.id}) returning id`);
    await bureau.work();
    expect(await standing()).toBe(293);
  });

  test('错的行取回来改好再导入：列照上次对好，已导入的不重', async () => {
    const bad = await takeBad({ register: REGISTER, source: { file }, plan: planOf(await readSheet({ file })) });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bad as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0] as ExcelJS.Worksheet;
    expect(sheet.rowCount).toBe(8);
    const fixes: Readonly<Record<string, (row: ExcelJS.Row) => void>> = {
      14: (row) => { row.getCell(5).value = '2013-05-12'; }, 24: (row) => { row.getCell(5).value = '2012-03-01'; }, 34: (row) => { row.getCell(3).value = '其他'; }, 44: (row) => { row.getCell(4).value = towns[0]; },
      54: (row) => { row.getCell(2).value = '第50号邻里队'; }, 64: (row) => { row.getCell(2).value = '第60号邻里队'; }, 74: (row) => { row.getCell(6).value = 30; },
    };
    sheet.eachRow((row, at) => { if (at > 1) { expect(row.getCell(10).text).not.toBe(''); fixes[row.getCell(11).text]?.(row); } });
    const again = await upload(Buffer.from(await book.xlsx.writeBuffer()), '要改的行.xlsx');
    const read = await readSheet({ file: again });
    expect(read.columns.find((column) => column.heading === '成立时间')?.meaning).toBe('formedOn');
    const trial = await tryOut({ file: again }, planOf(read));
    expect([trial.errors, trial.good]).toEqual([[], 7]);
    const { import: id } = await bureau.done(clerk, 'records.import', { register: REGISTER, source: { file: again }, plan: planOf(read), expect: 7 });
    await bureau.work();
    expect((await stateOf(id as number)).opened).toBe(7);
    expect(await standing()).toBe(300);
    // the first file once more: remembered, and nothing is opened a second time, the rows put right since least of all
    const first = await readSheet({ file });
    expect(first.remembered).toBe(true);
    expect(await tryOut({ file }, planOf(first))).toMatchObject({ good: 0, skip: 297 });
    expect((await tryOut({ file }, planOf(first, { present: 'refuse' }))).errors.filter((one) => one.sentence.includes('已经有了')).length).toBe(298);
  });

  test('贴进来的按编号变更；同样的不动', async () => {
    const [one] = (await bureau.see(clerk, 'records.list', { register: REGISTER, text: '第1号邻里队' }))['rows'] as { number: string; record: number; values: { size: number } }[];
    const source = { pasted: `编号\t名称\t类别\t成员人数\n${one?.number}\t第1号邻里队\t文体活动\t88\n` };
    const read = await readSheet(source);
    const plan = planOf(read, { present: 'change' });
    expect(await tryOut(source, plan)).toMatchObject({ rows: 1, change: 1, bad: 0 });
    const { import: id } = await bureau.done(clerk, 'records.import', { register: REGISTER, source, plan, expect: 1 });
    await bureau.work();
    const page = await bureau.see(clerk, 'records.get', { register: REGISTER, record: one?.record });
    expect(page['values'].size).toBe(88);
    expect(page['history'].length).toBeGreaterThan(1);
    expect(await tryOut(source, plan)).toMatchObject({ change: 0, skip: 1 });
    await bureau.done(clerk, 'records.undo-import', { import: id });
    await bureau.work();
    expect((await bureau.see(clerk, 'records.get', { register: REGISTER, record: one?.record }))['values'].size).toBe(one?.values.size);
  });

  test('子台账：按名称挂上去，记过的不重', async () => {
    const source = { pasted: '名称\t日期\t内容\t参加人次\n第2号邻里队\t2014-05-18\t重阳\t30\n没有这队\t2014-05-18\t重阳\t30\n', into: 'activities' };
    const read = await readSheet(source);
    const plan = planOf(read);
    const trial = await tryOut(source, plan);
    expect([trial.good, trial.errors.map((one) => one.row)]).toEqual([1, [3]]);
    await bureau.done(clerk, 'records.import', { register: REGISTER, source, plan, expect: 1 });
    await bureau.work();
    const [row] = (await bureau.see(clerk, 'records.list', { register: REGISTER, text: '第2号邻里队' }))['rows'] as { totals: { activitiesHeld: number } }[];
    expect(row?.totals.activitiesHeld).toBe(1);
  });

  test('撤销：导入以后动过的留下来并说明，别的都撤回', async () => {
    await bureau.done(clerk, 'records.undo-import', { import: firstImport });
    await bureau.work();
    const state = await stateOf(firstImport);
    expect(state.state).toBe('undone');
    expect(state.undone).toBe(291);
    expect(state.remarks.map((one) => one.sentence).join()).toContain('活动');
    expect(await standing()).toBe(300 - 291);
    const again = await bureau.act(clerk, 'records.undo-import', { import: firstImport });
    expect(again.body['code']).toBe('record-import.undone');
  });

  test('导出：名单和子台账，一行不少；模板有表头', async () => {
    const lines = async (definition: AnyDownload, body: object): Promise<string[]> => {
      let text = '';
      const outcome = await download(bureau.city, clerk, { ...definition, open: definition.openCsv ?? definition.open }, body, async (file) => { for await (const piece of file.pieces) text += Buffer.from(piece).toString('utf8'); });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return text.split('\r\n').filter((line) => line !== '');
    };
    const rows = await lines(list as AnyDownload, { register: REGISTER, sort: { by: 'name' } });
    expect(rows.length).toBe(await standing() + 1);
    expect(rows[0]).toContain('编号,名称,类别,组建日期');
    expect(rows.join()).toContain('文体活动');
    expect((await lines(entries as AnyDownload, { register: REGISTER, sub: 'activities' })).join('\n')).toMatch(/第2号邻里队,2014-05-18,重阳,30/);
    expect((await lines(template as AnyDownload, { register: REGISTER })).join('').slice(0, 2)).toBe('PK');
  });

  test('一起改：每一条有自己的结果，已经到头的不改', async () => {
    const rows = (await bureau.see(clerk, 'records.list', { register: REGISTER }))['rows'] as { record: number }[];
    const ids = rows.slice(0, 3).map((row) => row.record);
    const offers = (await bureau.see(clerk, 'bulk.offer', { work: 'records', ids }))['offers'] as { what: string; count: number }[];
    expect(offers.map((offer) => offer.what)).toContain('change');
    const body = { work: 'records', rows: ids.map((id) => ({ id })) };
    const { run } = await bureau.done(clerk, 'bulk.start', { ...body, what: 'change', trial: false, data: { on: '2014-11-03', reason: '统一改', guidedBy: '街道办' } });
    await bureau.work();
    expect((await bureau.see(clerk, 'bulk.get-run', { run }))['counts']).toMatchObject({ all: 3, done: 3 });
    expect((await bureau.see(clerk, 'records.get', { register: REGISTER, record: ids[0] }))['values'].guidedBy).toBe('街道办');
    // what the state asks for is not written: refused row by row, with the sentence of the page
    const step = await bureau.done(clerk, 'bulk.start', { ...body, what: 'state:cultivated', data: { on: '2014-11-03', reason: '扶持' } });
    await bureau.work();
    expect((await bureau.see(clerk, 'bulk.get-run', { run: step['run'] }))['counts']).toMatchObject({ refused: 3 });
  });

  test('辖区外的一行也写不进去', async () => {
    const [town] = await bureau.peek<{ code: string; id: number }>(`select code, id from city.division where level = 'town' and valid_to is null order by code limit 1`);
    const outside = await bureau.at('town-clerk', town?.code);
    const source = { pasted: `名称\t类别\t镇街\t组建日期\n外队\t其他\t${towns[2]}\t2014-01-01\n` };
    const read = await bureau.see(outside, 'records.read-sheet', { register: REGISTER, source }) as unknown as SheetRead;
    const plan = { ...planOf(read), division: town?.id };
    const trial = await bureau.see(outside, 'records.try-import', { register: REGISTER, source, plan }) as unknown as ImportTrial;
    expect(trial).toMatchObject({ good: 0, bad: 1 });
    expect(trial.errors[0]?.sentence).toContain('辖区');
    const beyond = await bureau.act(outside, 'records.import', { register: REGISTER, source, plan: { ...plan, division }, expect: 1 });
    expect([beyond.status, beyond.body['code']]).toEqual([403, 'access.outside-area']);
  });
});
