import { readFileSync } from 'node:fs';

/**
 * The moment a process started, in the machine's own ticks since boot: with the process id it names one process for
 * ever, while an id alone is soon given to another (in a container nearly at once). Undefined when no such process lives.
 */
export function findStartTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks; after it stand: state (3rd field) … start time (22nd field).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** The words a process was started with; empty when it does not live. */
export function listProcessWords(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .filter((word) => word !== '');
  } catch {
    return [];
  }
}

/** Waits until the process has gone; false when it still lives after `ms` milliseconds. */
export async function waitUntilGone(pid: number, ms: number): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (findStartTicks(pid) !== undefined) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return true;
}
