import type { RefusalDeclaration } from '../../src/kernel/contract/refusal.ts';
import { CANARY } from './hostile.ts';

/** No answer may take longer than this, ms: a person at a counter waits for it. Measured on a machine that is busy with other tests. */
export const SLOWEST_MS = 10_000;

export interface Answered { readonly status: number; readonly type: string; readonly body: string; readonly ms: number; readonly log: readonly string[] }
export interface World { readonly refusals: Readonly<Record<string, RefusalDeclaration>>; readonly personal: readonly string[] }

const STACK = /\bat (?:async )?[\w.<>]* ?\(?(?:file:\/\/|node:|\/)[^\s)]+:\d+:\d+|node_modules\//;
const SQL = /\b(?:insert into|select \S.* from|update \w+ set|delete from) |violates (?:foreign key|check|not-null|unique)|row-level security|relation "|column "|syntax error at|invalid input syntax|pg_catalog/i;
const ID_NUMBER = /\d{17}[\dXx]/;

/** What is wrong with an answer; empty when nothing is. */
export function judge(answer: Answered, world: World): string[] {
  const { status, body, ms } = answer;
  const wrong: string[] = [];
  if (status === 500) wrong.push('status 500');
  if (status >= 400) wrong.push(...judgeRefusal(answer, world));
  if (STACK.test(body)) wrong.push('a stack trace in the body');
  if (status >= 400 && SQL.test(body)) wrong.push('words of the database in the body');
  wrong.push(...judgeLines(answer.log, world.personal));
  if (ms > SLOWEST_MS) wrong.push(`slower than ${SLOWEST_MS} ms: ${Math.round(ms)} ms`);
  return wrong;
}

/** Log lines that tell of a person; the line itself is not repeated. */
export const judgeLines = (lines: readonly string[], personal: readonly string[]): string[] =>
  lines.filter((line) => ID_NUMBER.test(line) || line.includes(CANARY) || personal.some((name) => line.includes(name))).map(() => 'personal data in a log line');

function judgeRefusal({ status, type, body }: Answered, { refusals }: World): string[] {
  if (!type.startsWith('application/problem+json')) return [`a refusal that is no problem+json (${status} ${type})`];
  const said = JSON.parse(body) as { code?: unknown; status?: unknown; title?: unknown };
  if (said.code === 'unexpected') return ['code unexpected'];
  if (typeof said.code !== 'string' || !Object.hasOwn(refusals, said.code)) return [`the code ${String(said.code)} is not in the refusal table`];
  if (refusals[said.code]?.status !== status || said.status !== status) return [`${said.code} is declared as ${refusals[said.code]?.status} and travels as ${status}`];
  if (typeof said.title !== 'string' || /\{\w+\}/.test(said.title)) return [`${said.code}: its sentence is not filled: ${String(said.title)}`];
  return [];
}
