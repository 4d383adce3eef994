import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeGround } from '../../demo/records/ground.ts';
import { importRoster, inventRegisters } from '../../demo/seed/seed-registers.ts';
import { payMonth } from '../../demo/seed/seed-rolls.ts';
import { setUp as setUpWindows } from '../../demo/seed/seed-windows.ts';
import { demoStaff } from '../../demo/seed/staff.ts';
import { sealTransfer } from '../../src/domains/social-assistance/subsistence-allowance/move/transfer-file.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import { collectPages } from '../../src/server/collect-pages.ts';
import { mayOpen } from '../../src/web/workbench/shell/page.ts';
import { isLineRole } from '../access/oracle.ts';
import { findViolations } from '../harness/find-violations.ts';
import { openDeskOffice, type DeskOffice } from '../harness/desk-office.ts';
import { seedCases } from '../harness/seed-cases.ts';
import { fetching, untilQuiet } from '../harness/until-quiet.ts';

const ROOT = join(import.meta.dirname, '../..');
const pages = collectPages(ROOT, 'workbench').map(({ meta }) => ({
  path: meta.path, roles: meta['roles'] as readonly string[] | undefined, covers: (meta['covers'] as readonly string[] | undefined) ?? [],
  /** Stands on the spine or on a shelf. */
  shown: meta['tab'] !== undefined || meta['shelf'] !== undefined,
}));
/** The posts of the lines see the same pages as each other; one of them goes for all (CRAWL=all: every one). */
const isCrawled = ({ city, role }: (typeof demoStaff)[number]): boolean => city === '442000' && (process.env['CRAWL'] === 'all' || !isLineRole(role) || role === 'elderly-care-clerk');
/** One account a role: the first, which is where the seeded cases lie. */
const accounts = [...new Map(demoStaff.filter(isCrawled).toReversed().map((one) => [one.role, one])).values()].toReversed();

let desk: DeskOffice;
/** What stands in for the parts of an address, by the path it belongs to. */
const samples = new Map<string, string>();
const answered = new Map<string, boolean>(pages.map((page) => [page.path, false]));

beforeAll(async () => {
  desk = await openDeskOffice({ day: '2014-10-13' });
  await seedRegister(desk);
  await seedWindow(desk);
  const cases = await seedCases(desk);
  const one = async (sql: string): Promise<string> => String((await desk.owner.query<{ id: string }>(sql)).rows[0]?.id ?? '');
  samples.set('/cases/$caseId', `/cases/${cases.held}`).set('/cases/$caseId/print', `/cases/${cases.granted}/print`).set('/cases/$caseId/notice', `/cases/${cases.held}/notice`).set('/cases/$caseId/letter', `/cases/${cases.granted}/letter`);
  // the last registered belong to the cases: they lie in the area of every office that is asked
  for (const [head, sql] of [['people', 'select max(id) as id from city_442000.person'], ['households', 'select max(id) as id from city_442000.household'], ['rolls', 'select max(id) as id from city_442000.roll']] as const) {
    const id = await one(sql);
    for (const { path } of pages.filter((page) => page.path.startsWith(`/${head}/$`))) samples.set(path, path.replace(/\$\w+/, id));
  }
  samples.set('/cases/$caseId/paper', `/cases/${cases.granted}/paper`).set('/publication/$division/print', '/publication/442000001016/print');
  samples.set('/grants/$grantId/recovery', `/grants/${await one('select max(id) as id from city_442000.benefit_grant')}/recovery`).set('/complaints/$complaintId', `/complaints/${await plantComplaint(desk)}`);
  const household = await one('select max(id) as id from city_442000.household');
  samples.set('/households/$householdId/files/$year', `/households/${household}/files/2014`).set('/grants/$grantId/change', `/grants/${await one('select max(id) as id from city_442000.benefit_grant')}/change`);
  samples.set('/cases/$caseId/told', `/cases/${cases.held}/told`).set('/cases/$caseId/papers/$paperId', `/cases/${cases.granted}/papers/survey`);
  samples.set('/standards/proposals/$proposalId', `/standards/proposals/${await proposeStandard(desk)}`).set('/recognitions/$recognitionId/certificate', `/recognitions/${await plantRecognition(desk, cases.granted)}/certificate`);
  samples.set('/cases/$caseId/move-certificate', `/cases/${await plantDeparture(desk, cases.granted)}/move-certificate`).set('/cases/$caseId/arrival', `/cases/${await plantArrival(desk, cases.held)}/arrival`);
  samples.set('/accounts/$accountId', `/accounts/${await one("select min(id) as id from city_442000.account where kind = 'staff'")}`);
  for (const [path, address] of await registerPages(desk)) samples.set(path, address);
  await carePages(desk);
  samples.set('/bulk/$runId', `/bulk/${await orderMany(desk, cases.fresh)}`);
  samples.set('/accounts/$accountId', `/accounts/${await one("select min(id) as id from city_442000.account where kind = 'staff'")}`);
  samples.set('/figures/$id', `/figures/${(await loadRegistry()).matters.flatMap((matter) => matter.indicators ?? [])[0]?.id ?? ''}`);
}, 240_000);

