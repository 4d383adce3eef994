import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { resident } from '../acceptance/people.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { assess } from '../../src/kernel/benefits/assess.ts';
import { openGrant } from '../../src/kernel/benefits/open-grant.ts';
import { readFacts } from '../../src/kernel/benefits/read-facts.ts';
import { divisionCodes } from '../../src/kernel/casework/find-office.ts';
import { loadBook } from '../../src/kernel/policy/load-book.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import type { Month } from '../../src/kernel/values/month.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { applicationOf, idOf, type Applicant } from './applicants.ts';
import { staff } from './city.ts';
import { BENEFIT, openPayrollWorld, type PayrollWorld } from './payroll-world.ts';
import { buildWatchedApp } from './watched-app.ts';

export interface Answer { readonly status: number; readonly body: Record<string, any> } // oxlint-disable-line typescript/no-explicit-any -- an answer as it comes over the wire

export interface GrantedHome { readonly grant: number; readonly household: number; readonly number: string; readonly persons: Readonly<Record<string, number>> }

/** A small bureau over HTTP whose households draw 低保 by assessment, for what happens after approval. */
export interface ChangeWorld {
  readonly payroll: PayrollWorld; readonly lead: Caller; readonly judge: Caller;
  /** `null` is somebody who has not signed in. */
  act(caller: Caller | null, door: string, body: unknown): Promise<Answer>;
  see(caller: Caller | null, door: string, body: unknown): Promise<Answer['body']>;
  done(caller: Caller | null, door: string, body: unknown): Promise<Answer['body']>;
  /** A file taken away, as text. */
  take(caller: Caller, download: string, body: unknown): Promise<{ readonly status: number; readonly text: string }>;
  /** A household that was granted 低保 from a month on, on the facts of its application. */
  granted(people: readonly Applicant[], firstMonth: string, more?: Readonly<Record<string, unknown>>): Promise<GrantedHome>;
  residentOf(person: Applicant): Promise<Caller>;
  /** Reports, accepts without a check, and decides. */
  decided(grant: number, values: Readonly<Record<string, unknown>>, decision?: 'approve' | 'end' | 'phase-out'): Promise<number>;
  /** What each month is worth now, by month. */
  worth(grant: number, from: string, months: number): Promise<number[]>;
  /** Runs everything queued. */
  work(): Promise<void>;
  close(): Promise<void>;
}

const VILLAGE = '442000001001';

