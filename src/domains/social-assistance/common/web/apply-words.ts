import type { ReactNode } from 'react';

/** What differs between the applications of two matters on the phone; the steps, the draft and the sending are the same. */
export interface ApplyWords {
  readonly matter: string;
  /** 申请低保 */
  readonly doing: string;
  /** One sentence of help beside a step, by section. */
  readonly asides: Readonly<Record<string, ReactNode>>;
}

/** What differs on the page that says 已收到. */
export interface ReceivedWords {
  /** 低保 */
  readonly what: string;
  /** What comes with the approval, in a sentence. */
  readonly afterwards: string;
}
