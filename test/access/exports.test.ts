import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { roles } from '../../src/kernel/access/roles.ts';
import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import { makeExportCases } from '../../src/kernel/casework/downloads/cases.ts';
import { makeExportTasks } from '../../src/kernel/casework/downloads/tasks.ts';
import { makeListCases } from '../../src/kernel/casework/queries/list-cases.ts';
import { makeListTasks } from '../../src/kernel/casework/queries/list-tasks.ts';
import { sampleRegistry } from '../../src/kernel/casework/sample-matter.ts';
import { download } from '../../src/kernel/db/download.ts';
import { query } from '../../src/kernel/db/query.ts';
import { formatFen } from '../../src/kernel/documents/workbook/stream-workbook.ts';
import { findDoors, type AnyDownload } from '../../src/server/find-doors.ts';
import { openTestCities, type TestCities } from '../harness/city.ts';
import { Oracle } from './oracle.ts';
import { plantWorld, type World } from './oracle-world.ts';

type Shown = Readonly<Record<string, string | number | null>>;

let cities: TestCities;
let world: World;
let files: ReadonlyMap<string, AnyDownload>;

async function takePost(role: string, division: number): Promise<Caller> {
  const { rows: [row] } = await cities.owner.query<{ id: string }>(
    `with a as (insert into city_442000.account (login, name, kind, command_id) values (gen_random_uuid(), $1, 'staff', 0) returning id)
     insert into city_442000.post (account_id, role, division_id, valid_from, command_id) select a.id, $1, $2, '2000-01-01', 0 from a returning id`, [role, division]);
  return callerOfPost(cities.zhongshan, Number(row?.id));
}

/** The file as a spreadsheet program reads it: its head, and its rows under the titles. */
async function take(caller: Caller, id: string, body: object = {}): Promise<{ name: string; head: string; rows: unknown[][] } | { refused: string }> {
  const definition = files.get(id);
  if (!definition) throw new Error(`${id} is not exported`);
  let name = '';
  let bytes = Buffer.alloc(0);
  const outcome = await download(cities.zhongshan, caller, definition, body, async (file) => {
    name = file.fileName;
    bytes = await buffer(Readable.from(file.pieces));
  });
  if (!outcome.ok) return { refused: outcome.refused.code };
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row, number) => { if (number > 3) rows.push((row.values as unknown[]).slice(1)); });
  return { name, head: String(book.worksheets[0]?.getCell('A2').value), rows };
}

async function must(caller: Caller, id: string, body: object = {}): Promise<{ name: string; head: string; rows: unknown[][] }> {
  const file = await take(caller, id, body);
  if ('refused' in file) throw new Error(file.refused);
  return file;
}

beforeAll(async () => {
  cities = await openTestCities();
  world = await plantWorld(cities, 20_141_104);
  const found = (await findDoors()).downloads;
  files = new Map<string, AnyDownload>([...found, ['casework.list-cases', makeExportCases(makeListCases(sampleRegistry))], ['casework.list-tasks', makeExportTasks(makeListTasks(sampleRegistry))]]);
}, 120_000);
afterAll(() => cities.close());

