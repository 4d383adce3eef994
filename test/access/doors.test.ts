import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody, type Caller } from '../../src/kernel/access/caller.ts';
import { hasArea, roles } from '../../src/kernel/access/roles.ts';
import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import { download } from '../../src/kernel/db/download.ts';
import { query, type QueryOutcome } from '../../src/kernel/db/query.ts';
import getFile from '../../src/kernel/documents/get-file.ts';
import { findDoors, type AnyDownload, type AnyQuery } from '../../src/server/find-doors.ts';
import { openTestCities, type TestCities } from '../harness/city.ts';
import { doors, exceptions, files, residentDoors, type Reader } from './doors.ts';
import { DEPARTMENT, divisionsIn, EVIDENCE, idOf, markOf, plantMarkedCity, type Place } from './marked-city.ts';
import { areaOf, askedRoles } from './oracle.ts';
import { findWholeNumbers, openNumbers, showingDoors } from './whole-numbers.ts';

const ROLES = askedRoles(Object.keys(roles));
let cities: TestCities;
let places: readonly Place[];
let queries: ReadonlyMap<string, AnyQuery>;
let downloads: ReadonlyMap<string, AnyDownload>;
type Ask = (caller: Caller, body: object) => Promise<QueryOutcome<unknown>>;

interface Period { readonly from: string; readonly to: string | null }
const NOW: Period = { from: '2000-01-01', to: null };

async function takePost(role: string, division: number, { from, to }: Period = NOW): Promise<{ post: number; caller: Caller }> {
  const { rows: [row] } = await cities.owner.query<{ id: string }>(
    `with a as (insert into city_442000.account (login, name, kind, command_id) values (gen_random_uuid(), $1, 'staff', 0) returning id)
     insert into city_442000.post (account_id, role, division_id, valid_from, valid_to, command_id) select a.id, $1, $2, $3, $4, 0 from a returning id`, [role, division, from, to]);
  return { post: Number(row?.id), caller: await callerOfPost(cities.zhongshan, Number(row?.id)) };
}

/** Writes past the rule that rows come by commands. */
async function plant(sql: string, values: readonly unknown[]): Promise<void> {
  await cities.owner.query('set session_replication_role = replica');
  await cities.owner.query(sql, [...values]);
  await cities.owner.query('set session_replication_role = origin');
}

/** What an answer says, with the text of a workbook where it is one. */
async function textOf(answer: unknown): Promise<unknown> {
  const base64 = (answer as { base64?: unknown } | null)?.base64;
  if (typeof base64 !== 'string') return answer;
  if (!base64.startsWith('UEsDB')) return base64;
  const read = sheets.get(answer as object) ?? sheetText(Buffer.from(base64, 'base64'));
  sheets.set(answer as object, read);
  return read;
}
/** Workbooks that were read already. */
const sheets = new WeakMap<object, Promise<string>>();
async function sheetText(bytes: Buffer): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}

/** Doors that showed a number whole without anybody being named in the record of readings. */
const unlogged = new Set<string>();
/** Doors that showed a number whole and said whom. */
const logged = new Set<string>();

/** An answer that shows a number whole is remembered: the reading must have named somebody. */
async function judgeNumbers(id: string, caller: Caller, text: string): Promise<void> {
  if (logged.has(id) || unlogged.has(id) || id in openNumbers || findWholeNumbers(text).length === 0) return;
  const { rows: [reading] } = await cities.owner.query<{ query: string; n: number }>('select query, cardinality(subjects) as n from city_442000.read_log where account_id = $1 order by id desc limit 1', [caller.account?.id]);
  (reading?.query === id && reading.n > 0 ? logged : unlogged).add(id);
}

