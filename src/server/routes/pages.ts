import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refused } from '../../kernel/contract/refusal.ts';
import type { AppOptions } from '../app.ts';
import { findPage, firstPage, type PageFiles, type Visit } from '../first-page.ts';
import { refuse } from '../refuse.ts';
import { sessionOf } from './request-city.ts';

/** How the bundles go out: packed beforehand; a file whose name bears the digest of its content never changes, everything else is asked for anew each time. */
const BUNDLE = {
  wildcard: false, preCompressed: true, cacheControl: false,
  setHeaders: (reply: FastifyReply, path: string): void => {
    void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
} as const;
/** Cookies the portal sets itself: the city somebody not signed in asks about, 长者模式. */
const CITY_COOKIE = 'minzheng_city';
const ELDER_COOKIE = 'minzheng_elder';

/** The two faces: the portal at /, the workbench at /workbench/. Every address inside a face is its one page. */
export async function registerPages(app: FastifyInstance, options: AppOptions): Promise<void> {
  const portal = join(options.webDir, 'portal');
  const workbench = join(options.webDir, 'workbench');
  const send = existsSync(join(portal, 'index.html')) ? makePortal(portal, options) : undefined;
  if (existsSync(workbench)) await app.register(fastifyStatic, { root: workbench, ...BUNDLE, prefix: '/workbench/', decorateReply: send === undefined });
  if (send) {
    await app.register(fastifyStatic, { root: portal, ...BUNDLE, index: false, globIgnore: ['**/{index.html,pages.json}*'], prefix: '/' });
    app.get('/', send);
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]{1,8}$/i.test(path);
    if (isPage && path.startsWith('/workbench') && existsSync(workbench)) return reply.sendFile('index.html', workbench);
    if (isPage && send) return send(request, reply);
    return refuse(reply, options.doors.refusals, refused('not-found'));
  });
}

type Sender = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
interface Packed { readonly bytes: Buffer; readonly tag: string }

const packs = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const;

/** Sends the portal's document. There are as many of it as kinds of visit to kinds of page; each is written and packed once. */
function makePortal(folder: string, options: AppOptions): Sender {
  const template = readFileSync(join(folder, 'index.html'), 'utf8');
  const pages = existsSync(join(folder, 'pages.json')) ? (JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as PageFiles[]) : [];
  const made = new Map<string, Promise<Packed>>();
  return async (request, reply) => {
    const visit = visitOf(request, options, pages);
    const coding = (['br', 'gzip'] as const).find((one) => new RegExp(`\\b${one}\\b`).test(String(request.headers['accept-encoding'] ?? '')));
    const key = JSON.stringify([visit, coding]);
    const packed = made.get(key) ?? pack(firstPage(template, visit, pages), coding);
    made.set(key, packed);
    const { bytes, tag } = await packed;
    void reply.headers({ 'cache-control': 'no-cache', vary: 'accept-encoding, cookie', etag: tag });
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.headers({ 'content-type': 'text/html; charset=utf-8', ...(coding === undefined ? {} : { 'content-encoding': coding }) }).send(bytes);
  };
}

/** An address inside a declared page counts as that page, one outside all as none: there are only so many kinds. */
function visitOf(request: FastifyRequest, options: AppOptions, pages: readonly PageFiles[]): Visit {
  const named = sessionOf(request)?.city ?? request.cookies[CITY_COOKIE];
  const city = options.cities.get(named ?? options.defaultCity) ?? options.cities.get(options.defaultCity);
  if (!city) throw new Error('no city is open');
  const path = request.url.split('?')[0] ?? '/';
  return { city: { code: city.code, name: city.name, demo: city.demo }, signed: sessionOf(request) !== undefined, elder: request.cookies[ELDER_COOKIE] === 'on', path: path === '/' ? '/' : (findPage(path, pages)?.path ?? '') };
}

async function pack(page: string, coding: keyof typeof packs | undefined): Promise<Packed> {
  const plain = Buffer.from(page);
  const bytes = coding === undefined ? plain : await packs[coding](plain);
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
