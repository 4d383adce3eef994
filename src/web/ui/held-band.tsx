import type { ReactNode } from 'react';
import { LimitClock } from './clock.tsx';
import type { ClockInput } from './clock-days.ts';
import { State } from './state.tsx';

/** 公示 holds the case: what holds, until when, and what may be done meanwhile. */
export function HeldBand({ title, limit, children }: { title: string; limit?: ClockInput; children: ReactNode }) {
  return (
    <section className="held-band" aria-label={title}>
      <p><State kind="held"><b>{title}</b></State></p>
      {limit === undefined ? null : <LimitClock limit={limit} />}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </section>
  );
}
