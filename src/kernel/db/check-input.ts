import type { z } from 'zod';
import type { FieldError } from '../contract/form.ts';
import { fieldErrors } from './field-errors.ts';

export type CheckedInput<Input> = { readonly ok: true; readonly input: Input } | { readonly ok: false; readonly fields: readonly FieldError[] };

/** No form of ours is deeper; what is deeper was not written by a person. */
const DEEPEST = 40;

/** What came through the door, against the door's own schema, and against what no door can keep: characters the database does not hold, and endless nesting. */
export function checkInput<Input>(schema: z.ZodType<Input>, body: unknown): CheckedInput<Input> {
  const unfit = findUnfit(body, []);
  if (unfit) return { ok: false, fields: [unfit] };
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, input: parsed.data } : { ok: false, fields: fieldErrors(parsed.error as z.ZodError) };
}

/** True for text PostgreSQL can keep: no U+0000, and no half of a character. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

function findUnfit(value: unknown, path: readonly string[]): FieldError | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : { path: path.join('.'), code: 'field.characters', sentence: '有看不见的或不完整的字符，请删去重写。' };
  if (value === null || typeof value !== 'object') return undefined;
  if (path.length >= DEEPEST) return { path: path.slice(0, 3).join('.'), code: 'field.type', sentence: '这一项的格式不对，请按提示填写。' };
  for (const [key, one] of Object.entries(value)) {
    const unfit = isStorable(key) ? findUnfit(one, [...path, key]) : { path: path.join('.'), code: 'field.unknown', sentence: '多了不认识的内容。' };
    if (unfit) return unfit;
  }
  return undefined;
}
