import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { staff } from '../harness/city.ts';
import { payWholeMonth } from '../harness/pay-month.ts';
import { openPayrollWorld, type PayrollWorld } from '../harness/payroll-world.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

export type Wire = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- an answer as it comes over the wire

/** A city with a roll desk and its supervisors, spoken to over HTTP. */
export interface SupervisionWorld extends Pick<PayrollWorld, 'cities' | 'household' | 'takeOver' | 'setDay' | 'act' | 'officer' | 'clerk'> {
  /** A member of staff, signed in. */
  post(role: string, division: string): Promise<Caller>;
  /** A resident behind a person of the register, signed in. */
  residentOf(person: number, name: string): Promise<Caller>;
  /** `null` is somebody who has not signed in. */
  ask(caller: Caller | null, path: string, body: unknown): Promise<{ status: number; body: Wire }>;
  done(caller: Caller | null, door: string, body: unknown): Promise<Wire>;
  see(caller: Caller | null, door: string, body?: unknown): Promise<Wire>;
  refusal(caller: Caller | null, path: string, body: unknown): Promise<string | undefined>;
  /** Draws up, pays and closes a month: all that is due reaches the households. */
  pay(month: string): Promise<void>;
  close(): Promise<void>;
}

export async function openSupervisionWorld(): Promise<SupervisionWorld> {
  const inner = await openPayrollWorld();
  const app: FastifyInstance = await buildWatchedApp({ cities: new Map([['442000', inner.zs]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  const cookies = new Map<Caller, string>();
  const password = await hashPassword('演示用');
  const signIn = async (caller: Caller): Promise<Caller> => {
    const { rows: [account] } = await inner.cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [password, caller.account?.id]);
    const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { name: account?.login, password: '演示用' }, headers: { 'x-csrf': '1' } });
    expect(answer.statusCode, answer.body).toBe(200);
    cookies.set(caller, String(answer.headers['set-cookie']).split(';')[0] ?? '');
    return caller;
  };
  for (const caller of [inner.officer, inner.approver, inner.finance, inner.clerk]) await signIn(caller);
  const world: SupervisionWorld = {
    ...inner,
    post: async (role, division) => signIn(await staff(inner.cities, inner.zs, role, division)),
    async residentOf(person, name) {
      const { rows: [account] } = await inner.cities.owner.query<{ id: string }>(
        `insert into city_442000.account (login, name, kind, person_id, command_id) values ('resident-' || gen_random_uuid(), $1, 'resident', $2, 0) returning id`, [name, person]);
      return signIn({ account: { id: Number(account?.id), name, kind: 'resident' }, post: null, posts: [], person, divisions: [] });
    },
    async ask(caller, path, body) {
      const answer = await app.inject({ method: 'POST', url: path, payload: body as object, headers: { 'x-csrf': '1', 'idempotency-key': randomUUID(), ...(caller === null ? {} : { cookie: cookies.get(caller) ?? '' }) } });
      return { status: answer.statusCode, body: answer.json() };
    },
    async done(caller, door, body) {
      const { status, body: answer } = await world.ask(caller, `/api/c/${door}`, body);
      expect(status, `${door} ${JSON.stringify(answer)}`).toBe(200);
      return answer;
    },
    async see(caller, door, body = {}) {
      const { status, body: answer } = await world.ask(caller, `/api/q/${door}`, body);
      expect(status, `${door} ${JSON.stringify(answer)}`).toBe(200);
      return answer;
    },
    async refusal(caller, path, body) {
      const { status, body: answer } = await world.ask(caller, path, body);
      return status === 200 ? undefined : (answer['code'] as string);
    },
    async pay(month) { await payWholeMonth({ done: world.done, see: world.see }, inner, month); },
    async close() { await app.close(); await inner.close(); },
  };
  return world;
}
