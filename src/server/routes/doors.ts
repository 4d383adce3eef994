import type { FastifyInstance, FastifyReply } from 'fastify';
import { command } from '../../kernel/db/command.ts';
import { query } from '../../kernel/db/query.ts';
import { refused, type Refused } from '../../kernel/contract/refusal.ts';
import type { FieldError } from '../../kernel/contract/form.ts';
import type { AppOptions } from '../app.ts';
import { limitOf, refuseTooMany } from '../limits.ts';
import { refuse } from '../refuse.ts';
import { callerOfRequest, isSameSite } from './request-city.ts';

/** POST /api/c/<command> and POST /api/q/<query>: ids and search words travel in the body, so none lands in a log. */
export function registerDoorRoutes(app: FastifyInstance, options: AppOptions): void {
  const no = (reply: FastifyReply, why: Refused, fields?: readonly FieldError[]): FastifyReply => refuse(reply, options.doors.refusals, why, fields);
  app.post<{ Params: { id: string } }>('/api/c/:id', async (request, reply) => {
    const definition = options.doors.commands.get(request.params.id);
    if (!definition) return no(reply, refused('not-found'));
    if (!isSameSite(request)) return no(reply, refused('access.other-site'));
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key.length < 8 || key.length > 100) return no(reply, refused('command.key-missing'));
    const { city, caller } = await callerOfRequest(request, options);
    const limit = limitOf(options.doors, 'c', definition.id, caller);
    const tooMany = limit && await refuseTooMany(request, reply, city, limit, caller);
    if (tooMany) return no(reply, tooMany);
    const outcome = await command(city, caller, definition, request.body ?? {}, { key });
    if (!outcome.ok) return no(reply, outcome.refused, outcome.fields);
    return reply.header('x-command', String(outcome.commandId)).send(outcome.result ?? null);
  });
  app.post<{ Params: { id: string } }>('/api/q/:id', async (request, reply) => {
    const definition = options.doors.queries.get(request.params.id);
    if (!definition) return no(reply, refused('not-found'));
    if (!isSameSite(request)) return no(reply, refused('access.other-site'));
    const { city, caller } = await callerOfRequest(request, options);
    const limit = limitOf(options.doors, 'q', definition.id, caller);
    const tooMany = limit && await refuseTooMany(request, reply, city, limit, caller);
    if (tooMany) return no(reply, tooMany);
    const outcome = await query(city, caller, definition, request.body ?? {});
    if (!outcome.ok) return no(reply, outcome.refused, outcome.fields);
    return reply.header('cache-control', 'no-store').send(outcome.result ?? null);
  });
}