afterAll(async () => {
  const dir = join(ROOT, 'test/.artifacts');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'screens-workbench.json'), `${JSON.stringify(pages.map(({ path, covers }) => ({ path, covers, answered: answered.get(path) === true })), null, 2)}\n`);
  await desk?.close();
});

/** A request at the window: one need for the town's own matter, one for a department. */
async function seedWindow({ office }: DeskOffice): Promise<void> {
  await office.act('admin', 'items.publish-declared', {});
  await setUpWindows(office);
  const taken = await office.act<{ intake: number; handovers: { id: number }[] }>('taiping', 'single-window.take-in', {
    values: { how: 'window', name: '谭玉兰', phone: '13800000021', division: '442000001016', trouble: '收入少，孙女交不起学费' }, needs: ['daily-life', 'schooling'],
  });
  const [own, school] = taken.handovers.map((one) => one.id);
  samples.set('/window/intakes/$intakeId', `/window/intakes/${taken.intake}`).set('/window/intakes/$intakeId/receipt', `/window/intakes/${taken.intake}/receipt`).set('/window/handovers/$handoverId/open', `/window/handovers/${own}/open`);
  samples.set('/window/handovers/$handoverId', `/window/handovers/${school}`).set('/window/handovers/$handoverId/slip', `/window/handovers/${school}/slip`);
}

/** A part of one town's register and a month that was paid, so that households, rolls and figures have something to show. */
async function seedRegister({ office }: DeskOffice): Promise<void> {
  const town = inventRegisters({ households: 0, persons: 0 }).standing.find((households) => households[0]?.village.startsWith('442000001')) ?? [];
  await importRoster(office, town.slice(0, 40), '2014-10', '石岐区');
  await payMonth(office, '2014-10');
}

/** One step ordered for several, tried and waiting for the word. */
async function orderMany({ office }: DeskOffice, caseId: number): Promise<number> {
  const { run } = await office.act<{ run: number }>('shiqi', 'bulk.start', { work: 'casework.take-step', what: 'accept', rows: [{ id: caseId }], data: { complete: true, relativeOfStaff: false } });
  await office.work();
  return run;
}

/** A register with a record that stands, has an entry and a link: its pages by path. */
async function registerPages({ office }: DeskOffice): Promise<Map<string, string>> {
  const values = { name: '太平社区居家养老服务中心', level: 'ordinary', staff: 8, contactName: '陈志明', contactPhone: '13800000021', point: '113.381,22.523' };
  const division = (await office.see<{ id: number; code: string }[]>('shiqi', 'division.find', { text: '442000001016' }))[0]?.id;
  const { record } = await office.act<{ record: number }>('shiqi', 'records.open', { register: 'home-care-centre', division, openedOn: '2013-05-01', state: 'operating', values });
  await office.act('shiqi', 'records.add-entry', { register: 'home-care-centre', record, sub: 'services-month', day: '2014-08-31', values: { clients: 40, visits: 200 } });
  const design = { title: '长者饭堂', unit: '家', purpose: '镇街办的长者饭堂。', name: 'f1', fields: [{ key: 'f1', title: '名称', kind: 'text' }, { key: 'f2', title: '座位', kind: 'integer', unit: '个' }], states: { s1: { title: '开业' }, s2: { title: '停业', ends: true } }, keepers: ['town-clerk'] };
  await drawSurvey(office);
  const { register: own } = await office.act<{ register: string }>('admin', 'records.save-declaration', { declaration: design });
  samples.set('/registers/own/$own', `/registers/own/${own}`);
  const fill = (path: string): string => path.replace('$register', 'home-care-centre').replace('$record', String(record));
  return new Map(pages.flatMap(({ path }) => (path.startsWith('/registers/$') || path === '/records/$record' ? [[path, fill(path)] as const] : [])));
}

