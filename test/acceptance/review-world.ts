import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { startAgencies, type Agencies } from '../../demo/agencies/server.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { beginDay } from '../../src/kernel/clock/begin-day.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { assess } from '../../src/kernel/benefits/assess.ts';
import { openGrant } from '../../src/kernel/benefits/open-grant.ts';
import { readFacts } from '../../src/kernel/benefits/read-facts.ts';
import { divisionCodes } from '../../src/kernel/casework/find-office.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { loadBook } from '../../src/kernel/policy/load-book.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import { month } from '../../src/kernel/values/month.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { staff } from '../harness/city.ts';
import { BENEFIT, openPayrollWorld, type PayrollWorld } from '../harness/payroll-world.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

export interface Answer { readonly status: number; readonly body: Record<string, any> } // oxlint-disable-line typescript/no-explicit-any -- an answer as it comes over the wire
export type Who = 'clerk' | 'lead' | 'approver' | 'elsewhere' | 'officer';

/** Offices that look after households already granted, over HTTP; the clock begins the days. */
export interface ReviewWorld {
  readonly payroll: PayrollWorld; readonly agencies: Agencies;
  act(who: Who, door: string, body: unknown): Promise<Answer>;
  done(who: Who, door: string, body: unknown): Promise<Answer['body']>;
  see(who: Who, door: string, body: unknown): Promise<Answer['body']>;
  step(who: Who, caseId: number, step: string, data?: Record<string, unknown>): Promise<Answer>;
  must(who: Who, caseId: number, step: string, data?: Record<string, unknown>): Promise<string>;
  /** Orders one step for many open reviews and waits for it: how each fared. */
  bulk(who: Who, what: string, rows: readonly { readonly caseId: number; readonly seen: number }[], data: Record<string, unknown>): Promise<Answer['body']>;
  /** A new day begins, and everything queued is done. */
  day(day: string): Promise<void>;
  work(): Promise<void>;
  /** A household granted by this platform on its application, with facts; grant and household. */
  grant(form: Record<string, unknown>, firstMonth: string): Promise<{ grant: number; household: number }>;
  close(): Promise<void>;
}

export async function openReviewWorld(day: string): Promise<ReviewWorld> {
  const payroll = await openPayrollWorld();
  const { zs, cities } = payroll;
  await cities.owner.query(`set session_replication_role = replica`);
  await payroll.setDay(day);
  await cities.owner.query(`set session_replication_role = origin`);
  await staff(cities, zs, 'system', '442000');
  const agencies = await startAgencies();
  process.env['AGENCY_SOCIAL_INSURANCE_URL'] = `${agencies.url}/social-insurance`;
  process.env['AGENCY_BANK_DEPOSITS_URL'] = `${agencies.url}/bank-deposits`;
  const posts: Record<Who, Caller> = {
    clerk: payroll.clerk, officer: payroll.officer, lead: await staff(cities, zs, 'town-lead', '442000001'), approver: await staff(cities, zs, 'approver', '442000'), elsewhere: await staff(cities, zs, 'town-clerk', '442000002'),
  };
  const app: FastifyInstance = await buildWatchedApp({ cities: new Map([['442000', zs]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  const handlers = await findHandlers();
  const cookies = new Map<Who, string>();
  for (const [who, caller] of Object.entries(posts) as [Who, Caller][]) {
    const { rows: [account] } = await cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [await hashPassword('演示用'), caller.account?.id]);
    const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { name: account?.login, password: '演示用' }, headers: { 'x-csrf': '1' } });
    cookies.set(who, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }
  const send = async (who: Who, path: string, body: unknown): Promise<Answer> => {
    const answer = await app.inject({ method: 'POST', url: path, payload: body as object, headers: { 'x-csrf': '1', 'idempotency-key': randomUUID(), cookie: cookies.get(who) ?? '' } });
    return { status: answer.statusCode, body: answer.json() };
  };
  const must = (path: string, who: Who, answer: Answer): Answer['body'] => {
    if (answer.status !== 200) throw new Error(`${who} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const world: ReviewWorld = {
    payroll, agencies,
    act: (who, door, body) => send(who, `/api/c/${door}`, body),
    done: async (who, door, body) => must(door, who, await send(who, `/api/c/${door}`, body)),
    see: async (who, door, body) => must(door, who, await send(who, `/api/q/${door}`, body)),
    async step(who, caseId, step, data) {
      const { version } = await world.see(who, 'casework.get-case', { caseId });
      return world.act(who, 'casework.take-step', { caseId, step, seen: version, ...(data ? { data } : {}) });
    },
    async must(who, caseId, step, data) {
      return must(step, who, await world.step(who, caseId, step, data))['state'] as string;
    },
    async bulk(who, what, rows, data) {
      const { run } = await world.done(who, 'bulk.start', { work: 'reviews.take-step', what, rows: rows.map((row) => ({ id: row.caseId, seen: row.seen })), data, trial: false });
      await world.work();
      return world.see(who, 'bulk.get-run', { run });
    },
    async day(to) {
      await payroll.setDay(to);
      await beginDay(zs);
      await world.work();
    },
    async work() {
      for (let round = 0; round < 6; round += 1) {
        await cities.owner.query(`update city_442000.job set run_after = now() where state = 'waiting' and attempts < 3`);
        while (await workOnce(zs, handlers)) { /* until nothing is due */ }
      }
    },
    async grant(form, firstMonth) {
      const { caseId } = await world.done('clerk', 'casework.register-application', { matter: BENEFIT, values: form });
      await world.done('clerk', 'casework.authorise', { caseId });
      const found = (await loadRegistry()).findBenefit(BENEFIT);
      return payroll.act(async (tx, by) => {
        const row = await tx.one<{ household: number; division: number; facts: Record<string, unknown>; hukou: 'urban' | 'rural' }>('select c.household_id as household, c.division_id as division, c.facts, h.hukou_kind as hukou from case_file c join household h on h.id = c.household_id where c.id = $1', [caseId]);
        const members = await tx.rows<{ key: string; personId: number }>('select key, person_id as "personId" from case_member where case_id = $1 order by id', [caseId]);
        const facts = { ...row.facts, members: (row.facts['members'] as { key: string }[]).map((member) => ({ ...member, authorised: true })) };
        const read = readFacts(found!.benefit, facts);
        if (!read.ok) throw new Error(JSON.stringify(read.errors));
        const assessment = assess(found!.benefit, read.facts, { book: await loadBook(tx), divisions: await divisionCodes(tx, row.division), day: by.today as PlainDate });
        const grant = await openGrant(tx, by, { benefit: BENEFIT, caseId, householdId: row.household, divisionId: row.division, hukouKind: row.hukou, firstMonth: month(firstMonth), facts: row.facts, assessment, decisionId: null, persons: members, reason: '试验批准' });
        return { grant, household: row.household };
      });
    },
    async close() { await agencies.stop(); await app.close(); await payroll.close(); },
  };
  return world;
}
