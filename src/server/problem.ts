import type { FieldError } from '../kernel/contract/form.ts';
import type { RefusalDeclaration, Refused } from '../kernel/contract/refusal.ts';

/** The one error envelope (RFC 9457): a Chinese sentence that says what to do, a stable code, the fields in question, the number of the request for whoever helps. */
export interface Problem { readonly type: 'about:blank'; readonly status: number; readonly title: string; readonly code: string; readonly request?: string; readonly details?: Readonly<Record<string, unknown>>; readonly fields?: readonly FieldError[] }

const unexpected: RefusalDeclaration = { status: 503, sentence: '没有办成，不是您的错。您写的都还在，请过一会儿再试；再不行请打服务电话。' };

/** The answer to a refusal; `unexpected` for a defect of ours (counted, and a failure in tests). */
export function toProblem(table: Readonly<Record<string, RefusalDeclaration>>, refused: Refused, fields?: readonly FieldError[]): Problem {
  const declared = table[refused.code];
  const { status, sentence } = declared ?? unexpected;
  // a handler that looked at single answers names them in its refusal
  const named = fields ?? (refused.details?.['fields'] as readonly FieldError[] | undefined);
  return {
    type: 'about:blank', status, title: fill(sentence, refused.details ?? {}), code: declared ? refused.code : 'unexpected',
    ...(refused.details ? { details: refused.details } : {}), ...(named ? { fields: named } : {}),
  };
}

const fill = (sentence: string, details: Readonly<Record<string, unknown>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (details[name] === undefined ? whole : String(details[name])));
