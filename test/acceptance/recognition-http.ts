import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { APPRAISAL, SURVEY } from './application-world.ts';
import { openRecognitionWorld } from './recognition-world.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- an answer as it comes over the wire
export type Body = any;
type World = Awaited<ReturnType<typeof openRecognitionWorld>>;

/** The recognition world behind its real server: everybody signs in and speaks HTTP. */
export async function openRecognitionOverHttp() {
  const world = await openRecognitionWorld();
  const app = await buildWatchedApp({ cities: new Map([['442000', world.cities.zhongshan]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  const cookies = new Map<Caller | 'nobody', string>([['nobody', 'mz_city=442000']]);
  const post = async (caller: Caller | 'nobody', path: string, body: unknown): Promise<{ status: number; body: Body }> => {
    const answer = await app.inject({ method: 'POST', url: path, payload: body as object, headers: { 'x-csrf': '1', 'idempotency-key': randomUUID(), cookie: cookies.get(caller) ?? '', 'x-city': '442000' } });
    return { status: answer.statusCode, body: answer.json() as Body };
  };
  const http = {
    world,
    async signIn(caller: Caller): Promise<void> {
      const { rows: [account] } = await world.cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [await hashPassword('演示用'), caller.account?.id]);
      const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { name: account?.login, password: '演示用' }, headers: { 'x-csrf': '1' } });
      expect(answer.statusCode).toBe(200);
      cookies.set(caller, String(answer.headers['set-cookie']).split(';')[0] ?? '');
    },
    act: (caller: Caller | 'nobody', door: string, body: unknown) => post(caller, `/api/c/${door}`, body),
    ask: (caller: Caller | 'nobody', door: string, body: unknown) => post(caller, `/api/q/${door}`, body),
    async done(caller: Caller, door: string, body: unknown): Promise<Body> {
      const answer = await http.act(caller, door, body);
      expect(answer.status, `${door} ${JSON.stringify(answer.body)}`).toBe(200);
      return answer.body;
    },
    async see(caller: Caller | 'nobody', door: string, body: unknown): Promise<Body> {
      const answer = await http.ask(caller, door, body);
      expect(answer.status, `${door} ${JSON.stringify(answer.body)}`).toBe(200);
      return answer.body;
    },
    async step(who: keyof World['posts'], caseId: number, step: string, data?: object): Promise<{ status: number; body: Body }> {
      const { version } = await http.see(world.posts[who], 'casework.get-case', { caseId });
      return http.act(world.posts[who], 'casework.take-step', { caseId, step, seen: version, ...(data ? { data } : {}) });
    },
    async must(who: keyof World['posts'], caseId: number, step: string, data?: object): Promise<Body> {
      const answer = await http.step(who, caseId, step, data);
      expect(answer.status, `${step} ${JSON.stringify(answer.body)}`).toBe(200);
      return answer.body;
    },
    /** Accepted, checked, visited (and for 低保 appraised), ready for the town's opinion. */
    async investigated(matter: string, form: object, day: string): Promise<number> {
      const { caseId } = await http.done(world.posts.clerk, 'casework.register-application', { matter, values: form });
      await http.investigate(caseId, day, matter === 'subsistence-allowance');
      return caseId;
    },
    async investigate(caseId: number, day: string, appraise: boolean): Promise<void> {
      await http.done(world.posts.clerk, 'casework.authorise', { caseId });
      await http.must('clerk', caseId, 'accept', { complete: true, relativeOfStaff: false });
      await http.must('clerk', caseId, 'start-verification');
      await world.work();
      await http.must('clerk', caseId, 'complete-verification');
      await http.must('clerk', caseId, 'survey', { ...SURVEY, visitedOn: day });
      if (appraise) await http.must('clerk', caseId, 'appraise', { ...APPRAISAL, heldOn: day });
    },
    /** Noticed by the town until `after`, then reported to the county's desk. */
    async noticed(caseId: number, after: string): Promise<void> {
      await http.must('lead', caseId, 'propose', { opinion: '符合', place: '太平社区公告栏' });
      await world.on(after);
      await http.must('lead', caseId, 'submit');
    },
    async close(): Promise<void> { await app.close(); await world.close(); },
  };
  for (const caller of [...Object.values(world.posts), world.chen]) await http.signIn(caller);
  return http;
}
