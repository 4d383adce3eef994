import { useState } from 'react';
import { query, useApiQuery } from '../../api-client.ts';
import { A, useOpen } from '../../ui/link.tsx';
import { State } from '../../ui/state.tsx';
import type { NextTask } from './api.ts';
import { readWalk } from './walk-filter.ts';

export interface NextWalk {
  /** How many are left in the part of the worklist one works through; undefined while it is asked. */
  readonly left: number | undefined;
  readonly later: number;
  /** Opens the next one, the most urgent first; false where none is left. `done`: said there about the one just left. */
  readonly go: (done?: string) => Promise<boolean>;
}

/** What was done a moment ago on the case before: said once on the one that opened by itself. */
let justDone: { readonly words: string; readonly href: string } | undefined;

/** The walk through one's worklist: from this case to the next of the same filter. */
export function useNextTask(caseId: number): NextWalk {
  const open = useOpen();
  const asked = { after: caseId, ...readWalk() };
  const read = useApiQuery<NextTask>('casework.get-next-task', asked);
  return {
    left: read.data?.left, later: read.data?.later ?? 0,
    async go(done) {
      const answer = await query<NextTask>('casework.get-next-task', asked).catch(() => undefined);
      if (answer === undefined || answer.next === null) return false;
      justDone = done === undefined ? undefined : { words: done, href: `/cases/${caseId}` };
      open(`/cases/${answer.next.caseId}`);
      return true;
    },
  };
}

/** On the case that opened by itself: what became of the one before, and the way back to it. */
export function JustDone() {
  const [said] = useState(() => {
    const words = justDone;
    justDone = undefined;
    return words;
  });
  if (said === undefined) return null;
  return <p className="just-done" role="status"><State kind="done">{said.words}</State>　<A href={said.href}>回去看看</A>。下一件自己打开了：</p>;
}
