import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../kernel/access/caller.ts';
import { confirmSecondFactor, renewRecoveryCodes } from '../../kernel/access/second-factor/confirm-second-factor.ts';
import { proveSecondFactor } from '../../kernel/access/second-factor/prove-second-factor.ts';
import { makeRecoveryCodes } from '../../kernel/access/second-factor/recovery-codes.ts';
import { secondFactorRules } from '../../kernel/access/second-factor-rules.ts';
import { finishStep } from '../../kernel/access/sessions.ts';
import { refused, type Refused } from '../../kernel/contract/refusal.ts';
import type { FieldError } from '../../kernel/contract/form.ts';
import { checkInput } from '../../kernel/db/check-input.ts';
import type { City } from '../../kernel/db/city.ts';
import { command } from '../../kernel/db/command.ts';
import type { AppOptions } from '../app.ts';
import { refuse } from '../refuse.ts';
import { callerOfRequest, isSameSite, sessionOf } from './request-city.ts';
import { handOver } from './session.ts';
import { whenceOf } from './whence.ts';

const codeBody = z.strictObject({ code: z.string().trim().min(1).max(40) });
const nothing = z.strictObject({});
const FEW = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } };

/** Somebody of the staff in a session, on the way in or through. */
interface Person { readonly city: City; readonly caller: Caller; readonly account: number; readonly session: number; readonly token: string; readonly key: string }

/** 动态验证码: giving a code, binding a phone, new recovery codes. These doors may change the session, and show words that are kept nowhere. */
export function registerSecondFactorRoutes(app: FastifyInstance, options: AppOptions): void {
  const no = (reply: FastifyReply, refusal: Refused, fields?: readonly FieldError[]): FastifyReply => refuse(reply, options.doors.refusals, refusal, fields);

  const door = <Input>(path: string, schema: z.ZodType<Input>, handle: (person: Person, input: Input, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>): void => {
    app.post(path, FEW, async (request, reply) => {
      if (!isSameSite(request)) return no(reply, refused('access.other-site'));
      const checked = checkInput(schema, request.body ?? {});
      if (!checked.ok) return no(reply, refused('input.invalid'), checked.fields);
      const key = request.headers['idempotency-key'];
      if (typeof key !== 'string' || key.length < 8 || key.length > 100) return no(reply, refused('command.key-missing'));
      const { city, caller } = await callerOfRequest(request, options);
      const token = sessionOf(request)?.token;
      if (caller.account?.kind !== 'staff' || caller.session === undefined || !token) return no(reply, refused('access.sign-in-first'));
      return handle({ city, caller, account: caller.account.id, session: caller.session, token, key }, checked.input, request, reply);
    });
  };

  /** The session has come further: the browser gets its new secret. */
  const goOn = async ({ city, token }: Person, request: FastifyRequest, reply: FastifyReply, answer: object): Promise<FastifyReply> => {
    const further = await finishStep(city, token, 'second-factor');
    return further ? handOver(request, reply, city, further.token).send({ ...answer, next: further.next }) : no(reply, refused('access.sign-in-first'));
  };

  door('/api/c/session.second-factor', codeBody, async (person, input, request, reply) => {
    const { caller } = person;
    if (caller.next && caller.next !== 'second-factor') return no(reply, refused('access.finish-sign-in'));
    const proof = await proveSecondFactor(person.city, person, input.code, whenceOf(request));
    if (!proof.ok) return no(reply, proof.refused);
    const answer = { ok: true, recoveryCodesLeft: proof.recoveryCodesLeft };
    return caller.next ? goOn(person, request, reply, answer) : reply.send({ ...answer, next: 'none' });
  });

  door('/api/c/session.bind-second-factor', codeBody, async (person, input, request, reply) => {
    const { codes, hashes } = makeRecoveryCodes(person.city, person.account, secondFactorRules.at(-1)?.recoveryCodes ?? 0);
    const outcome = await command(person.city, person.caller, confirmSecondFactor, { code: input.code, hashes }, { key: person.key });
    if (!outcome.ok) return no(reply, outcome.refused, outcome.fields);
    return person.caller.next ? goOn(person, request, reply, { recoveryCodes: codes }) : reply.send({ recoveryCodes: codes, next: 'none' });
  });

  door('/api/c/session.renew-recovery-codes', nothing, async (person, _input, _request, reply) => {
    const { codes, hashes } = makeRecoveryCodes(person.city, person.account, secondFactorRules.at(-1)?.recoveryCodes ?? 0);
    const outcome = await command(person.city, person.caller, renewRecoveryCodes, { hashes }, { key: person.key });
    return outcome.ok ? reply.send({ recoveryCodes: codes }) : no(reply, outcome.refused, outcome.fields);
  });
}
