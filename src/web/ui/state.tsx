import type { ReactNode } from 'react';
import { Mark, type StateKind } from './icons.tsx';

/** A state: a shape, then a word (12月已到账 · 等银行答复，6 家已回 5 家). Never a coloured pill. */
export function State({ kind, children }: { kind: StateKind; children: ReactNode }) {
  return <span className={`state ${kind}`}><Mark kind={kind} />{children}</span>;
}
