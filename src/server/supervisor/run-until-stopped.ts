import { readOptions } from './read-options.ts';
import { runPlatform, type PlatformParts } from './run-platform.ts';

/** Why it stops when nobody asked: something broke in the supervisor itself. */
class Fault extends Error {}

/** A second Ctrl-C sooner than this is the same one: npm passes on what the terminal has sent us already. */
const SAME_SIGNAL_MS = 1000;

/** The whole of `npm start` as a command: words and environment in, an exit code out. */
export async function runUntilStopped(words: readonly string[], parts: PlatformParts, root: string): Promise<number> {
  const say = (line: string) => console.log(line);
  const options = readOptions(words, process.env, root);
  if (typeof options === 'string') {
    const isWrong = options.startsWith('错误');
    (isWrong ? console.error : console.log)(options);
    return isWrong ? 2 : 0;
  }
  say(`Node：${process.versions.node}（${process.execPath}）`);
  try {
    const stopping = listenForStop();
    await runPlatform(options, parts, stopping, say);
    say('已停止');
    return stopping.reason instanceof Fault ? 1 : 0;
  } catch (error) {
    console.error(`错误：${(error as Error).message}`);
    return 1;
  }
}

/** Aborted by Ctrl-C, by a polite kill, by the closing of the terminal, and by a fault of our own, so that all is ended in order. */
function listenForStop(): AbortSignal {
  const stopping = new AbortController();
  let firstAt = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!stopping.signal.aborted) {
        firstAt = performance.now();
        stopping.abort(new Error(name));
      } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
        // Asked twice: at once. Web and worker notice that we are gone; the database is taken over by the next start.
        process.exit(130);
      }
    });
  }
  process.on('uncaughtException', (error) => {
    console.error(error);
    stopping.abort(new Fault('a fault of the supervisor itself', { cause: error }));
  });
  // A closed terminal must not keep us from ending in order.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  return stopping.signal;
}