export async function openChangeWorld(day = '2014-10-13'): Promise<ChangeWorld> {
  const payroll = await openPayrollWorld();
  const { cities, zs } = payroll;
  await staff(cities, zs, 'system', '442000');
  // the clock of a city never goes back; a story may begin before the harness's own day
  await cities.owner.query(`set session_replication_role = replica; update city_442000.city set demo_day = '${day}'; set session_replication_role = origin`);
  const lead = await staff(cities, zs, 'town-lead', '442000001');
  const judge = await staff(cities, zs, 'approver', '442000');
  const app: FastifyInstance = await buildWatchedApp({ cities: new Map([['442000', zs]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  const cookies = new Map<number, string>();
  const signIn = async (caller: Caller): Promise<string> => {
    const id = caller.account?.id ?? 0;
    const { rows: [account] } = await cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [await hashPassword('演示用'), id]);
    const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { name: account?.login, password: '演示用' }, headers: { 'x-csrf': '1' } });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    cookies.set(id, cookie);
    return cookie;
  };
  const post = async (caller: Caller | null, path: string, body: unknown): Promise<Answer> => {
    const cookie = caller === null ? '' : cookies.get(caller.account?.id ?? 0) ?? await signIn(caller);
    const answer = await app.inject({ method: 'POST', url: path, payload: body as object, headers: { 'x-csrf': '1', 'idempotency-key': randomUUID(), ...(cookie === '' ? {} : { cookie }) } });
    return { status: answer.statusCode, body: answer.json() };
  };
  const take = async (caller: Caller, download: string, body: unknown) => {
    const answer = await app.inject({ method: 'POST', url: `/api/x/${download}`, payload: body as object, headers: { 'x-csrf': '1', cookie: cookies.get(caller.account?.id ?? 0) ?? await signIn(caller) } });
    return { status: answer.statusCode, text: answer.body };
  };
  const good = ({ status, body }: Answer): Answer['body'] => {
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const world: ChangeWorld = {
    payroll, lead, judge, take,
    act: (caller, door, body) => post(caller, `/api/c/${door}`, body),
    see: async (caller, door, body) => good(await post(caller, `/api/q/${door}`, body)),
    done: async (caller, door, body) => good(await world.act(caller, door, body)),
    async granted(people, firstMonth, more = {}) {
      const { caseId } = await world.done(payroll.clerk, 'casework.register-application', { matter: BENEFIT, values: applicationOf(people, { division: VILLAGE, ...more }) });
      return payroll.act(async (tx, by) => {
        const registry = await loadRegistry();
        const benefit = registry.findBenefit(BENEFIT)!.benefit;
        const row = await tx.one<{ household: number; number: string; division: number; facts: { members: object[] } }>(
          'select c.household_id as household, h.number, c.division_id as division, c.facts from case_file c join household h on h.id = c.household_id where c.id = $1', [caseId]);
        const told = { ...row.facts, members: row.facts.members.map((one) => ({ ...one, authorised: true })) };
        const facts = readFacts(benefit, told);
        if (!facts.ok) throw new Error(JSON.stringify(facts.errors));
        const assessment = assess(benefit, facts.facts, { book: await loadBook(tx), divisions: await divisionCodes(tx, row.division), day: by.today });
        const members = await tx.rows<{ key: string; personId: number; name: string }>('select m.key, m.person_id as "personId", p.name from case_member m join person p on p.id = m.person_id where case_id = $1 order by m.id', [caseId]);
        await tx.run(`update case_file set outcome = 'granted' where id = $1`, [caseId]);
        const grant = await openGrant(tx, by, { benefit: BENEFIT, caseId, householdId: row.household, divisionId: row.division, hukouKind: 'urban', firstMonth: firstMonth as Month, facts: facts.facts, assessment, decisionId: null, reason: '批准起发', persons: members });
        return { grant, household: row.household, number: row.number, persons: Object.fromEntries(members.map((one) => [one.name, one.personId])) };
      });
    },
    residentOf: (person) => resident(cities, zs, person.name, idOf(person), VILLAGE),
    async decided(grant, values, decision = 'approve') {
      const { caseId } = await world.done(payroll.clerk, 'casework.report-change', { grant, values });
      await world.done(payroll.clerk, 'casework.take-step', { caseId, step: 'accept', seen: 1, data: { check: false, seen: '户口本' } });
      await world.done(judge, 'casework.take-step', { caseId, step: decision, seen: 2, data: { opinion: '同意' } });
      return caseId as number;
    },
    async worth(grant, from, months) {
      const { rows } = await cities.owner.query<{ fen: string }>(
        `select coalesce((select v.fen from city_442000.grant_version v where v.grant_id = $1 and v.known_to is null and v.from_month <= m and (v.to_month is null or v.to_month > m)), 0) as fen
           from generate_series($2::date, $2::date + make_interval(months => $3 - 1), interval '1 month') m order by m`, [grant, `${from}-01` as PlainDate, months]);
      return rows.map((row) => Number(row.fen));
    },
    async work() {
      const handlers = await findHandlers();
      for (let round = 0; round < 4; round += 1) {
        await cities.owner.query(`update city_442000.job set run_after = now() where state = 'waiting'`);
        while (await workOnce(zs, handlers)) { /* until nothing is due */ }
      }
    },
    async close() { await app.close(); await payroll.close(); },
  };
  return world;
}