/** A survey whose sample was drawn: one person, not asked yet. */
async function drawSurvey(office: DeskOffice['office']): Promise<void> {
  const division = (await office.see<{ id: number; code: string }[]>('special-care', 'division.find', { text: '442000001016' }))[0]?.id;
  const person = { name: '陈志明', idNumber: '442000194001011230' };
  await office.act('special-care', 'records.open', { register: 'special-care-plan', division, openedOn: '2014-09-01', person, values: { name: '太平个案一', kind: 'case', worker: '马社工', goals: '探访', startsOn: '2014-09-01' } });
  const { record } = await office.act<{ record: number }>('special-care', 'records.open', { register: 'special-care-survey', division, openedOn: '2014-10-01', values: { name: '2014年优抚调查', surveyYear: 2014, sampleSize: 1, scale: 10, contentFrom: 7, lowUpTo: 4, followWithin: 20, fieldFrom: '2014-10-13' } });
  const { seen } = await office.see<{ seen: number }>('special-care', 'records.get', { register: 'special-care-survey', record });
  await office.act('special-care', 'special-care-social-work.draw-sample', { record, seen });
}

/** Pages of matters beside a register's record: a course with a learner, an elder who waits for a helper, a child whose guardian is looked for. */
async function carePages({ office }: DeskOffice): Promise<void> {
  const division = (await office.see<{ id: number }[]>('shiqi', 'division.find', { text: '442000001016' }))[0]?.id;
  const { person } = makeGround('442000', []);
  const open = async (register: string, values: object, who?: object): Promise<number> => (await office.act<{ record: number }>('shiqi', 'records.open', { register, division, openedOn: '2014-10-06', values, ...(who === undefined ? {} : { person: who }) })).record;
  const organisation = await open('organisation', { name: '石岐区老年大学', kind: 'public-institution' });
  const course = await open('senior-course', { name: '书法班', subject: 'arts', term: '2014年秋季', startsOn: '2014-10-06', seats: 1, organisation });
  await office.act('shiqi', 'senior-learning.enrol', { course, person: person(61_001, 66) });
  await office.act('shiqi', 'senior-learning.enrol', { course, person: person(61_002, 67) });
  const helper = await open('peer-helper', { mobile: '13600001000', healthy: true, consentedOn: '2014-10-01' }, person(61_003, 62));
  const pair = await open('peer-pair', { need: 'alone' }, person(61_004, 82));
  const station = await open('child-care-station', { name: '太平儿童临时托管站', beds: 8 });
  const stay = await open('child-stay', { station, admissionReason: 'away', admittedOn: '2014-10-06', expectedUntil: '2014-10-10', guardian: '谭志强', relation: 'parent', carePlan: '一日三餐' }, person(61_005, 6));
  samples.set('/senior-courses/$record', `/senior-courses/${course}`).set('/peer-helpers/$record', `/peer-helpers/${helper}`).set('/peer-pairs/$record', `/peer-pairs/${pair}`).set('/child-stays/$record', `/child-stays/${stay}`);
}

/** A standard that waits for its preview and the second signature. */
async function proposeStandard({ office }: DeskOffice): Promise<number> {
  return (await office.act<{ id: number }>('standards', 'policy.propose-value', {
    parameter: 'subsistence-standard', division: '442000', from: '2015-01-01', to: null, value: 56_000, demo: true, document: { title: '演示值，不是中山市的规定', number: null } })).id;
}

