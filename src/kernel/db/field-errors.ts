import type { z } from 'zod';
import type { FieldError } from '../contract/form.ts';

const say = (issue: z.core.$ZodIssue): { code: string; sentence: string } => {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined
      ? { code: 'field.required', sentence: '这一项要填。' } : { code: 'field.type', sentence: '这一项的格式不对，请按提示填写。' };
    case 'unrecognized_keys': return { code: 'field.unknown', sentence: `多了不认识的内容：${issue.keys.join('、')}。` };
    case 'too_small': return { code: 'field.too-small', sentence: issue.origin === 'string' && issue.minimum === 1 ? '这一项要填。' : `不能少于 ${issue.minimum}。` };
    case 'too_big': return { code: 'field.too-large', sentence: issue.origin === 'string' ? `最多写 ${issue.maximum} 个字。` : `不能多于 ${issue.maximum}。` };
    case 'invalid_value': return { code: 'field.choice', sentence: '请从给出的几项里选一项。' };
    case 'invalid_format': return { code: 'field.format', sentence: '这一项的格式不对，请按提示填写。' };
    case 'custom': return { code: String(issue.params?.['code'] ?? 'field.wrong'), sentence: issue.message };
    default: return { code: 'field.wrong', sentence: '这一项不对，请检查。' };
  }
};

/** Turns a schema's complaints into Chinese, one a field, with stable codes. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), ...say(issue) }));
}
