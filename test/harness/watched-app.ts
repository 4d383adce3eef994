import type { FastifyInstance } from 'fastify';
import { buildApp, type AppOptions } from '../../src/server/app.ts';
import { findWholeNumbers, openNumbers } from '../access/whole-numbers.ts';

/**
 * The platform as tests start it: no answer shows an id number, an account or a telephone whole through a door whose readings are not logged.
 * Such an answer becomes a fault, in whatever test it is given.
 */
export async function buildWatchedApp(options: AppOptions): Promise<FastifyInstance> {
  const app = await buildApp(options);
  app.addHook('onSend', async (request, reply, payload) => {
    const [, way, id] = /^\/api\/([cq])\/([\w.-]+)/.exec(request.url) ?? [];
    const isJudged = id !== undefined && reply.statusCode < 300 && typeof payload === 'string' && !(id in openNumbers) && !(way === 'q' && options.doors.queries.get(id)?.sensitive === true);
    const shown = isJudged ? findWholeNumbers(payload) : [];
    if (shown.length > 0) console.error(`${id} shows numbers whole: ${shown.slice(0, 3).map((one) => one.kind).join()}`);
    if (shown.length > 0) throw new Error('a number stands whole in an answer');
    return payload;
  });
  return app;
}
