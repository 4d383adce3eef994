import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FieldError } from '../kernel/contract/form.ts';
import { readActing } from './acting.ts';
import { keepAnswer, keptAnswer, type Keeping } from './kept-answers.ts';

/** The envelope of every refusal (problem+json): a stable code and a sentence the person can act on. */
export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly fields?: readonly FieldError[];
  /** What the sentence was filled with, and more a page may show: what others changed in the meantime. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly status: number;
  /** Number of the request, to be read out to whoever helps. */
  readonly request?: string;
}

/** A no from the server, or no answer at all (`code` network.unreachable, status 0). Show it with `ErrorNote`. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly fields: readonly FieldError[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly status: number;
  /** Number of the request that was refused, to be read out to whoever helps. */
  readonly request: string | undefined;
  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.title}`);
    this.name = 'ApiProblem';
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.fields = body.fields ?? [];
    this.details = body.details ?? {};
    this.status = body.status;
    this.request = body.request;
  }
}

const UNREACHABLE = { code: 'network.unreachable', status: 0 } as const;
const PROMISE = { query: '没有取到。请检查网络，再试一次。', command: '没有存上。您写的都还在这里，请再按一次。' } as const;

type Door = keyof typeof PROMISE;

async function send(door: Door, id: string, body: unknown, key?: string): Promise<unknown> {
  const headers: Record<string, string> = { 'content-type': 'application/json', ...standing() };
  if (key !== undefined) headers['Idempotency-Key'] = key;
  const city = chosenCity();
  if (city !== null) headers['x-city'] = city;
  const path = door === 'query' ? `/api/q/${id}` : `/api/c/${id}`;
  return answerOf(door, () => fetch(path, { method: 'POST', headers, credentials: 'same-origin', body: JSON.stringify(body ?? {}) }));
}

/** When the server last answered, by this device's clock (ms): a session left alone longer than its rule allows is over. */
export const lastAnswer = { at: Date.now() };
/** Tells the page that the session is over (the server said so); whoever listens lets the person sign in again where they stand. */
export const SIGNED_OUT = 'minzheng:signed-out';

async function answerOf(door: Door, ask: () => Promise<Response>): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await ask();
    text = await response.text();
    lastAnswer.at = Date.now();
  } catch {
    throw new ApiProblem({ ...UNREACHABLE, title: PROMISE[door] });
  }
  const parsed = parse(text);
  if (response.ok && parsed !== undefined) return parsed;
  const problem = problemOf(door, response.status, parsed);
  if (problem.code === 'access.sign-in-first') window.dispatchEvent(new Event(SIGNED_OUT));
  throw problem;
}

/** The body as JSON; an empty body is null; undefined when it is not JSON (a proxy's page). */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function problemOf(door: Door, status: number, parsed: unknown): ApiProblem {
  if (typeof parsed === 'object' && parsed !== null && 'code' in parsed && 'title' in parsed) {
    return new ApiProblem({ ...(parsed as ProblemBody), status });
  }
  return new ApiProblem({ code: 'server.unexpected', title: PROMISE[door], status });
}

const CITY = 'minzheng.city';
const chosenCity = () => (typeof localStorage === 'undefined' ? null : localStorage.getItem(CITY));

/** The city somebody not signed in asks about, kept on this device; a session's own city goes before it. */
export function rememberCity(code: string): void {
  localStorage.setItem(CITY, code);
  // the document itself is asked for without our headers
  document.cookie = `minzheng_city=${code}; path=/; max-age=31536000; samesite=strict`;
}

/** What every request says of who sends it: not a form of another site, and for whom, where somebody acts for another. */
function standing(): Record<string, string> {
  const acting = readActing();
  return { 'x-csrf': '1', ...(acting === null ? {} : { 'x-mandate': String(acting.mandate) }) };
}

/** Asks the read door. Throws ApiProblem. */
export async function query<Answer>(id: string, body: unknown = {}): Promise<Answer> {
  return (await send('query', id, body)) as Answer;
}

/** Asks the write door. The same `key` with the same body gives the first result again; never a second effect. */
export async function command<Answer>(id: string, body: unknown, options: { readonly key?: string } = {}): Promise<Answer> {
  const key = options.key ?? newKey();
  try {
    return (await send('command', id, body, key)) as Answer;
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'access.second-factor-needed' || askForCode === undefined || !(await askForCode())) throw problem;
    return (await send('command', id, body, key)) as Answer;
  }
}

let askForCode: (() => Promise<boolean>) | undefined;

/**
 * How this face asks for a 动态验证码 when a signature or a payment needs one: true when it was given, and the very same command goes again with the same
 * key; false when the person would not. Returns how to take the asking back.
 */
export function askForCodeBy(ask: () => Promise<boolean>): () => void {
  askForCode = ask;
  return () => { if (askForCode === ask) askForCode = undefined; };
}

/** A file made by the server at this moment: an exported list, a bundle. Throws ApiProblem when it was refused or broke off. */
export async function download(id: string, body: unknown = {}, form: 'xlsx' | 'csv' = 'xlsx'): Promise<{ readonly name: string; readonly blob: Blob }> {
  let response: Response;
  try {
    response = await fetch(`/api/x/${id}${form === 'csv' ? '?as=csv' : ''}`, { method: 'POST', headers: { 'content-type': 'application/json', ...standing() }, credentials: 'same-origin', body: JSON.stringify(body ?? {}) });
    if (response.ok) return { name: fileNameOf(response.headers.get('content-disposition')), blob: await response.blob() };
  } catch {
    throw new ApiProblem({ ...UNREACHABLE, title: '文件没有传完。请再试一次。' });
  }
  throw problemOf('query', response.status, parse(await response.text()));
}

const fileNameOf = (disposition: string | null): string => decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1] ?? '文件');

/** Sends one file (材料照片、花名册) and gets the document's id, to be put into a form's value. */
export async function upload(file: File, options: { readonly key?: string } = {}): Promise<UploadedFile> {
  const form = new FormData();
  form.append('file', file);
  const headers = { ...standing(), 'Idempotency-Key': options.key ?? newKey() };
  const answer = (await answerOf('command', () => fetch('/api/files', { method: 'POST', headers, credentials: 'same-origin', body: form }))) as { readonly id: number };
  return { id: answer.id, name: file.name };
}

export interface UploadedFile { readonly id: number; readonly name: string; }

/** 128 random bits. `randomUUID` is missing on plain http; offices do open us by an address without https inside their net. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface ReadOptions<Answer> {
  /** `false` waits. */
  readonly enabled?: boolean;
  readonly everyMs?: number;
  /** Without a line the last answer is given again, while it `holds` (at: when it was given, ms). Only for what a page cannot begin without. */
  readonly keep?: { readonly where: Keeping; readonly holds?: (answer: Answer, at: number) => boolean };
}

/** How a read is asked, for a page that shows it and for one that asks ahead of being shown. */
export function readOf<Answer>(id: string, body: unknown = {}, options: ReadOptions<Answer> = {}) {
  const { keep } = options;
  return {
    queryKey: [id, body, readActing()?.mandate ?? null] as const,
    queryFn: () => (keep === undefined ? query<Answer>(id, body) : queryKept<Answer>(id, body, keep)),
    retry: (count: number, problem: ApiProblem) => problem.status === 0 && count < 1,
  };
}

async function queryKept<Answer>(id: string, body: unknown, keep: NonNullable<ReadOptions<Answer>['keep']>): Promise<Answer> {
  try {
    const answer = await query<Answer>(id, body);
    keepAnswer(keep.where, id, body, answer);
    return answer;
  } catch (problem) {
    const kept = problem instanceof ApiProblem && problem.status === 0 ? keptAnswer<Answer>(keep.where, id, body) : undefined;
    if (kept === undefined || keep.holds?.(kept.answer, kept.at) === false) throw problem;
    return kept.answer;
  }
}

/** A read, kept and refreshed. Old figures stay while new ones are fetched. */
export function useApiQuery<Answer>(id: string, body: unknown = {}, options: ReadOptions<Answer> = {}): UseQueryResult<Answer, ApiProblem> {
  return useQuery<Answer, ApiProblem>({ ...readOf<Answer>(id, body, options), enabled: options.enabled ?? true, refetchInterval: options.everyMs ?? false });
}

export interface ApiCommand<Answer> {
  /** Sends; resolves with the answer, or undefined when it was refused (then `problem` says why). */
  readonly run: (body: unknown) => Promise<Answer | undefined>;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly fields: readonly FieldError[];
  readonly answer: Answer | undefined;
  readonly clear: () => void;
}

/**
 * A write. One idempotency key per submission: pressing again with the same body after a failure sends the same key,
 * a changed body or an accepted answer takes a new one. A second press while one is under way does nothing.
 * On success every read is taken again (`refresh: false` to leave them).
 */
export function useApiCommand<Answer = unknown>(id: string, options: { readonly refresh?: boolean } = {}): ApiCommand<Answer> {
  const client = useQueryClient();
  const attempt = useRef<{ digest: string; key: string } | undefined>(undefined);
  const running = useRef(false);
  const mutation = useMutation<Answer, ApiProblem, unknown>({ mutationFn: (body) => command<Answer>(id, body, { key: keyFor(attempt, body) }) });
  const run = async (body: unknown): Promise<Answer | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    try {
      const answer = await mutation.mutateAsync(body);
      attempt.current = undefined;
      if (options.refresh !== false) await client.invalidateQueries();
      return answer;
    } catch (problem) {
      if (problem instanceof ApiProblem) return undefined;
      throw problem;
    } finally {
      running.current = false;
    }
  };
  const problem = mutation.error ?? undefined;
  return { run, busy: mutation.isPending, problem, fields: problem?.fields ?? [], answer: mutation.data, clear: mutation.reset };
}

/** Something asked by a press, not by opening a page: whether it is under way, and what the server would not answer. Anything else that goes wrong is thrown. */
export function useAsk(): { readonly busy: boolean; readonly problem: ApiProblem | undefined; readonly ask: (work: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const ask = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, ask };
}

/** The key of this body: the last attempt's if nothing changed, else a new one. */
export function keyFor(attempt: { current: { digest: string; key: string } | undefined }, body: unknown): string {
  const digest = JSON.stringify(body) ?? '';
  if (attempt.current?.digest !== digest) attempt.current = { digest, key: newKey() };
  return attempt.current.key;
}