describe('a file holds what its list holds, for every role and area', () => {
  for (const role of Object.keys(roles)) {
    test(role, async () => {
      for (const { id: division } of world.divisions.slice(0, 8)) {
        const caller = await takePost(role, division);
        const oracle = new Oracle(world, division);
        // a co-operating department has no area: only what was handed to it, and never a list of people
        const none = role === 'department-clerk';
        const households = await take(caller, 'household.list-households');
        if ('refused' in households) {
          expect(await query(cities.zhongshan, caller, (await findDoors()).queries.get('household.list-households') as never, {})).toMatchObject({ ok: false });
          continue;
        }
        expect(households.rows.map((row) => row[0])).toEqual(none ? [] : oracle.households().map((h) => h.number));
        expect((await must(caller, 'person.list-people')).rows).toHaveLength(none ? 0 : oracle.people().length);
        expect((await must(caller, 'casework.list-cases')).rows.map((row) => row[0]).toSorted()).toEqual(none ? [] : oracle.cases().map((c) => c.number).toSorted());
        expect((await must(caller, 'casework.list-tasks')).rows).toHaveLength(none ? 0 : oracle.tasks(division, role).length);
      }
    }, 60_000);
  }

  test.each([
    ['person.list-people', (row: Shown) => [row['title'], row['sex'], row['born'], row['masked'], row['place'], row['died']]],
    ['household.list-households', (row: Shown) => [row['number'], row['head'] ?? '不在辖区', row['members'], row['place'], row['fen'] === null ? null : formatFen(Number(row['fen']))]],
  ] as const)('%s taken in one walk is what the pages show, line by line, for a village, a town and the whole city', async (id, cellsOf) => {
    const list = (await findDoors()).queries.get(id);
    const definition = files.get(id) as AnyDownload;
    for (const level of ['village', 'town', undefined]) {
      const caller = await takePost('approver', world.divisions.find((division) => (level === undefined ? division.parent_id === null : division.level === level))?.id ?? 0);
      const pages: string[] = [];
      for (let after: string | undefined; ;) {
        const outcome = await query(cities.zhongshan, caller, list as never, { limit: 7, ...(after === undefined ? {} : { after }) }) as { ok: true; result: { rows: Shown[]; next: string | null } };
        pages.push(...outcome.result.rows.map((row) => cellsOf(row).map((cell) => cell ?? '').join(',')));
        if (outcome.result.next === null) break;
        after = outcome.result.next;
      }
      let text = '';
      await download(cities.zhongshan, caller, { ...definition, open: definition.openCsv as AnyDownload['open'] }, {}, async (file) => { text = (await buffer(Readable.from(file.pieces))).toString('utf8'); });
      expect(text.trimEnd().split('\r\n').slice(1)).toEqual(pages);
      if (level === undefined) expect(pages.length).toBeGreaterThan(10);
    }
  });

  test('the filter, the day and the taker stand in the head; the name is Chinese; who was shown is logged once', async () => {
    const root = world.divisions.find((division) => division.parent_id === null)?.id ?? world.divisions[0]?.id ?? 0;
    const caller = await takePost('approver', root);
    const one = world.people[0];
    const before = await cities.owner.query<{ n: number }>('select count(*)::int as n from city_442000.read_log');
    const file = await must(caller, 'person.list-people', { text: one?.pinyin ?? '' });
    expect(file.name).toMatch(/^人员名单-\d{4}-\d{2}-\d{2}\.xlsx$/);
    expect(file.head).toContain(`查“${one?.pinyin}”`);
    expect(file.head).toMatch(/截至 \d{4}-\d{2}-\d{2}/);
    const logged = await cities.owner.query<{ query: string; purpose: string; subjects: string[] }>('select query, purpose, subjects from city_442000.read_log order by id desc limit 1');
    expect(logged.rows[0]).toMatchObject({ query: 'download.person.list-people', purpose: '导出：查找' });
    expect(logged.rows[0]?.subjects).toHaveLength(file.rows.length);
    const after = await cities.owner.query<{ n: number }>('select count(*)::int as n from city_442000.read_log');
    expect(Number(after.rows[0]?.n) - Number(before.rows[0]?.n)).toBe(1);
  });

  test('a file that breaks off is logged as far as it went', async () => {
    const caller = await takePost('approver', world.divisions.find((division) => division.parent_id === null)?.id ?? 0);
    const definition = files.get('person.list-people') as AnyDownload;
    await expect(download(cities.zhongshan, caller, definition, {}, () => Promise.reject(new Error('the reader went away')))).rejects.toThrow('went away');
    const { rows } = await cities.owner.query<{ query: string; n: number }>('select query, cardinality(subjects) as n from city_442000.read_log order by id desc limit 1');
    expect(rows[0]?.query).toBe('download.person.list-people');
    expect(rows[0]?.n).toBeGreaterThan(0);
  });

  test('as CSV it holds the same rows and no more, and is logged the same', async () => {
    const caller = await takePost('town-clerk', world.divisions.find((division) => division.level === 'town')?.id ?? 0);
    for (const id of ['person.list-people', 'household.list-households', 'casework.list-cases']) {
      const definition = files.get(id) as AnyDownload;
      if (!definition.openCsv) throw new Error(`${id} has no CSV`);
      let csv = '';
      const outcome = await download(cities.zhongshan, caller, { ...definition, open: definition.openCsv }, {}, async (file) => {
        expect(file.fileName).toMatch(/^[^/]+-\d{4}-\d{2}-\d{2}(?:-演示数据)?\.csv$/);
        csv = (await buffer(Readable.from(file.pieces))).toString('utf8');
      });
      expect(outcome.ok).toBe(true);
      const [titles, ...lines] = csv.slice(1).trimEnd().split('\r\n');
      const sheet = await must(caller, id);
      expect(titles).not.toContain('截至');
      expect(lines.map((line) => line.split(',')[0])).toEqual(sheet.rows.map((row) => row[0]));
      const { rows: [logged] } = await cities.owner.query<{ n: number }>('select count(*)::int as n from city_442000.read_log where query = $1 and account_id = $2', [`download.${id}`, caller.account?.id]);
      expect(logged?.n).toBe(2);
    }
  });

  test('somebody not signed in gets no file', async () => {
    const outcome = await download(cities.zhongshan, { account: null, post: null, posts: [], person: null, divisions: [] }, files.get('casework.list-cases') as AnyDownload, {}, () => Promise.reject(new Error('sent')));
    expect(outcome).toMatchObject({ ok: false });
  });
});
