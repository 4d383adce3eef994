import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Running } from './keep-alive.ts';

/** How long web and worker may take to finish what they are doing, in milliseconds; a notice to the balancer before it comes on top. */
const GRACE_MS = 10_000 + (Number(process.env['STOP_NOTICE_MS'] ?? 0) || 0);
const DIE_WITH_PARENT = join(import.meta.dirname, 'die-with-parent.ts');

/** Starts one TypeScript file as a process of its own; its lines go to our terminal, its messages to `onMessage`. */
export async function startProcess(file: string, env: NodeJS.ProcessEnv, onMessage: (message: unknown) => void): Promise<Running> {
  const child = fork(file, [], {
    env,
    execArgv: ['--import', DIE_WITH_PARENT],
    // Its own group: Ctrl-C in the terminal reaches us alone, and we decide the order of ending.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', onMessage);
  const exited = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal === null ? `退出码 ${code}` : `信号 ${signal}`));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.pid !== undefined && killGroup(child.pid), GRACE_MS);
    await exited;
    clearTimeout(timer);
  };
  return { exited, stop };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended just now.
  }
}
