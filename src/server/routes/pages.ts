import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { refused } from '../../kernel/contract/refusal.ts';
import type { AppOptions } from '../app.ts';
import { refuse } from '../refuse.ts';

/** How the bundles go out: packed beforehand; a file whose name bears the digest of its content never changes, the page itself is asked for anew each time. */
const BUNDLE = {
  wildcard: false, preCompressed: true, cacheControl: false,
  setHeaders: (reply: FastifyReply, path: string): void => {
    void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
} as const;

/** The two faces: the portal at /, the workbench at /workbench/. Every address inside a face is its one page. */
export async function registerPages(app: FastifyInstance, options: AppOptions): Promise<void> {
  const portal = join(options.webDir, 'portal');
  const workbench = join(options.webDir, 'workbench');
  if (existsSync(workbench)) await app.register(fastifyStatic, { root: workbench, ...BUNDLE, prefix: '/workbench/', decorateReply: !existsSync(portal) });
  if (existsSync(portal)) await app.register(fastifyStatic, { root: portal, ...BUNDLE, prefix: '/' });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]{1,8}$/i.test(path);
    if (isPage && path.startsWith('/workbench') && existsSync(workbench)) return reply.sendFile('index.html', workbench);
    if (isPage && existsSync(portal)) return reply.sendFile('index.html', portal);
    return refuse(reply, options.doors.refusals, refused('not-found'));
  });
}
