import { AsyncLocalStorage } from 'node:async_hooks';
import fc from 'fast-check';
import type { FuzzCity } from './fuzz-city.ts';
import { judge, judgeLines, SLOWEST_MS } from './judge.ts';
import { listRoutes, type Route, type Sent } from './routes.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** How many inputs, over all routes alike. */
  readonly inputs: number;
  /** Number of the first input: with `inputs` 1 a single one is replayed. */
  readonly from?: number;
  /** Only inputs of this route; the others are counted and not sent. */
  readonly route?: string;
  /** How many are under way at a time; 1 unless said. */
  readonly lanes?: number;
  /** Ends earlier when this instant has come, ms of performance.now(). */
  readonly until?: number;
  /** Told of each failure at once. */
  readonly say?: (line: string) => void;
}

export interface RouteCount { sent: number; taken: number; refused: number; failed: number; slowestMs: number }
export interface FuzzFailure { readonly input: number; readonly route: string; readonly caller: string; readonly sent: Sent; readonly status: number; readonly wrong: readonly string[]; readonly body: string; readonly log: readonly string[] }
/** `slowBesideOthers`: thrown again alone at the end. */
export interface FuzzResult { readonly slowBesideOthers: number; readonly seed: number; readonly inputs: number; readonly routes: Readonly<Record<string, RouteCount>>; readonly codes: Readonly<Record<string, number>>; readonly failures: readonly FuzzFailure[] }

/** After so many inputs the clock is put back, sessions are looked after and open transactions are looked for. */
const REST = 250;

/** Throws inputs at every route in turn. Input n is the same for the same seed and the same planted city, whatever was sent before it. */
export async function runFuzz(city: FuzzCity, options: FuzzOptions): Promise<FuzzResult> {
  const routes = listRoutes(city);
  const counts: Record<string, RouteCount> = {};
  const codes: Record<string, number> = {};
  const failures: FuzzFailure[] = [];
  const fail = (failure: FuzzFailure): void => {
    failures.push(failure);
    options.say?.(tell(options.seed, failure));
  };
  const throwOne = async (n: number, isAlone: boolean): Promise<void> => {
    const route = routes[n % routes.length]!;
    const { sent, caller } = draw(city, route, options.seed, n);
    const { status, type, body, ms, log } = await send(city, sent, caller.cookie, n);
    const wrong = judge({ status, type, body, ms: isAlone ? ms : 0, log }, { refusals: city.doors.refusals, personal: city.pool.personal });
    const count = (counts[route.id] ??= { sent: 0, taken: 0, refused: 0, failed: 0, slowestMs: 0 });
    count.sent += 1;
    if (status < 400) count.taken += 1; else count.refused += 1;
    count.slowestMs = Math.max(count.slowestMs, Math.round(ms));
    if (status >= 400) { const code = /"code":"([\w.-]+)"/.exec(body)?.[1] ?? '?'; codes[code] = (codes[code] ?? 0) + 1; }
    if (ms > SLOWEST_MS && !isAlone) slow.push(n);
    if (wrong.length > 0) { count.failed += 1; fail({ input: n, route: route.id, caller: caller.name, sent, status, wrong, body, log }); }
  };
  const from = options.from ?? 0;
  const numbers = Array.from({ length: options.inputs }, (_, at) => from + at).filter((n) => options.route === undefined || routes[n % routes.length]!.id === options.route);
  let done = 0;
  const slow: number[] = [];
  const stray: string[] = [];
  const release = listenPerInput(stray);
  try {
    while (done < numbers.length && performance.now() < (options.until ?? Infinity)) {
      const next = numbers.slice(done, done + REST);
      const waiting = next.values();
      await Promise.all(Array.from({ length: options.lanes ?? 1 }, async () => { for (const n of waiting) await throwOne(n, options.lanes === undefined); }));
      done += next.length;
      const later = [...(await findOpenTransactions(city)).map((open) => `a transaction was left open: ${open}`), ...judgeLines(stray.splice(0), city.pool.personal)];
      for (const wrong of later) fail({ input: next.at(-1)!, route: '(any)', caller: '', sent: { method: 'GET', url: '', headers: {} }, status: 0, wrong: [`${wrong} (one of the last ${REST} inputs)`], body: '', log: [] });
      await city.restore();
      if (done % 5000 === 0) options.say?.(`${done} inputs`);
    }
    // what was slow while others were under way is thrown again alone: a busy machine is no fault of the door
    for (const n of slow) await throwOne(n, true);
  } finally {
    release();
  }
  return { slowBesideOthers: slow.length, seed: options.seed, inputs: done, routes: counts, codes, failures };
}

