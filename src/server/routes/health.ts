import type { FastifyInstance } from 'fastify';
import type { AppOptions } from '../app.ts';

/** GET /healthz: 200 when every city's database answers. */
export function registerHealthRoutes(app: FastifyInstance, options: AppOptions): void {
  app.get('/healthz', async (_request, reply) => {
    try {
      for (const city of options.cities.values()) await city.pool.query('select 1');
      return reply.send({ ok: true, node: process.version, cities: [...options.cities.keys()] });
    } catch {
      return reply.status(503).send({ ok: false });
    }
  });
}