const ofQuery = (id: string): Ask => (caller, body) => ask(caller, queries.get(id) as AnyQuery, body);
async function ask(caller: Caller, definition: AnyQuery, body: object): Promise<QueryOutcome<unknown>> {
  const outcome = await query(cities.zhongshan, caller, definition, body);
  if (outcome.ok) await judgeNumbers(definition.id, caller, JSON.stringify(await textOf(outcome.result)) ?? '');
  return outcome;
}
const ofFile = (id: string): Ask => async (caller, body) => {
  let text: unknown;
  const outcome = await download(cities.zhongshan, caller, downloads.get(id) as AnyDownload, body, async (file) => {
    const bytes = await buffer(Readable.from(file.pieces));
    text = file.fileName.endsWith('.xlsx') ? await sheetText(bytes) : '';
  });
  if (outcome.ok) await judgeNumbers(`download.${id}`, caller, String(text));
  return outcome.ok ? { ok: true, result: text } : outcome;
};

type Door = (typeof doors)[string];
const idsOf = (rows: readonly Place[]): number[] => rows.map((row) => row.id);

/** What a caller is shown through a door, all askings together; and what an asking showed that was not asked for. */
async function shown(ask: Ask, door: Door, caller: Caller, expected: readonly Place[]): Promise<{ seen: number[]; counted?: number }> {
  if (door.each) {
    const seen = new Set<number>();
    for (const row of places) {
      const outcome = await ask(caller, door.each(row));
      if (!outcome.ok) { expect(outcome.refused.code, 'the asking itself is wrong').not.toBe('input.invalid'); continue; }
      for (const id of divisionsIn(await textOf(outcome.result))) seen.add(id);
      if (door.opens?.(outcome.result as never)) seen.add(row.id);
    }
    return { seen: [...seen].toSorted((a, b) => a - b) };
  }
  for (const body of [door.ask ?? {}].flat()) {
    const outcome = await ask(caller, body);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    if (door.count) return { seen: [], counted: door.count(outcome.result as never) };
    const seen = divisionsIn(await textOf(outcome.result));
    if (JSON.stringify(seen) !== JSON.stringify(idsOf(expected))) return { seen };
  }
  return { seen: idsOf(expected) };
}

const placeOf = (id: number | null): Place | undefined => places.find((place) => place.id === id);
async function readerOf(role: string, at: Place, department = false): Promise<{ caller: Caller; reader: Reader; post: number }> {
  const { caller, post } = await takePost(role, at.id);
  if (department) await plant(`insert into city_442000.department_post (post_id, department, division_id, from_day, command_id) values ($1, $2, $3, '2000-01-01', 0)`, [post, DEPARTMENT, at.id]);
  const area = hasArea(role) ? areaOf({ divisions: places }, at.id) : new Set<number>();
  const above = new Set<number>();
  for (const under of area) for (let place = placeOf(under); place; place = placeOf(place.parent_id)) above.add(place.id);
  return { caller, post, reader: { role, at, area, above, department } };
}

async function compare(id: string, ask: Ask, door: Door, { caller, reader }: { caller: Caller; reader: Reader }, allow: AnyQuery['allow']): Promise<void> {
  const enters = allow.staff === true || allow.anyone === true || allow.roles?.includes(reader.role) === true;
  if (!enters) {
    const outcome = await ask(caller, {});
    expect(outcome.ok, `${id} lets ${reader.role} in`).toBe(false);
    return;
  }
  const expected = places.filter((row) => (door.sees ?? ((one: Place) => reader.area.has(one.id)))(row, reader));
  const { seen, counted } = await shown(ask, door, caller, expected);
  const who = `${id} as ${reader.role} at ${reader.at.code}`;
  if (door.count) expect(counted, who).toBe(expected.length);
  else expect(seen, who).toEqual(idsOf(expected));
}

const readers: { caller: Caller; reader: Reader; post: number }[] = [];
/** A walk over every row is made for every fourth reader: each role and each area comes up. */
const each = (list: typeof readers): typeof readers => list.filter(({ reader }, at) => reader.department || (at + ROLES.indexOf(reader.role)) % 4 === 0);

beforeAll(async () => {
  cities = await openTestCities();
  places = await plantMarkedCity(cities.owner, cities.zhongshan);
  ({ queries, downloads } = await findDoors());
  // every other role at every other place: all areas and all roles meet, and each pair under one seed or the next
  const turn = Number(process.env['ORACLE_SEED'] ?? 0);
  for (const [r, role] of ROLES.entries()) for (const [p, at] of places.entries()) if ((r + p + turn) % 2 === 0) readers.push(await readerOf(role, at));
  readers.push(await readerOf('department-clerk', places.find((place) => place.level === 'city') as Place, true));
}, 120_000);
afterAll(() => cities.close());