/** A status on the register, as a decision would have left it: the crawl looks at its certificate. */
async function plantRecognition({ owner }: DeskOffice, caseId: number): Promise<number> {
  await owner.query('set session_replication_role = replica');
  const { rows: [row] } = await owner.query<{ id: string }>(
    `with r as (insert into city_442000.recognition (kind, number, verify_code, household_id, division_id, case_id, decision_id, valid_from, valid_to, command_id)
       select 'low-income-family', 'ZS-RC-2014-000001', 'ABCDEFGHJK', c.household_id, c.division_id, c.id, (select max(d.id) from city_442000.decision d where d.case_id = c.id), '2014-10-01', '2015-10-01', 1
         from city_442000.case_file c where c.id = $1 returning *)
     , p as (insert into city_442000.recognition_person (recognition_id, kind, person_id, household_id, division_id, valid_from, valid_to, known_from, command_id)
       select r.id, r.kind, m.person_id, r.household_id, r.division_id, r.valid_from, r.valid_to, 1, 1 from r join city_442000.case_member m on m.case_id = r.case_id)
     select id from r`, [caseId]);
  await owner.query('set session_replication_role = origin');
  return Number(row?.id);
}

/** A household that left the city, as the decision would have left it: a case of its own with change, decision and paper. */
async function plantDeparture({ owner }: DeskOffice, like: number): Promise<number> {
  await owner.query('set session_replication_role = replica');
  const { rows: [row] } = await owner.query<{ id: string }>(
    `with c as (insert into city_442000.case_file (number, matter, procedure, kind, grant_id, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts, outcome, command_id)
       select 'ZS-DB-2014-009001', matter, 'change-2012', 'change', (select id from city_442000.benefit_grant g where g.case_id = f.id), opened_on, household_id, applicant_person_id, division_id, 'ended', opened_on, 1, 1, '{"kind":"leave-city","destination":"广州市越秀区"}', facts, 'ended', 1
         from city_442000.case_file f where id = $1 returning *)
     , m as (insert into city_442000.case_member (case_id, division_id, person_id, key, relation, name_masked, number_masked, command_id)
       select c.id, o.division_id, o.person_id, o.key, o.relation, o.name_masked, o.number_masked, 1 from c, city_442000.case_member o where o.case_id = $1)
     , x as (insert into city_442000.household_change (household_id, division_id, case_id, kind, words, happened_on, persons, done_on, command_id) select household_id, division_id, id, 'leave-city', '迁往广州市越秀区', opened_on, '{}', opened_on, 1 from c)
     , d as (insert into city_442000.decision (case_id, division_id, outcome, decided_on, first_month, fen, assessment, grounds, statement, office_name, decided_by, action_id, command_id)
       select c.id, o.division_id, 'ended', o.decided_on, o.first_month, null, o.assessment, o.grounds, '迁往广州市越秀区，停发。', o.office_name, o.decided_by, o.action_id, 1 from c, city_442000.decision o where o.case_id = $1 returning *)
     , p as (insert into city_442000.decision_paper (decision_id, case_id, division_id, number, digest, code, issued_on, command_id) select id, case_id, division_id, '中民低字〔2014〕9001号', sha256('9001'), 'ABCD2345', decided_on, 1 from d)
     select id from c`, [like]);
  await owner.query('set session_replication_role = origin');
  return Number(row?.id);
}

/** What a household brought from another city, beside its case. */
async function plantArrival({ owner }: DeskOffice, caseId: number): Promise<number> {
  const text = sealTransfer({
    issuer: { city: '440100', name: '广州市', office: '越秀区' }, paper: { number: '穗民低字〔2014〕1号', code: 'ABCD2345', decidedOn: '2014-09-01' }, destination: '中山市', hukouKind: 'urban',
    members: [{ name: '试甲', idNumber: null, relation: '户主', head: true }], allowance: { since: '2013-01', fen: 60_000, lastMonth: '2014-09', lastPaidMonth: '2014-09' },
  }, { current: 'k1', mac: () => Buffer.alloc(32) });
  await owner.query('set session_replication_role = replica');
  await owner.query(
    `with f as (insert into city_442000.stored_file (name, media_type, sha256, size, bytes, division_id, command_id) select '转移证明.json', 'application/json', sha256($2), length($2), $2, division_id, 1 from city_442000.case_file where id = $1 returning id)
     insert into city_442000.transfer_arrival (case_id, division_id, file_id, issuer_city, issuer_name, paper_number, digest, command_id) select c.id, c.division_id, f.id, '440100', '广州市', '穗民低字〔2014〕1号', sha256($2), 1 from city_442000.case_file c, f where c.id = $1`, [caseId, Buffer.from(text)]);
  await owner.query('set session_replication_role = origin');
  return caseId;
}

