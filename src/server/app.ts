import { randomInt } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { AppError, refused } from '../kernel/contract/refusal.ts';
import type { City } from '../kernel/db/city.ts';
import type { Doors } from './find-doors.ts';
import { refuseWhileStopping, type Life } from './life.ts';
import { log } from './log.ts';
import { countRequests, type Metrics } from './metrics.ts';
import { addHeaders } from './headers.ts';
import { refuse } from './refuse.ts';
import { registerDoorRoutes } from './routes/doors.ts';
import { registerDownloadRoutes } from './routes/downloads.ts';
import { registerFileRoutes } from './routes/files.ts';
import { registerHealthRoutes } from './routes/health.ts';
import { registerOpenApi } from './routes/openapi.ts';
import { registerPages } from './routes/pages.ts';
import { registerSecondFactorRoutes } from './routes/second-factor.ts';
import { sessionOf } from './routes/request-city.ts';
import { registerSessionRoutes } from './routes/session.ts';
import { registerSingleSignOnRoutes } from './routes/single-sign-on.ts';

export interface AppOptions { readonly cities: ReadonlyMap<string, City>; readonly defaultCity: string; readonly doors: Doors; readonly webDir: string; readonly life?: Life & { readonly metrics: Metrics } }

/** The HTTP face of the platform: two doors, sessions, files, pages. Knows no business. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    // an address that is none: there is nothing
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => refuse(reply, options.doors.refusals, refused('not-found')),
    logger: false, genReqId: newRequestId, bodyLimit: 2 * 1024 * 1024, trustProxy: 'loopback', forceCloseConnections: 'idle', return503OnClosing: false,
    // who sends a letter at a time holds no door open; a large file on a slow line has ten minutes
    requestTimeout: 600_000, http: { headersTimeout: 20_000, connectionsCheckingInterval: 5000 },
  });
  await addHeaders(app);
  if (options.life) {
    refuseWhileStopping(app, options.doors, options.life);
    countRequests(app, options.doors, options.life.metrics);
  }
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 20 * 1024 * 1024, files: 1 } });
  // a ceiling for each session or address in each process, far above any work by hand; costly doors are counted over all processes (limits.ts)
  await app.register(rateLimit, { global: true, max: 3000, timeWindow: '1 minute', keyGenerator: (request) => sessionOf(request)?.token ?? request.ip });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = knownFault(error);
    if (code === 'unexpected') log('error', 'unexpected fault', { request: request.id, route: request.routeOptions.url, code: error instanceof AppError ? error.code : error.code, kind: error.name, ...(process.env['MINZHENG_DEBUG'] ? { stack: error.stack } : {}) });
    return refuse(reply, options.doors.refusals, refused(code));
  });
  registerHealthRoutes(app, options);
  registerSessionRoutes(app, options);
  registerSecondFactorRoutes(app, options);
  registerSingleSignOnRoutes(app, options);
  registerDoorRoutes(app, options);
  registerDownloadRoutes(app, options);
  registerFileRoutes(app, options);
  registerOpenApi(app, options);
  await registerPages(app, options);
  return app;
}

/** A number for each request, short enough to be read out over the telephone; never one the caller chose. */
const newRequestId = (): string => randomInt(0, 36 ** 8).toString(36).padStart(8, '0').toUpperCase();

/** Faults of the request itself, before any door: too large, not JSON, wrong type, too many. */
function knownFault(error: FastifyError): string {
  switch (error.statusCode) {
    case 413: return 'input.too-large';
    case 415: return 'input.not-json';
    case 429: return 'access.too-many-requests';
    case 400: return 'input.not-json';
    default: return isDatabaseAway(error) ? 'server.database-away' : 'unexpected';
  }
}

/** Classes 08 and 57P: the server is away, starting or ending; the rest is said by the network and the pool. */
const isDatabaseAway = (error: FastifyError): boolean =>
  /^(08|57P0)|^ECONN|^ENOTFOUND|^EPIPE|^ETIMEDOUT/.test(error.code ?? '') || /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