test('every door is compared or excepted for a reason that is written down', () => {
  const all = [...queries.keys(), ...[...downloads.keys()].map((id) => `${id} (file)`)];
  const spoken = new Set([...Object.keys(doors), ...Object.keys(residentDoors), ...Object.keys(exceptions), ...Object.keys(files).map((id) => `${id} (file)`)]);
  expect(all.filter((id) => !spoken.has(id)), 'doors the oracle does not know').toEqual([]);
  expect([...spoken].filter((id) => !all.includes(id)), 'doors that are gone').toEqual([]);
  for (const [id, door] of queries) if (door.allow.residents && !(id in exceptions)) expect(residentDoors, id).toHaveProperty([id]);
  expect(Object.keys(exceptions).filter((id) => id in doors)).toEqual([]);
});

describe('every role in every area is shown exactly what an oracle says', () => {
  for (const [id, door] of Object.entries(doors)) {
    test(id, async () => {
      for (const one of door.each ? each(readers) : readers) await compare(id, ofQuery(id), door, one, (queries.get(id) as AnyQuery).allow);
    }, 60_000);
  }
  for (const [id, door] of Object.entries(files)) {
    test(`${id} as a file`, async () => {
      for (const one of each(readers)) await compare(id, ofFile(id), door, one, (downloads.get(id) as AnyDownload).allow);
    }, 60_000);
  }
});

test('a post that is over or has not begun opens nothing', async () => {
  const town = places.find((place) => place.code === '442000001') as Place;
  for (const period of [{ from: '2000-01-01', to: '2014-11-03' }, { from: '2014-11-04', to: null }]) {
    for (const role of ROLES) {
      const { caller } = await takePost(role, town.id, period);
      expect(caller).toEqual(nobody);
    }
  }
  for (const [id, door] of Object.entries(doors)) {
    const body = door.each ? door.each(town) : [door.ask ?? {}].flat()[0] as object;
    expect(await ofQuery(id)(nobody, body), id).toMatchObject({ ok: false, refused: { code: 'access.sign-in-first' } });
  }
  for (const [id, door] of Object.entries(files)) expect(await ofFile(id)(nobody, door.each?.(town) ?? door.ask ?? {}), id).toMatchObject({ ok: false });
});

test('a deputy sees what the post sees while it lasts, and nothing after', async () => {
  const town = places.find((place) => place.code === '442000001') as Place;
  for (const role of ['town-clerk', 'supervisor', 'approver']) {
    const holder = await readerOf(role, town);
    const deputise = async (period: Period): Promise<Caller> => {
      const { post } = await takePost(role, town.id, period);
      await plant(`insert into city_442000.post_deputy (of_post_id, deputy_post_id, division_id, from_day, to_day, reason, command_id) values ($1, $2, $3, $4, $5, '假', 0)`, [holder.post, post, town.id, period.from, period.to]);
      return callerOfPost(cities.zhongshan, post);
    };
    expect(await deputise({ from: '2014-10-01', to: '2014-11-03' })).toEqual(nobody);
    const caller = await deputise({ from: '2014-11-01', to: '2014-12-01' });
    expect(caller.post).toMatchObject({ role, actingFor: role });
    for (const [id, door] of Object.entries(doors)) if (!door.each) await compare(id, ofQuery(id), door, { caller, reader: holder.reader }, (queries.get(id) as AnyQuery).allow);
  }
}, 60_000);

test('who deputises a department’s post is shown what was handed to the department, and nothing more', async () => {
  const city = places.find((place) => place.level === 'city') as Place;
  const holder = await readerOf('department-clerk', city, true);
  const { post } = await takePost('department-clerk', city.id, { from: '2014-11-01', to: '2014-12-01' });
  await plant(`insert into city_442000.post_deputy (of_post_id, deputy_post_id, division_id, from_day, to_day, reason, command_id) values ($1, $2, $3, '2014-11-01', '2014-12-01', '假', 0)`, [holder.post, post, city.id]);
  const caller = await callerOfPost(cities.zhongshan, post);
  for (const id of ['single-window.list-handovers', 'single-window.get-handover']) await compare(id, ofQuery(id), doors[id] as Door, { caller, reader: holder.reader }, (queries.get(id) as AnyQuery).allow);
});

