import type { FastifyInstance } from 'fastify';
import { refused } from '../kernel/contract/refusal.ts';
import type { Doors } from './find-doors.ts';
import { refuse } from './refuse.ts';

/** What an app knows of the process it lives in. */
export interface Life {
  /** True from the moment the process was asked to end: a balancer should send nothing more. */
  readonly leaving: boolean;
  /** True when nothing new is begun any more. */
  readonly stopping: boolean;
  gatherMetrics(): Promise<string>;
}

/** How long requests under way may still take once the process is asked to end, ms. The supervisor waits a little longer. */
export const FINISH_MS = Number(process.env['FINISH_MS'] ?? 8000);

/** While the process ends, a request is refused before it begins, and every connection is closed with its answer. */
export function refuseWhileStopping(app: FastifyInstance, doors: Doors, life: Life): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!life.stopping) return;
    reply.header('connection', 'close');
    if (request.url !== '/healthz' && request.url !== '/readyz') return refuse(reply, doors.refusals, refused('server.stopping'));
  });
  app.addHook('onSend', async (_request, reply) => { if (life.stopping) reply.header('connection', 'close'); });
}

/**
 * Ends an app in order: nothing new is taken, what is under way gets FINISH_MS. True when all of it was finished.
 */
export async function closeInOrder(app: FastifyInstance, finishMs = FINISH_MS): Promise<boolean> {
  let isCut = false;
  const cut = setTimeout(() => { isCut = true; app.server.closeAllConnections(); }, finishMs);
  await app.close();
  clearTimeout(cut);
  return !isCut;
}
