import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { beginSignOn, ATTEMPT_MINUTES, BACK, listWaysIn } from '../../kernel/access/single-sign-on/begin-sign-on.ts';
import { completeSignOn } from '../../kernel/access/single-sign-on/complete-sign-on.ts';
import { readSignOnSettings } from '../../kernel/access/sign-on-settings.ts';
import { refused, type Refused } from '../../kernel/contract/refusal.ts';
import type { FieldError } from '../../kernel/contract/form.ts';
import { checkInput } from '../../kernel/db/check-input.ts';
import type { AppOptions } from '../app.ts';
import { log } from '../log.ts';
import { toProblem } from '../problem.ts';
import { refuse } from '../refuse.ts';
import { cityOf, isSameSite } from './request-city.ts';
import { handOver } from './session.ts';
import { whenceOf } from './whence.ts';

const beginBody = z.strictObject({ city: z.string().regex(/^\d{6}$/).optional(), provider: z.string().min(1).max(40), backTo: z.string().min(1).max(500) });
const waysBody = z.strictObject({ refused: z.string().max(60).optional() });
/** `<city>.<provider>.<secret>`: what a browser keeps while somebody is at the provider's. */
const ATTEMPT_COOKIE = 'mz_sign_on';
const FEW = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } };

/** 统一认证: the ways in, the way to a provider, and the way back from it. */
export function registerSingleSignOnRoutes(app: FastifyInstance, options: AppOptions): void {
  const no = (reply: FastifyReply, refusal: Refused, fields?: readonly FieldError[]): FastifyReply => refuse(reply, options.doors.refusals, refusal, fields);

  app.post('/api/q/session.ways-in', async (request, reply) => {
    if (!isSameSite(request)) return no(reply, refused('access.other-site'));
    const checked = checkInput(waysBody, request.body ?? {});
    if (!checked.ok) return no(reply, refused('input.invalid'), checked.fields);
    const code = checked.input.refused ?? '';
    const known = /^(sso|access)\./.test(code) && Object.hasOwn(options.doors.refusals, code);
    return reply.header('cache-control', 'no-store').send({ ...listWaysIn(readSignOnSettings(cityOf(request, options))), ...(known ? { refused: { code, title: toProblem(options.doors.refusals, refused(code)).title } } : {}) });
  });

  app.post('/api/c/session.begin-sign-on', FEW, async (request, reply) => {
    if (!isSameSite(request)) return no(reply, refused('access.other-site'));
    const checked = checkInput(beginBody, request.body);
    if (!checked.ok) return no(reply, refused('input.invalid'), checked.fields);
    const { input } = checked;
    const city = options.cities.get(input.city ?? options.defaultCity);
    if (!city) return no(reply, refused('not-found'));
    const begun = await beginSignOn(city, input.provider, input.backTo);
    if (!begun.ok) return no(reply, begun.refused);
    // lax: the browser comes back to us from another site, and must bring it along
    return reply.setCookie(ATTEMPT_COOKIE, `${city.code}.${input.provider}.${begun.secret}`, { path: '/api/sso', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: ATTEMPT_MINUTES * 60 })
      .send({ to: begun.to });
  });

  app.get(BACK, FEW, async (request, reply) => {
    const [code = '', provider = '', secret = ''] = (request.cookies[ATTEMPT_COOKIE] ?? '').split('.', 3);
    reply.clearCookie(ATTEMPT_COOKIE, { path: '/api/sso' }).header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const city = options.cities.get(code);
    if (!city || !secret) return reply.redirect('/sign-in?refused=sso.other-browser', 303);
    const outcome = await completeSignOn(city, secret, queryOf(request), whenceOf(request));
    if (outcome.ok) return handOver(request, reply, city, outcome.signedIn.token).redirect(outcome.backTo, 303);
    log('info', 'sign-on refused', { code: outcome.code, provider: readSignOnSettings(city).providers.some((one) => one.id === provider) ? provider : 'unknown' });
    const kind = readSignOnSettings(city).providers.find((one) => one.id === provider)?.kind;
    return reply.redirect(`${kind === 'staff' ? '/workbench/' : '/sign-in'}?refused=${outcome.code}`, 303);
  });
}

/** What a provider may have sent along: short texts, each once. */
const queryOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams(Object.entries(request.query as Record<string, unknown>).flatMap(([name, value]) => (typeof value === 'string' && value.length <= 4000 ? [[name, value]] : [])));