const resident = (place: Place): Caller => ({ account: { id: idOf(place.id), name: markOf(place.id), kind: 'resident' }, post: null, posts: [], person: idOf(place.id), divisions: [] });

describe('a resident is shown the own rows and nobody else’s', () => {
  for (const [id, door] of Object.entries(residentDoors)) {
    test(id, async () => {
      for (const place of places) expect((await shown(ofQuery(id), door, resident(place), [place])).seen, `${id} of ${place.code}`).toEqual([place.id]);
    });
  }
  test('every other door stays shut', async () => {
    const caller = resident(places[0] as Place);
    for (const [id, definition] of queries) if (!definition.allow.residents && !definition.allow.anyone && !definition.allow.account) expect(await ofQuery(id)(caller, {}), id).toMatchObject({ ok: false });
    for (const [id, definition] of downloads) if (!definition.allow.residents && !definition.allow.anyone && !definition.allow.account) expect(await ofFile(id)(caller, {}), id).toMatchObject({ ok: false });
  });
});

describe('a stored file is given to whoever has its place in the area', () => {
  const door: Door = { each: (row) => ({ id: idOf(row.id) }), opens: () => true };
  const evidence: Door = { each: (row) => ({ id: EVIDENCE + row.id }), opens: () => true, sees: (doors['complaints.get-complaint'] as Door).sees as NonNullable<Door['sees']> };
  const ofStored: Ask = (caller, body) => ask(caller, getFile as AnyQuery, body);

  test('every role in every area; each opening is in the record', async () => {
    for (const one of readers) await compare('documents.get-file', ofStored, door, one, getFile.allow);
    const { rows: [reading] } = await cities.owner.query<{ kind: string; n: number }>(`select subject_kind as kind, cardinality(subjects) as n from city_442000.read_log where query = 'documents.get-file' order by id desc limit 1`);
    expect(reading).toEqual({ kind: 'person', n: 1 });
  });

  test('evidence of a complaint: whoever sees the complaint, nobody else in the area', async () => {
    for (const one of readers) await compare('documents.get-file of evidence', ofStored, evidence, one, getFile.allow);
  });

  test('a resident opens what was handed in by the own hand, no paper of the office and nobody else’s', async () => {
    for (const place of places) {
      expect((await shown(ofStored, door, resident(place), [place])).seen, place.code).toEqual([place.id]);
      expect((await shown(ofStored, evidence, resident(place), [])).seen, place.code).toEqual([]);
    }
  });

  test('not signed in: nothing', async () => {
    for (const place of places) expect(await ofStored(nobody, { id: idOf(place.id) })).toMatchObject({ ok: false, refused: { code: 'access.sign-in-first' } });
  });
});

test('no door shows an id number, an account or a telephone whole unless the record says of whom', () => {
  // what is meant to show them does: else nothing was looked at; and nothing else does
  expect([...logged].toSorted()).toEqual(Object.keys(showingDoors).toSorted());
  expect([...unlogged]).toEqual([]);
});

test('an area that is one village too wide is noticed through every door that shows its area', async () => {
  const [village, other] = [places.find((place) => place.code === '442000002001') as Place, places.find((place) => place.code === '442000001001') as Place];
  for (const [id, door] of Object.entries(doors)) {
    const { allow } = queries.get(id) as AnyQuery;
    const role = allow.staff ? 'supervisor' : allow.roles?.find((one) => one !== 'department-clerk') ?? '';
    if (door.sees && !['complaints.get-complaint', 'complaints.list-complaints'].includes(id)) continue;
    const { caller, reader } = await readerOf(role, village);
    const wider = { ...caller, divisions: [...caller.divisions, other.id] };
    await expect(compare(id, ofQuery(id), door, { caller: wider, reader }, allow), id).rejects.toThrow();
  }
}, 60_000);
