import { setTimeout as sleep } from 'node:timers/promises';
import { decideRestart, MOST_QUICK_DEATHS } from './decide-restart.ts';

/** Something that runs beside us: a process or the database. */
export interface Running {
  /** Resolves with how it ended, e.g. `exit code 1`, asked or not. */
  exited: Promise<string>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

export interface Kept {
  /** Ends it for good. */
  stop(): Promise<void>;
  /** Ends the present one; a new one starts at once. */
  restart(): Promise<void>;
}

export interface KeepAliveOptions {
  name: string;
  start(): Promise<Running>;
  /** One that runs already. */
  first?: Running;
  say(line: string): void;
  /** Called once, with a sentence, when it died too often to go on. */
  onGiveUp(sentence: string): void;
}

/** Starts something and starts it again whenever it ends unasked, later each time, until it has died quickly too often. */
export function keepAlive({ name, start, first, say, onGiveUp }: KeepAliveOptions): Kept {
  const ending = new AbortController();
  let current = first;
  let isAsked = false;

  async function keep(): Promise<void> {
    const lives: number[] = [];
    while (!ending.signal.aborted) {
      const began = performance.now();
      const how = await liveOnce();
      if (ending.signal.aborted) return;
      if (isAsked) {
        isAsked = false;
        continue;
      }
      lives.push(performance.now() - began);
      const decision = decideRestart(lives);
      if (!decision.again) {
        onGiveUp(`${name} 连续 ${MOST_QUICK_DEATHS} 次刚启动就退出（最后一次：${how}），不再重试，原因见上面的输出。`);
        return;
      }
      say(`${name}：意外退出（${how}），重新启动`);
      await sleep(decision.afterMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  }

  async function liveOnce(): Promise<string> {
    try {
      current ??= await start();
      // We were told to end while it was being started.
      if (ending.signal.aborted) await current.stop();
      return await current.exited;
    } catch (error) {
      return (error as Error).message;
    } finally {
      current = undefined;
    }
  }

  const kept = keep();
  return {
    async stop() {
      ending.abort();
      await current?.stop();
      await kept;
    },
    async restart() {
      if (current === undefined) return;
      isAsked = true;
      await current.stop();
    },
  };
}
