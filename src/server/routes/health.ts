import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refused } from '../../kernel/contract/refusal.ts';
import { listMigrations } from '../../kernel/db/migrate.ts';
import type { City } from '../../kernel/db/city.ts';
import type { AppOptions } from '../app.ts';
import { refuse } from '../refuse.ts';

/**
 * GET /healthz: the process is alive. GET /readyz: it should be given work (database reached, migrations current, keys readable, not ending).
 * GET /metrics: counts for Prometheus, to this machine or to who knows METRICS_TOKEN.
 */
export function registerHealthRoutes(app: FastifyInstance, options: AppOptions): void {
  const newest = listMigrations().length;
  app.get('/healthz', () => ({ ok: true, node: process.version }));
  app.get('/readyz', async (_request, reply) => {
    const wants = options.life?.leaving ? ['stopping'] : (await Promise.all([...options.cities.values()].map((city) => whatIsMissing(city, newest)))).flat();
    return reply.status(wants.length === 0 ? 200 : 503).header('cache-control', 'no-store').send({ ok: wants.length === 0, missing: wants });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request)) return refuse(reply, options.doors.refusals, refused('not-found'));
    return reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store').send((await options.life?.gatherMetrics()) ?? '');
  });
}

async function whatIsMissing(city: City, newest: number): Promise<string[]> {
  const missing: string[] = [];
  try {
    if (!city.keys.verifyMac('ready', city.keys.current, city.keys.mac('ready'))) missing.push(`${city.code}: keys`);
  } catch { missing.push(`${city.code}: keys`); }
  try {
    const { rows: [row] } = await city.pool.query<{ done: number }>('select count(*)::int as done from migration');
    if ((row?.done ?? 0) < newest) missing.push(`${city.code}: migrations`);
  } catch { missing.push(`${city.code}: database`); }
  return missing;
}

/** A proxy on this machine forwards for others and says so; what comes from here itself bears no such word. */
function mayReadMetrics(request: FastifyRequest): boolean {
  const token = process.env['METRICS_TOKEN'];
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token) return given !== undefined && timingSafeEqual(digest(given), digest(token));
  const { remoteAddress } = request.socket;
  return request.headers['x-forwarded-for'] === undefined && request.headers['forwarded'] === undefined && (remoteAddress === '127.0.0.1' || remoteAddress === '::1' || remoteAddress === '::ffff:127.0.0.1');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
