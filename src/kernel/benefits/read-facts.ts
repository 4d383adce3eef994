import { z } from 'zod';
import type { Benefit } from '../contract/matter.ts';
import type { FieldError } from '../contract/form.ts';

export type FactsAnswer<F> = { readonly ok: true; readonly facts: F } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Facts as they came from outside, checked against the benefit's schema. Each wrong field gets one Chinese sentence that says what to write. */
export function readFacts<F>(benefit: Pick<Benefit<F>, 'facts'>, input: unknown): FactsAnswer<F> {
  const parsed = benefit.facts.safeParse(input);
  if (parsed.success) return { ok: true, facts: parsed.data };
  return { ok: false, errors: parsed.error.issues.flatMap((issue) => toErrors(issue, benefit.facts)) };
}

function toErrors(issue: z.core.$ZodIssue, schema: z.ZodType): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), code: 'unknown-field', sentence: `没有“${key}”这一项，请去掉或改正名字。` }));
  }
  const title = findTitle(schema, path) ?? (path.at(-1) || '整份材料');
  return [{ path: path.join('.'), code: issue.code, sentence: `“${title}”${reasonOf(issue)}。` }];
}

const TYPES: Readonly<Record<string, string>> = {
  string: '要写文字', number: '要写数字', int: '要写整数', boolean: '要写 true 或 false', array: '要写成一列', object: '要写成一组', record: '要写成一组', null: '要写 null',
};

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && !issue.message.startsWith('Invalid input') ? issue.message : `没有填对：${TYPES[issue.expected] ?? `要写 ${issue.expected}`}`;
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一`;
    case 'too_small':
      return issue.origin === 'array' ? `至少要有 ${issue.minimum} 个` : issue.origin === 'string' ? '不能空着' : `不能小于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `最多 ${issue.maximum} 个` : issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`;
    case 'custom':
      return issue.message;
    default:
      return '写得不对';
  }
}

/** The Chinese title a field was declared with, found by its path; undefined when it has none. */
export function findTitle(schema: z.ZodType, path: readonly string[]): string | undefined {
  let at: unknown = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  let title: string | undefined;
  for (const step of path) {
    if (!isNode(at)) return title;
    const next: unknown = /^\d+$/.test(step) ? at['items'] : isNode(at['properties']) ? at['properties'][step] : undefined;
    if (!isNode(next)) return title;
    at = next;
    if (typeof next['title'] === 'string') title = next['title'];
  }
  return title;
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** JSON schema of a benefit's facts with titles and units, for people who call the platform from outside. */
export function describeFacts(benefit: Pick<Benefit, 'facts'>): unknown {
  return z.toJSONSchema(benefit.facts, { io: 'input', unrepresentable: 'any' });
}