const lines = new AsyncLocalStorage<string[]>();

/** What is logged while an input is under way is that input's, though others are under way beside it. */
function listenPerInput(stray: string[]): () => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((chunk: string | Uint8Array, ...more: never[]) => {
    const log = lines.getStore();
    // a driver's callback may have left the input's context: such a line is judged by itself
    const line = String(chunk);
    if (!log && !line.startsWith('{"at":')) return write(chunk, ...more);
    (log ?? stray).push(line);
    return true;
  }) as typeof process.stdout.write;
  return () => { process.stdout.write = write; };
}

/** The failing input and how to send it again. */
export function tell(seed: number, { input, route, caller, sent, status, wrong, body, log }: FuzzFailure): string {
  return `✗ ${route} as ${caller}: ${wrong.join('; ')}\n  ${status} ${body.slice(0, 300)}\n  ${sent.method} ${sent.url} ${JSON.stringify(sent.payload?.toString().slice(0, 700) ?? '')}\n${log.map((line) => `  ${line}`).join('')}  again: npm run test:slow -- fuzz --seed ${seed} --input ${input} (or --route '${route}')`;
}

/** Input n of a route under a seed, and who sends it. */
export function draw(city: FuzzCity, route: Route, seed: number, n: number): { sent: Sent; caller: FuzzCity['callers'][number] } {
  const [drawn] = fc.sample(fc.tuple(route.inputs, fc.nat(city.callers.length * 2)), { seed: Math.imul(seed, 2_654_435_761) ^ Math.imul(n + 1, 40_503), numRuns: 1 });
  const [sent, who] = drawn!;
  return { sent, caller: callerFor(city, route, who) };
}

/** Half of the time somebody whom the door admits, so that its handler is reached; else anyone. */
function callerFor(city: FuzzCity, route: Route, who: number): FuzzCity['callers'][number] {
  const anyone = city.callers[who % city.callers.length]!;
  const id = route.id.slice(2);
  const allow = (city.doors.commands.get(id) ?? city.doors.queries.get(id) ?? city.doors.downloads.get(id))?.allow;
  if (!allow || who < city.callers.length) return anyone;
  const fits = city.callers.filter(({ name }) => (name.startsWith('resident') ? allow.residents : allow.staff ? name.includes('(') : allow.roles?.some((role) => name.startsWith(`${role} (`))));
  return fits.length > 0 ? fits[who % fits.length]! : anyone;
}

/** Each input comes from an address of its own: the limits on repeated asking have their own tests. */
async function send(city: FuzzCity, sent: Sent, cookie: string | null, n: number): Promise<{ status: number; type: string; body: string; ms: number; log: string[] }> {
  const log: string[] = [];
  const began = performance.now();
  try {
    const answer = await lines.run(log, () => city.app.inject({
      method: sent.method, url: sent.url, headers: { ...(cookie === null ? {} : { cookie }), ...sent.headers }, remoteAddress: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
      ...(sent.payload === undefined ? {} : { payload: sent.payload }),
    }));
    return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), body: answer.body, ms: performance.now() - began, log };
  } catch (error) {
    return { status: 500, type: '', body: `the connection broke: ${(error as Error).message}`, ms: performance.now() - began, log };
  }
}

/** A download's transaction ends a moment after its last byte: only what is idle for longer was forgotten. */
async function findOpenTransactions(city: FuzzCity): Promise<string[]> {
  const { rows: [open] } = await city.owner.query(`select 1 from pg_stat_activity where datname = current_database() and application_name like 'minzheng %' and state like 'idle in transaction%' limit 1`);
  if (!open) return [];
  await new Promise((resolve) => { setTimeout(resolve, 2000); });
  const { rows } = await city.owner.query<{ query: string }>(
    `select left(query, 80) as query from pg_stat_activity where datname = current_database() and application_name like 'minzheng %' and state like 'idle in transaction%' and state_change < now() - interval '1500 ms'`);
  return rows.map((row) => row.query);
}
