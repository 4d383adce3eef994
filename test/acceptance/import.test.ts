import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealBlock } from '../../src/kernel/audit/seal-block.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { idCardCheckDigit } from '../../src/kernel/values/id-card-number.ts';
import type { ImportAnswer } from '../../src/domains/social-assistance/subsistence-allowance/commands/import-roster.ts';
import importJob from '../../src/domains/social-assistance/subsistence-allowance/jobs/import-roster.ts';
import type { BadRows } from '../../src/domains/social-assistance/subsistence-allowance/queries/get-bad-rows.ts';
import type { RosterImport } from '../../src/domains/social-assistance/subsistence-allowance/queries/list-imports.ts';
import type { RosterPreview } from '../../src/domains/social-assistance/subsistence-allowance/queries/preview-roster.ts';
import type { DemoHousehold } from '../../demo/population/demo-household.ts';
import { makeRosterWorkbook } from '../../demo/workbooks/make-roster.ts';
import { plantErrors, type PlantedKind } from '../../demo/workbooks/plant-errors.ts';
import { listRosterLines, rosterColumns, topUpFen, type RosterColumnKey } from '../../demo/workbooks/roster-lines.ts';
import { openImportWorld, type Desk, type ImportWorld } from './import-world.ts';

const PREVIEW = 'subsistence-allowance.preview-roster';
const IMPORT = 'subsistence-allowance.import-roster';
const BAD = 'subsistence-allowance.get-bad-rows';

let world: ImportWorld;
let clerk: Desk;
let town: readonly DemoHousehold[];

const at = (key: RosterColumnKey) => rosterColumns.findIndex((column) => column.key === key) + 1;
const preview = async (desk: Desk, file: number): Promise<RosterPreview> => {
  const answer = await desk.query<RosterPreview>(PREVIEW, { file });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
};
const importAs = (desk: Desk, seen: RosterPreview, firstMonth = '2014-11') => desk.command<ImportAnswer>(IMPORT, { file: seen.file, expect: seen.good, firstMonth });
const count = async () => (await world.rows<{ households: number; members: number; accounts: number; grants: number; fen: string }>(
  `select (select count(*)::int from household) as households, (select count(*)::int from household_member) as members, (select count(*)::int from payee_account) as accounts,
          (select count(*)::int from benefit_grant) as grants, (select coalesce(sum(fen), 0) from grant_version) as fen`))[0]!;
async function edit(bytes: Buffer, change: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  change(book.worksheets[0]!);
  return Buffer.from(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  world = await openImportWorld();
  clerk = await world.desk('town-clerk', '442000001');
  town = world.households.filter((household) => household.village.startsWith('442000001')).slice(0, 60);
}, 120_000);
afterAll(() => world.close());

