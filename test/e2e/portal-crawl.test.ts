import publishDeclared from '../../src/kernel/items/commands/publish-declared.ts';
import { staff } from '../harness/city.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectPages } from '../../src/server/collect-pages.ts';
import { findViolations } from '../harness/find-violations.ts';
import { fetching, untilQuiet } from '../harness/until-quiet.ts';
import { CHEN } from '../acceptance/application-world.ts';
import { CHEN_FORM, doors, openResidentWorld, toDecision, toTownNotice, type ResidentWorld } from './resident-world.ts';

const ROOT = join(import.meta.dirname, '../..');
const DECLARED = collectPages(ROOT, 'portal').map((page) => page.meta);
const PAGES = DECLARED.map((page) => page.path);
/** Pages that opened with what they are for, not with an empty state or a refusal: `npm run status` counts them. */
const answered = new Set<string>();
const TAN = ['谭小辉', '442099197205060312'] as const;

/** Addresses by page: what stands for each part that is not fixed. Filled once the cases are there. */
const parts: Record<string, readonly string[]> = { $matter: ['subsistence-allowance', 'nothing'], $item: ['subsistence-allowance', 'association-branch-registration', 'item-999999'] };
let home: ResidentWorld;

beforeAll(async () => {
  home = await openResidentWorld();
  const { world } = home;
  await world.on('2014-11-03');
  await world.done(await staff(world.cities, world.cities.zhongshan, 'administrator', '442000'), publishDeclared, {});
  const chen = await home.signedUp('13800000001', ...CHEN);
  const tan = await home.signedUp('13800000003', ...TAN);
  await home.signedUp('13800000004', '吴新来', '44209919660307001X');
  const granted = await applied(chen, CHEN_FORM);
  await toTownNotice(world, granted);
  await toDecision(world, granted);
  const refused = await refusedCase(tan);
  const noticed = await world.accepted({ ...CHEN_FORM, ...SINGLE('周伯', '442099194808080036') });
  await world.must('clerk', noticed, 'start-verification');
  await world.work();
  await world.must('clerk', noticed, 'complete-verification');
  await world.must('clerk', noticed, 'survey', { visitedOn: today, investigators: [{ name: '刘敏', signed: true }, { name: '钟伟', signed: true }], personSigned: true, findings: '与申报相符' });
  await world.must('clerk', noticed, 'appraise', { heldOn: today, place: '太平社区', attended: 15, representatives: 11, agree: 14, disagree: 1, conclusion: 'true', opinion: '情况属实', allSigned: true });
  await world.must('lead', noticed, 'propose', { opinion: '同意', place: '太平社区公告栏' });
  const { rows: [notice] } = await world.cities.owner.query<{ id: string }>('select max(id) as id from city_442000.public_notice where withdrawn_on is null');
  const { rows: [grant] } = await world.cities.owner.query<{ id: string }>('select id from city_442000.benefit_grant where case_id = $1', [granted]);
  grantId = Number(grant?.id);
  cases = { granted, refused };
  parts['$id'] = [notice?.id ?? '0', '999999'];
});
afterAll(async () => {
  await home.close();
  mkdirSync(join(ROOT, 'test/.artifacts'), { recursive: true });
  writeFileSync(join(ROOT, 'test/.artifacts/screens-portal.json'), `${JSON.stringify(DECLARED.map(({ path, covers }) => ({ path, covers: covers ?? [], answered: answered.has(path) })), null, 2)}\n`);
});

let grantId: number;
let today = '2014-11-03';
let cases: { readonly granted: number; readonly refused: number };

const SINGLE = (name: string, idCard: string) => ({
  members: [{ ...CHEN_FORM.members[0], name, idCard }], incomes: [{ person: name, source: 'wage', regular: 'total', total: '1200', months: '6' }],
  hasAccount: false, bankCode: undefined, accountHolder: undefined, accountNumber: undefined, movable: '0',
});

async function applied(caller: Parameters<ResidentWorld['world']['done']>[0], values: Record<string, unknown>): Promise<number> {
  const { world } = home;
  await world.done(caller, doors.saveDraft, { matter: 'subsistence-allowance', values });
  const { caseId } = await world.done(caller, doors.apply, { matter: 'subsistence-allowance' });
  await world.done(world.posts.clerk, doors.authorise, { caseId });
  await world.must('clerk', caseId, 'accept', { complete: true, relativeOfStaff: false });
  return caseId;
}

