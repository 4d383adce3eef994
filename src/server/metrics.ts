import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { readPulse } from '../kernel/operations/read-pulse.ts';
import type { City } from '../kernel/db/city.ts';
import type { Doors } from './find-doors.ts';

type Cities = ReadonlyMap<string, City>;
export interface Metrics { readonly registry: Registry; readonly requests: Counter; readonly seconds: Histogram }

/** Counts of this process; labels hold declared ids, refusal codes and our own words, never anything a caller sent. */
export function makeMetrics(cities: Cities): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({ name: 'minzheng_requests_total', help: 'answers by door and outcome (ok or the code of the refusal)', labelNames: ['door', 'outcome'], registers });
  const seconds = new Histogram({ name: 'minzheng_request_seconds', help: 'how long a door took', labelNames: ['door'], buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers });
  const pool = new Gauge({ name: 'minzheng_pool_connections', help: 'connections of this process to the database', labelNames: ['city', 'state'], registers, collect() {
    for (const [city, { pool: { idleCount, totalCount, waitingCount } }] of cities) {
      this.set({ city, state: 'idle' }, idleCount);
      this.set({ city, state: 'used' }, totalCount - idleCount);
      this.set({ city, state: 'waited-for' }, waitingCount);
    }
  } });
  void pool;
  return { registry, requests, seconds };
}

/** How each city's queue and sealing stand this moment: the same whoever is asked, so no process stands beside it. */
export async function readCityMetrics(cities: Cities): Promise<Registry> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[]): Gauge => new Gauge({ name: `minzheng_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('city_up', '1 when the database of the city answers', ['city']);
  const jobs = gauge('jobs', 'queued work', ['city', 'state']);
  const oldest = gauge('job_oldest_due_seconds', 'how long the oldest due job has waited', ['city']);
  const unsealed = gauge('sealer_unsealed_commands', 'commands not in a block yet', ['city']);
  const lag = gauge('sealer_lag_seconds', 'age of the oldest command not in a block yet', ['city']);
  for (const [city, one] of cities) {
    const pulse = await readPulse(one).catch(() => undefined);
    up.set({ city }, pulse ? 1 : 0);
    if (!pulse) continue;
    for (const state of ['waiting', 'running', 'failed'] as const) jobs.set({ city, state }, pulse[state]);
    oldest.set({ city }, pulse.oldestDueSeconds);
    unsealed.set({ city }, pulse.unsealed);
    lag.set({ city }, pulse.oldestUnsealedSeconds);
  }
  return registry;
}

/** Every answer is counted under the id of its door; what names no door is `none`. */
export function countRequests(app: FastifyInstance, doors: Doors, { requests, seconds }: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const door = doorOf(request.routeOptions.url, (request.params as { id?: string } | undefined)?.id, doors);
    requests.inc({ door, outcome: reply.refusal ?? (reply.statusCode < 400 ? 'ok' : 'refused') });
    seconds.observe({ door }, reply.elapsedTime / 1000);
    done();
  });
}

function doorOf(route: string | undefined, id: string | undefined, doors: Doors): string {
  const known = { '/api/c/:id': doors.commands, '/api/q/:id': doors.queries, '/api/x/:id': doors.downloads }[route ?? ''];
  if (known) return id !== undefined && known.has(id) ? `${route!.slice(5, 6)}/${id}` : 'none';
  return route === undefined || route.includes('*') ? 'page' : route;
}