describe('[S001] 导入低保花名册', () => {
  let bytes: Buffer;
  let file: number;
  let seen: RosterPreview;
  let bad: BadRows;
  const { planted } = (() => {
    let memo: ReturnType<typeof plantErrors> | undefined;
    return { planted: () => (memo ??= plantErrors(listRosterLines(town, 53_300))).planted };
  })();
  const household = (kind: PlantedKind) => planted().find((each) => each.kind === kind)!;

  test('[S001] 预览：数字、逐格的错和已处理的小毛病，都用中文说清楚', async () => {
    bytes = await makeRosterWorkbook(town, { errors: true });
    file = await clerk.upload(bytes);
    seen = await preview(clerk, file);
    const codesOf = (kind: PlantedKind, from: RosterPreview['errors']) => from.filter((e) => e.household === household(kind).household).map((e) => e.code);
    expect(codesOf('id-as-number', seen.errors)).toEqual(['roster.id-stored-as-number']);
    expect(codesOf('id-fifteen-digits', seen.errors)).toEqual(['roster.id-fifteen-digits']);
    expect(codesOf('id-check-digit', seen.errors)).toEqual(['roster.id-wrong']);
    expect(codesOf('no-head', seen.errors)).toEqual(['roster.no-head']);
    expect(new Set(codesOf('hidden-rows', seen.errors))).toEqual(new Set(['roster.row-hidden']));
    expect(seen.errors.filter((e) => e.code === 'roster.person-in-two-households')).toHaveLength(2);
    expect(codesOf('id-full-width', seen.notes)).toContain('roster.id-cleaned');
    expect(codesOf('date-serial', seen.notes)).toContain('roster.birth-date-serial');
    expect(codesOf('rare-character', seen.notes)).toContain('roster.name-rare');
    expect(codesOf('spaced-name', seen.notes)).toContain('roster.name-spaces');
    expect(codesOf('amount-text', seen.notes)).toContain('roster.amount-with-text');
    // 1980.5.1 and a date cell are read without a word; merged cells belong to every line of their household
    for (const kind of ['date-dotted', 'date-cell'] as const) expect(codesOf(kind, seen.errors)).toEqual([]);

    const wrong = new Set(seen.errors.map((e) => e.household));
    const good = town.filter((h) => !wrong.has(h.key));
    expect(seen.good).toEqual({ households: good.length, persons: good.flatMap((h) => h.members).length, fen: good.reduce((sum, h) => sum + topUpFen(h, 53_300), 0) });
    expect(seen.good.households + seen.bad.households).toBe(town.length);
    const stored = seen.errors.find((e) => e.code === 'roster.id-stored-as-number')!;
    expect(stored.cell).toBe(`E${stored.row}`);
    expect(stored.who).toMatch(/^.\*/);
    expect(stored.sentence).toMatch(/设为“文本”格式/);
    expect(JSON.stringify(seen)).not.toMatch(/442099\d{12}/);
    expect(await preview(clerk, file)).toEqual(seen);
    expect(await count()).toMatchObject({ households: 0, members: 0 });
  });

  test('[S001] 说的数和现在的数不同就不导入；开始发放的月份不能过去', async () => {
    expect(await clerk.command(IMPORT, { file, expect: { ...seen.good, fen: seen.good.fen + 1 }, firstMonth: '2014-11' })).toMatchObject({ status: 409, code: 'import.changed' });
    expect(await importAs(clerk, seen, '2014-10')).toMatchObject({ status: 422, code: 'import.first-month' });
    expect(await clerk.command(IMPORT, { file, expect: seen.good, firstMonth: '2014-13' })).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(await count()).toMatchObject({ households: 0 });
  });

  test('[S001] 好的户整批导入：人、户、账户、待遇，金额照原册', async () => {
    const answer = await importAs(clerk, seen);
    expect(answer).toMatchObject({ status: 200, body: { state: 'done', ...seen.good } });
    expect(await count()).toEqual({ households: seen.good.households, members: seen.good.persons, accounts: seen.good.households, grants: seen.good.households, fen: String(seen.good.fen) });
    const one = town[0]!;
    const [row] = await world.rows<Record<string, unknown>>(
      `select p.name as head, d.code, v.basis, v.fen::int, v.persons, v.from_month::text as from_month, a.bank_code, a.last_four, t.document_title, r.recorded->>'since' as since
         from roster_household r join household h on h.id = r.household_id join person p on p.id = h.head_person_id join division d on d.id = h.division_id
         join grant_version v on v.household_id = h.id join payee_account a on a.household_id = h.id join grant_takeover t on t.id = r.takeover_id where r.key = $1`, [one.key]);
    expect(row).toEqual({
      head: one.members[0]!.name, code: one.village, basis: 'takeover', fen: topUpFen(one, 53_300), persons: one.members.length, from_month: '2014-11-01', bank_code: one.account.bankCode,
      last_four: one.account.number.slice(-4), document_title: '石岐区花名册.xlsx', since: one.since,
    });
    const agents = await world.rows<{ agent_relation: string; holder: string }>(`select agent_relation, p.name as holder from payee_account a join person p on p.id = a.holder_person_id where agent_relation is not null`);
    const inFile = town.filter((h) => typeof h.account.holder !== 'number');
    expect(agents.every((a) => inFile.some((h) => typeof h.account.holder === 'object' && h.account.holder.agent.name === a.holder && h.account.holder.agent.relation === a.agent_relation))).toBe(true);
    const { body } = await clerk.query<{ items: RosterImport[] }>('subsistence-allowance.list-imports', {});
    expect(body.items).toMatchObject([{ name: '石岐区花名册.xlsx', who: '何经办', on: '2014-11-03', firstMonth: '2014-11', state: 'done', doneHouseholds: seen.good.households }]);
  });

  test('[S001] 同一个文件再导入被拒，说出是谁、哪天；换个文件名也一样', async () => {
    expect(await importAs(clerk, seen)).toMatchObject({ status: 409, code: 'import.again', details: { who: '何经办', office: '石岐区' } });
    const again = await clerk.upload(bytes, '别的名字.xlsx');
    const answer = await clerk.query(PREVIEW, { file: again });
    expect(answer).toMatchObject({ status: 409, code: 'import.again' });
    expect(answer.title).toContain('2014年11月3日');
  });

  test('[S001] 下载有问题的户，改好再导入，只添上这些户', async () => {
    const { body, status } = await clerk.query<BadRows>(BAD, { file });
    bad = body;
    expect({ status, households: bad.households }).toEqual({ status: 200, households: seen.bad.households });
    const byKey = new Map(town.map((h) => [h.key, h]));
    const corrected = await edit(Buffer.from(bad.content, 'base64'), (sheet) => {
      const said = sheet.getColumn(rosterColumns.length + 1).values.filter(Boolean).join();
      expect(said).toContain('哪里不对');
      expect(said).toContain('旧身份证号');
      for (let row = 5; row <= sheet.rowCount; row += 1) correct(sheet.getRow(row), byKey);
    });
    const before = await count();
    const second = await preview(clerk, await clerk.upload(corrected, bad.name));
    expect(second.errors).toEqual([]);
    expect(second.good.households).toBe(seen.bad.households);
    expect(await importAs(clerk, second)).toMatchObject({ status: 200 });
    const after = await count();
    expect(after.households - before.households).toBe(seen.bad.households);
    expect(after.households).toBe(town.length);
    expect(Number(after.fen)).toBe(town.reduce((sum, h) => sum + topUpFen(h, 53_300), 0));
    expect(await clerk.query(BAD, { file: second.file })).toMatchObject({ status: 422, code: 'import.nothing-wrong' });
  });

  test('[S001] 已在册、已享受、姓名不符、账号是别人的，都查得出；不在辖区的村居认不出', async () => {
    const [known, other] = [town[0]!, town[20]!];
    const stranger = world.households.find((h) => h.village.startsWith('442000002'))!;
    const free = world.households.filter((h) => h.village.startsWith('442000001')).slice(60, 63);
    const renamed = { ...free[1]!, members: free[1]!.members.map((m, nth) => (nth === 0 ? { ...m, name: '何改名', idNumber: other.members[0]!.idNumber, birthDate: other.members[0]!.birthDate, sex: other.members[0]!.sex } : m)) };
    const borrowed = { ...free[2]!, account: { ...known.account, holder: 0 as const } };
    const answer = await preview(clerk, await clerk.upload(await makeRosterWorkbook([known, free[0]!, renamed, borrowed, stranger], { place: '石岐区' })));
    const codes = (key: string) => [...new Set(answer.errors.filter((e) => e.household === key).map((e) => e.code))];
    expect(codes(known.key)).toEqual(['roster.person-already-granted']);
    expect(codes(renamed.key)).toEqual(['roster.person-named-otherwise']);
    expect(codes(borrowed.key)).toEqual(['roster.account-of-others']);
    expect(codes(stranger.key)).toEqual(['roster.division-not-in-address']);
    expect(answer.good.households).toBe(1);
    const reads = await world.rows<{ subjects: string[] }>(`select subjects from read_log where query = $1 order by id desc limit 1`, [PREVIEW]);
    expect(reads[0]!.subjects.length).toBe(known.members.length + 1);
  });

  test('[S001] 在别处的一户里还没有待遇，请去核实；没有户的人只相连', async () => {
    const [one, two] = world.households.filter((h) => h.village.startsWith('442000001')).slice(70, 72) as [DemoHousehold, DemoHousehold];
    const other = await world.desk('town-clerk', '442000002');
    const elsewhere = world.households.find((h) => h.village.startsWith('442000002') && h.members.length > 1)!;
    const taken = await preview(other, await other.upload(await makeRosterWorkbook([elsewhere]), '东区.xlsx'));
    expect(await importAs(other, taken)).toMatchObject({ status: 200 });
    await world.rows(`set session_replication_role = replica; update grant_person set known_to = known_from + 1 where household_id = (select household_id from roster_household where key = '${elsewhere.key}'); set session_replication_role = origin`);
    const moved = { ...one, members: [...one.members, { ...elsewhere.members[1]!, relation: 'other' as const }] };
    const answer = await preview(clerk, await clerk.upload(await makeRosterWorkbook([moved, two])));
    expect(answer.errors).toMatchObject([{ code: 'roster.person-in-registered-household', household: one.key }]);
    expect(answer.errors[0]!.sentence).toContain('东区');
    await world.rows(`set session_replication_role = replica; update grant_person set known_to = null where household_id = (select household_id from roster_household where key = '${elsewhere.key}'); set session_replication_role = origin`);
  });

  test('[S001] 旧格式、有密码、带宏的文件各有出路', async () => {
    const ole = (...names: string[]): Buffer => {
      const bytes = Buffer.alloc(512 + names.length * 128);
      Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
      for (const [nth, name] of names.entries()) bytes.write(name, 512 + nth * 128, 'utf16le');
      return bytes;
    };
    const plain = await makeRosterWorkbook(town.slice(0, 3));
    for (const [given, name, code, wayOut] of [
      [ole('Root Entry', 'Workbook'), '花名册.xls', 'workbook.old-format', '另存为'], [ole('Root Entry', 'Workbook'), '花名册.et', 'workbook.old-format', '另存为'],
      [ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), '花名册.xlsx', 'workbook.encrypted', '取消密码'], [plain, '花名册.xlsm', 'workbook.macros', '不带宏'],
    ] as const) {
      const answer = await clerk.query(PREVIEW, { file: await clerk.upload(given, name) });
      expect(answer).toMatchObject({ code });
      expect([413, 415, 422]).toContain(answer.status);
      expect(answer.title).toContain(wayOut);
    }
  });

  test('[S001] 别的镇街看不到这个文件；村居和发放岗位进不了这道门', async () => {
    const other = await world.desk('town-clerk', '442000002');
    expect(await other.query(PREVIEW, { file })).toMatchObject({ status: 404, code: 'not-found' });
    const payroll = await world.desk('payroll-officer', '442000');
    expect(await payroll.query(PREVIEW, { file })).toMatchObject({ status: 403, code: 'access.not-yours' });
    expect(await other.query<{ items: RosterImport[] }>('subsistence-allowance.list-imports', {})).toMatchObject({ body: { items: [{ office: '东区' }] } });
  });

  test('[S001] 撤销导入：没用上的整批撤下，同一个文件可以再导；用上了的一户也不撤，说出是第几行', async () => {
    const UNDO = 'subsistence-allowance.undo-import';
    const few = world.households.filter((h) => h.village.startsWith('442000001')).slice(80, 84);
    const fresh = await makeRosterWorkbook(few, { place: '石岐区' });
    const before = await count();
    const first = await importAs(clerk, await preview(clerk, await clerk.upload(fresh, '选错的.xlsx')));
    const other = await world.desk('town-clerk', '442000002');
    expect(await other.command(UNDO, { import: first.body.import, reason: '不相干' })).toMatchObject({ status: 404, code: 'not-found' });
    expect(await clerk.command(UNDO, { import: first.body.import, reason: '选错了文件' })).toMatchObject({ status: 200, body: { households: few.length } });
    expect(await clerk.command(UNDO, { import: first.body.import, reason: '再按一次' })).toMatchObject({ status: 409, code: 'import.undone' });
    const [live] = await world.rows(`select count(*)::int as n from grant_version where known_to is null and reason = '接收原有低保花名册'`);
    const second = await importAs(clerk, await preview(clerk, await clerk.upload(fresh, '再来一次.xlsx')));
    expect(second).toMatchObject({ status: 200, body: { households: few.length } });
    expect(await world.rows(`select count(*)::int as n from grant_version where known_to is null and reason = '接收原有低保花名册'`)).toEqual([{ n: (live as { n: number }).n + few.length }]);
    expect((await count()).grants - before.grants).toBe(few.length * 2);
    // something rests on one household now
    const [used] = await world.rows<{ grant: number; row: number; household: number; division: number }>(
      `select g.id::int as grant, r.first_row as row, g.household_id::int as household, g.division_id as division from roster_household r join benefit_grant g on g.takeover_id = r.takeover_id and g.household_id = r.household_id
        where r.import_id = $1 order by r.first_row desc limit 1`, [second.body.import]);
    await world.rows(`insert into recovery_plan (grant_id, household_id, division_id, total_fen, monthly_fen, reason, command_id) values (${used!.grant}, ${used!.household}, ${used!.division}, 100, 50, '试验', 1)`.replace(/^/, 'set session_replication_role = replica; ') + '; set session_replication_role = origin');
    expect(await clerk.command(UNDO, { import: second.body.import, reason: '又错了' })).toMatchObject({ status: 409, code: 'import.undo-used', details: { count: 1, rows: [{ row: used!.row, because: '已经定了扣回办法' }] } });
    expect(await world.rows(`select count(*)::int as n from grant_version where known_to is null and reason = '接收原有低保花名册'`)).toEqual([{ n: (live as { n: number }).n + few.length }]);
    await world.rows(`set session_replication_role = replica; delete from recovery_plan where reason = '试验'; set session_replication_role = origin`);
    const { body } = await clerk.query<{ items: RosterImport[] }>('subsistence-allowance.list-imports', {});
    expect(body.items.find((item) => item.id === first.body.import)).toMatchObject({ state: 'undone', undone: { who: '何经办', reason: '选错了文件' } });
  });

  test('[S001] 五千人以上分段导入，可接着做，做完为止；记录经得起核验', async () => {
    const approver = await world.desk('approver', '442000');
    const many = world.households.filter((h) => !h.village.startsWith('442000001') && !h.village.startsWith('442000002')).slice(0, 2_300);
    const answer = await preview(approver, await approver.upload(await makeRosterWorkbook(many, { merge: false }), '全市花名册.xlsx'));
    expect(answer).toMatchObject({ errors: [], good: { households: many.length, persons: many.flatMap((h) => h.members).length } });
    expect(answer.good.persons).toBeGreaterThan(5_000);
    const before = await count();
    expect(await importAs(approver, answer, '2014-12')).toMatchObject({ status: 200, body: { state: 'running' } });
    expect((await count()).households).toBe(before.households);
    const work = async () => workOnce(world.cities.zhongshan, [importJob]);
    await work();
    const done = await count();
    expect(done.households - before.households).toBe(many.length);
    // a worker that died after its work and before saying so does it again: nothing more happens
    await world.rows(`update job set state = 'waiting', run_after = now() where kind = $1`, [IMPORT]);
    await work();
    expect(await count()).toEqual(done);
    const { body } = await approver.query<{ items: RosterImport[] }>('subsistence-allowance.list-imports', {});
    expect(body.items[0]).toMatchObject({ state: 'done', doneHouseholds: many.length, donePersons: answer.good.persons });
    while ((await sealBlock(world.cities.zhongshan)) > 0) { /* until everything is sealed */ }
    expect((await verifyAudit(world.cities.zhongshan)).findings).toEqual([]);
  }, 180_000);
});

/** Does what the last column asks for, as a clerk would with the papers in hand. */
function correct(row: ExcelJS.Row, byKey: ReadonlyMap<string, DemoHousehold>): void {
  const said = row.getCell(rosterColumns.length + 1).text;
  if (said === '') return;
  const household = byKey.get(row.getCell(at('householdNumber')).text);
  const member = household?.members.find((m) => m.name === row.getCell(at('name')).text);
  if (said.includes('没有户主')) row.getCell(at('relation')).value = '户主';
  if (said.includes('出现在另一户') && row.getCell(at('remark')).text === '寄住') {
    const front = '44209919990101001';
    Object.assign(row.getCell(at('name')), { value: '何寄住' });
    row.getCell(at('idNumber')).value = front + idCardCheckDigit(front);
    row.getCell(at('sex')).value = '男';
    row.getCell(at('birthDate')).value = '1999-01-01';
  } else if (said.includes('身份证号') && member) row.getCell(at('idNumber')).value = member.idNumber;
}