/** An anonymous complaint about a household of the town. */
async function plantComplaint({ office }: DeskOffice): Promise<number> {
  return (await office.act<{ complaintId: number }>('shiqi', 'complaints.register', { about: 'household', division: '442000001016', matter: 'subsistence-allowance', how: 'desk', content: '听说有一家已经搬走了。' })).complaintId;
}

/** The address to open for a declared path; a path with parts nobody gave a sample for is named with the remedy. */
function addressOf(path: string): string {
  const given = samples.get(path);
  if (given !== undefined) return given;
  if (path.includes('$')) throw new Error(`${path}: no sample address; give one in test/e2e/workbench-crawl.test.ts`);
  return path;
}

const ROWS = 'tbody tr, .grounds li, .trail li, .sum tr, .facts dd, .a4 td, .a4 p, .bridge rect';
/** The sheet of samples shows every piece, also one that loads for ever and one that failed. */
const SAMPLES = '/style';

/** Goes to a page as a click would and waits until it has said something: its heading, and nothing being fetched. Says where it did not. */
async function open(page: Page, path: string, address: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', '/workbench${address}'); dispatchEvent(new PopStateEvent('popstate'));`);
  const ready = `document.querySelector('main h1') !== null && (${String(path === SAMPLES)} || document.querySelector('main .loading') === null)`;
  if (await untilQuiet(page, ready)) return;
  throw new Error(`${address} does not get ready: ${(await page.locator('main').innerText()).slice(0, 200)}`);
}

/** Makes of pages found clean, whoever had them open. */
const clean = new Set<string>();

/** Between them they may open every page; they open all they may. The others open what their own tabs and shelves lead to, and what is theirs alone. CRAWL=all: everybody opens everything. */
const BROAD: readonly string[] = ['town-clerk', 'approver'];

function pagesOf(role: string): typeof pages {
  const opens = (page: (typeof pages)[number], who: string): boolean => mayOpen(page.roles === undefined ? {} : { roles: page.roles }, who);
  const may = pages.filter((page) => opens(page, role));
  if (BROAD.includes(role) || process.env['CRAWL'] === 'all') return may;
  return may.filter((page) => page.shown || !BROAD.some((broad) => opens(page, broad)));
}

describe('every page of the workbench, as every role', () => {
  test('some pages were found', () => { expect(pages.length).toBeGreaterThan(8); });

  test.concurrent.each(accounts)('$role', async ({ login, role }) => {
    const { page, context } = await desk.signedIn(login, '/tasks');
    const faults: string[] = [];
    let where = '';
    page.on('console', (message) => { if (message.type() === 'error') faults.push(`${where}: ${message.text()}`); });
    page.on('pageerror', (error) => faults.push(`${where}: ${error.message}`));
    page.on('response', (response) => { if (response.url().includes('/api/') && response.status() >= 400) faults.push(`${where}: ${response.status()} ${response.url()}`); });
    await page.locator('main h1').first().waitFor();
    fetching(page);
    for (const { path } of pagesOf(role)) {
      where = addressOf(path);
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, path, where);
      faults.push(...(await findViolations(page, clean)).map((one) => `${where}: ${one}`));
      if (path === SAMPLES) { /* its rows are samples, its error too */ }
      else if ((await page.locator('main .error-note').count()) > 0) faults.push(`${where}: ${await page.locator('main .error-note').first().innerText()}`);
      else if (!answered.get(path) && (await page.locator(`main :is(${ROWS})`).count()) > 0) answered.set(path, true);
      await page.setViewportSize({ width: 390, height: 844 });
      const [wide, shown] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, document.documentElement.clientWidth]');
      if (wide > shown) faults.push(`${where}: ${wide} px wide at 390`);
    }
    await context.close();
    expect(faults).toEqual([]);
  }, 240_000);
});
