import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { changeOwnPassword, passwordChange } from '../../kernel/access/change-own-password.ts';
import { roleTitle } from '../../kernel/access/roles.ts';
import { rulesOn } from '../../kernel/access/sign-in-rules.ts';
import { callerOf, signIn, signOut, takePost } from '../../kernel/access/sessions.ts';
import { findWayOut } from '../../kernel/access/single-sign-on/leave-provider.ts';
import { stand } from '../../kernel/db/city.ts';
import { checkInput } from '../../kernel/db/check-input.ts';
import type { FieldError } from '../../kernel/contract/form.ts';
import { refused } from '../../kernel/contract/refusal.ts';
import type { AppOptions } from '../app.ts';
import { refuse } from '../refuse.ts';
import { callerOfRequest, cityOf, isSameSite, SESSION_COOKIE, sessionOf } from './request-city.ts';
import { whenceOf } from './whence.ts';

const signInBody = z.strictObject({ city: z.string().regex(/^\d{6}$/).optional(), name: z.string().min(1).max(100), password: z.string().min(1).max(200) });
const postBody = z.strictObject({ post: z.int() });

/** The secret travels in a cookie that no script reads and no other site sends. */
export const handOver = (request: FastifyRequest, reply: FastifyReply, city: { readonly code: string }, token: string): FastifyReply =>
  reply.setCookie(SESSION_COOKIE, `${city.code}.${token}`, { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' });

/** Signing in and out, and changing posts: the only doors that touch the cookie. */
export function registerSessionRoutes(app: FastifyInstance, options: AppOptions): void {
  const no = (reply: FastifyReply, code: string, fields?: readonly FieldError[], details?: Readonly<Record<string, unknown>>) => refuse(reply, options.doors.refusals, refused(code, details), fields);

  app.post('/api/c/session.sign-in', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request, reply) => {
    if (!isSameSite(request)) return no(reply, 'access.other-site');
    const checked = checkInput(signInBody, request.body);
    if (!checked.ok) return no(reply, 'input.invalid', checked.fields);
    const { input } = checked;
    const city = options.cities.get(input.city ?? options.defaultCity);
    if (!city) return no(reply, 'not-found');
    const outcome = await signIn(city, input.name, input.password, whenceOf(request));
    if (!outcome.ok) return no(reply, outcome.code, undefined, outcome.details);
    return handOver(request, reply, city, outcome.token).send({ ok: true, next: outcome.next });
  });

  app.post('/api/c/session.sign-out', async (request, reply) => {
    if (!isSameSite(request)) return no(reply, 'access.other-site');
    const session = sessionOf(request);
    const city = session && options.cities.get(session.city);
    const to = city && session ? await findWayOut(city, session.token) : undefined;
    if (city && session) await signOut(city, session.token);
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).send({ ok: true, ...(to === undefined ? {} : { to }) });
  });

  app.post('/api/c/session.take-post', async (request, reply) => {
    if (!isSameSite(request)) return no(reply, 'access.other-site');
    const checked = checkInput(postBody, request.body);
    const session = sessionOf(request);
    if (!checked.ok) return no(reply, 'input.invalid', checked.fields);
    if (!session) return no(reply, 'access.sign-in-first');
    const city = cityOf(request, options);
    const taken = await takePost(city, session.token, checked.input.post);
    return taken ? handOver(request, reply, city, taken.token).send({ ok: true }) : no(reply, 'access.no-post');
  });

  app.post('/api/c/session.change-password', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request, reply) => {
    if (!isSameSite(request)) return no(reply, 'access.other-site');
    const checked = checkInput(passwordChange, request.body);
    if (!checked.ok) return no(reply, 'input.invalid', checked.fields);
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key.length < 8 || key.length > 100) return no(reply, 'command.key-missing');
    const [{ city, caller }, session] = [await callerOfRequest(request, options), sessionOf(request)];
    if (!session || !caller.account) return no(reply, 'access.sign-in-first');
    const { outcome, session: fresh } = await changeOwnPassword(city, caller, session.token, checked.input, { key, whence: whenceOf(request) });
    if (!outcome.ok) return refuse(reply, options.doors.refusals, outcome.refused, outcome.fields);
    return fresh ? handOver(request, reply, city, fresh.token).send({ ok: true, next: fresh.next }) : no(reply, 'access.sign-in-first');
  });

  app.post('/api/q/session.me', async (request, reply) => {
    const city = cityOf(request, options);
    const session = sessionOf(request);
    const caller = await callerOf(city, session?.token);
    const client = await city.pool.connect();
    let today = '';
    let idleMinutes = 0;
    try {
      await client.query('begin');
      await stand(client, city, { role: 'resident', divisions: [], person: null, auditor: false, actor: 'door' });
      const { rows: [days] } = await client.query<{ day: string; calendar: string }>(`select coalesce(demo_day, (now() at time zone 'Asia/Shanghai')::date) as day, (now() at time zone 'Asia/Shanghai')::date as calendar from city`);
      today = days?.day ?? '';
      idleMinutes = rulesOn(days?.calendar ?? '').idleMinutes;
      await client.query('commit');
    } finally { client.release(); }
    const place = { code: city.code, name: city.name, demo: city.demo };
    return reply.send(caller.account
      ? { account: { id: caller.account.id, name: caller.account.name, kind: caller.account.kind }, city: place, today, idleMinutes, next: caller.next ?? 'none', post: caller.post?.id ?? null,
        posts: caller.posts.map((post) => ({ ...post, roleTitle: roleTitle(post.role) })) }
      : { account: null, city: place, today, post: null, posts: [], cities: [...options.cities.values()].map((c) => ({ code: c.code, name: c.name })) });
  });
}
