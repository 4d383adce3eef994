import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refused } from '../../kernel/contract/refusal.ts';
import type { AppOptions } from '../app.ts';
import { refuse } from '../refuse.ts';

/** The two faces: the portal at /, the workbench at /workbench/. Every address inside a face is its one page. */
export async function registerPages(app: FastifyInstance, options: AppOptions): Promise<void> {
  const portal = join(options.webDir, 'portal');
  const workbench = join(options.webDir, 'workbench');
  if (existsSync(workbench)) await app.register(fastifyStatic, { root: workbench, prefix: '/workbench/', wildcard: false, decorateReply: !existsSync(portal) });
  if (existsSync(portal)) await app.register(fastifyStatic, { root: portal, prefix: '/', wildcard: false });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]{1,8}$/i.test(path);
    if (isPage && path.startsWith('/workbench') && existsSync(workbench)) return reply.sendFile('index.html', workbench);
    if (isPage && existsSync(portal)) return reply.sendFile('index.html', portal);
    return refuse(reply, options.doors.refusals, refused('not-found'));
  });
}
