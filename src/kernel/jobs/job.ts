import type { Caller } from '../access/caller.ts';
import type { City } from '../db/city.ts';

/** A piece of queued work as its handler sees it. */
export interface Job {
  readonly id: number;
  readonly attempts: number;
  /** The post that ordered the work; the system's post where nobody did. */
  readonly caller: Caller;
  /** Aborted when the worker ends: work in pieces calls `stopping?.throwIfAborted()` between them, and is handed on. */
  readonly stopping?: AbortSignal;
}

export interface JobHandler {
  readonly kind: string;
  /** Runs at least once: it must be idempotent. Throwing puts it back with a growing pause. */
  run(city: City, payload: Readonly<Record<string, unknown>>, job: Job): Promise<void>;
}
