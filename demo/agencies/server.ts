import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answersFor, type Item } from './answers.ts';

type Mode = 'normal' | 'slow' | 'partial' | 'wrong' | 'unable' | 'down';
interface Asked { readonly agency: string; readonly idNumber: string; readonly categories: readonly string[]; polls: number }
interface State { readonly modes: Map<string, { mode: Mode; polls: number }>; readonly requests: Map<string, Asked>; readonly set: Map<string, readonly Item[]>; received: number }

export interface Agencies {
  /** Base address; one agency stands at url/social-insurance, the other at url/bank-deposits. */
  readonly url: string;
  control(agency: string, mode: Mode, polls?: number): void;
  /** Sets what an agency keeps about a person. */
  know(agency: string, idNumber: string, items: readonly Item[]): void;
  /** Requests received so far; the same one sent twice counts once. */
  count(): number;
  stop(): Promise<void>;
}

/** Starts the simulated agencies on a port of this machine (0 = any). */
export async function startAgencies(options: { port?: number } = {}): Promise<Agencies> {
  const state: State = { modes: new Map(), requests: new Map(), set: new Map(), received: 0 };
  const server = createServer((request, response) => {
    handle(state, request, response).catch(() => send(response, 400, { error: 'not understood' }));
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(options.port ?? 0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    control: (agency, mode, polls = 1) => { state.modes.set(agency, { mode, polls }); },
    know: (agency, idNumber, items) => { state.set.set(`${agency} ${idNumber}`, items); },
    count: () => state.requests.size,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://agency').pathname;
  if (request.method === 'POST' && path === '/control') return control(state, await readBody(request), response);
  const [, agency = '', version, kind, ticket] = path.split('/');
  if (version !== 'v1' || kind !== 'requests') return send(response, 404, { error: 'no such address' });
  if (modeOf(state, agency).mode === 'down') return send(response, 503, { error: 'down' });
  if (request.method === 'POST' && ticket === undefined) return receive(state, agency, await readBody(request), response);
  if (request.method === 'GET' && ticket !== undefined) return answer(state, decodeURIComponent(ticket), response);
  return send(response, 405, { error: 'not this way' });
}

const modeOf = (state: State, agency: string): { mode: Mode; polls: number } => state.modes.get(agency) ?? { mode: 'normal', polls: 1 };

function control(state: State, body: Record<string, unknown>, response: ServerResponse): void {
  const agency = String(body['agency']);
  if (typeof body['mode'] === 'string') state.modes.set(agency, { mode: body['mode'] as Mode, polls: Number(body['polls'] ?? 1) });
  if (typeof body['idNumber'] === 'string') state.set.set(`${agency} ${body['idNumber']}`, (body['items'] ?? []) as Item[]);
  send(response, 200, { ok: true });
}

function receive(state: State, agency: string, body: Record<string, unknown>, response: ServerResponse): void {
  const person = body['person'] as { idNumber?: unknown } | undefined;
  if (typeof body['requestId'] !== 'string' || typeof body['authorisation'] !== 'string' || typeof person?.idNumber !== 'string') return send(response, 400, { error: 'not authorised, or nobody named' });
  const ticket = `${agency}-${body['requestId']}`;
  if (!state.requests.has(ticket)) state.requests.set(ticket, { agency, idNumber: person.idNumber, categories: (body['categories'] ?? []) as string[], polls: 0 });
  send(response, 202, { ticket });
}

function answer(state: State, ticket: string, response: ServerResponse): void {
  const asked = state.requests.get(ticket);
  if (!asked) return send(response, 404, { error: 'no such request' });
  const { mode, polls } = modeOf(state, asked.agency);
  asked.polls += 1;
  const items = answersFor(asked.agency, asked.idNumber, state.set).filter((item) => asked.categories.length === 0 || asked.categories.includes(item.category));
  const [first = '', ...open] = asked.categories;
  if (mode === 'slow' && asked.polls <= polls) return send(response, 200, { status: 'pending' });
  if (mode === 'unable') return send(response, 200, { status: 'unable', found: false, items: [], note: '系统中查不到此人' });
  if (mode === 'partial' && asked.polls <= polls) return send(response, 200, { status: 'partial', found: true, items: items.filter((item) => item.category === first), pending: open });
  const told = mode === 'wrong' ? [{ category: first, title: '错录的一笔', fen: 999_900, every: 'once' as const }] : items;
  return send(response, 200, { status: 'complete', found: told.length > 0, items: told });
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

if (import.meta.main) {
  const agencies = await startAgencies({ port: Number(process.argv[2] ?? 4900) });
  console.log(`agencies: ${agencies.url}`);
}