/** A household whose income turns out higher, and which has a car and two houses more: three grounds. */
async function refusedCase(caller: Parameters<ResidentWorld['world']['done']>[0]): Promise<number> {
  const { world } = home;
  today = '2014-11-19';
  const caseId = await applied(caller, { ...CHEN_FORM, ...SINGLE(...TAN) });
  await world.must('clerk', caseId, 'start-verification');
  await world.work();
  await world.must('clerk', caseId, 'complete-verification');
  await world.must('clerk', caseId, 'survey', { visitedOn: today, investigators: [{ name: '刘敏', signed: true }, { name: '钟伟', signed: true }], personSigned: true, findings: '与申报相符' });
  await world.must('clerk', caseId, 'appraise', { heldOn: today, place: '太平社区', attended: 15, representatives: 11, agree: 14, disagree: 1, conclusion: 'true', opinion: '情况属实', allSigned: true });
  await world.must('lead', caseId, 'propose', { opinion: '同意', place: '太平社区公告栏' });
  today = '2014-11-27';
  await world.on(today);
  await world.must('lead', caseId, 'submit');
  const { facts } = await world.look(world.posts.approver, doors.getCase, { caseId });
  const [first] = facts['members'] as object[];
  await world.must('approver', caseId, 'correct-facts', { reason: '工资', facts: { ...facts, members: [{ ...first, incomes: [{ category: 'wage', monthlyFen: 90_000 }] }], assets: { movableFen: 0, vehicles: 1, houses: 3 } } });
  await world.must('approver', caseId, 'refuse', { opinion: '不符合' });
  await world.must('clerk', caseId, 'notify', { deliveredOn: today, how: 'direct', receiver: TAN[0] });
  return caseId;
}

/** Every address of every declared page; a page with a part nobody named here fails. */
function addresses(own: number): string[] {
  return PAGES.flatMap((path) => {
    const part = /\$\w+/.exec(path)?.[0];
    if (part === undefined) return [path];
    const values = path.includes('/cases/') || path.includes('/done/') ? [String(own), '999999'] : path.includes('/grants/') ? [own === cases.granted ? String(grantId) : '999999', '999999'] : path.includes('/recognitions/') ? ['999999'] : parts[part];
    if (values === undefined) throw new Error(`${path}: give ${part} a value here`);
    return values.map((value) => path.replace(part, value));
  });
}

/** Pages that look different to somebody signed in. */
const ownAddresses = (own: number): string[] => addresses(own).filter((path) => path === '/' || /^\/(my|apply|helping)/.test(path));

/** Makes of pages found clean, whoever had them open. */
const clean = new Set<string>();

async function findFaults(page: Page): Promise<string[]> {
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return [...await findViolations(page, clean), ...(beyond > 0 ? [`${beyond} px wider than the screen`] : [])];
}

/** Laid once: its heading is there, and nothing a person would see come. */
const READY = `document.querySelector('main:not([data-laying]) h1') !== null && document.querySelector('main [data-pending]') === null`;

/** Opens each address and tells what is wrong with it. A refusal the page itself explains (a case that is not there) is no fault. */
async function crawl(page: Page, faults: string[], list: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  fetching(page);
  for (const path of list) {
    faults.length = 0;
    await page.goto(home.url + path);
    if (!(await untilQuiet(page, READY))) { wrong.push(`${path} has no heading, or does not get ready`); continue; }
    const missing = /999999/.test(path);
    const own = faults.filter((fault) => !(missing && /40[34]|410/.test(fault)));
    const screen = await page.locator('main').innerText();
    const declared = PAGES.find((one) => new RegExp(`^${one.replace(/\$\w+/g, '[^/]+')}$`).test(path));
    if (declared !== undefined && !missing && own.length === 0 && !/没有找到|请先登录/.test(screen)) answered.add(declared);
    wrong.push(...[...own, ...await findFaults(page), ...(/screen\.failed|undefined|NaN|\[object/.test(screen) ? ['a value that was never read stands on it'] : [])].map((one) => `${path} ${one}`));
  }
  return wrong;
}

describe('[S215] 居民的每一页：读得出、放得下、不出错', () => {
  test.concurrent('没有登录', async () => {
    const { context, page, faults } = await home.phone();
    expect(await crawl(page, faults, addresses(cases.granted))).toEqual([]);
    await context.close();
  });

  test.concurrent.each([['13800000001', 'granted'], ['13800000003', 'refused'], ['13800000004', 'granted']] as const)('登录 %s（%s）', async (login, kind) => {
    const { context, page, faults } = await home.phone();
    await page.goto(`${home.url}/sign-in`);
    await home.signIn(page, login);
    await page.getByRole('heading', { name: /您好/ }).waitFor();
    // whoever has no case of his own is told so, as of any case that is not there
    const list = ownAddresses(login === '13800000004' ? 999999 : cases[kind]);
    expect(await crawl(page, faults, list)).toEqual([]);
    await context.close();
  });

  test.concurrent('大字，360 宽', async () => {
    const { context, page, faults } = await home.phone();
    await page.goto(`${home.url}/sign-in`);
    await home.signIn(page, '13800000001');
    await page.getByRole('heading', { name: /您好/ }).waitFor();
    await page.getByRole('switch', { name: '大字' }).check();
    expect(await crawl(page, faults, [...ownAddresses(cases.granted), '/check', '/notices'])).toEqual([]);
    await context.close();
  });

  test.concurrent('没有批准：每一条不符都说出来，还能怎么办', async () => {
    const { context, page } = await home.phone();
    await page.goto(`${home.url}/my/cases/${cases.refused}/why`);
    await home.signIn(page, '13800000003');
    await page.getByRole('heading', { name: /为什么没有批准/ }).waitFor();
    expect(await page.getByText('不符', { exact: true }).count()).toBe(3);
    await page.getByRole('heading', { name: '还能怎么办' }).waitFor();
    await context.close();
  });
});
