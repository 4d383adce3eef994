import { cpus, totalmem } from 'node:os';

/** A long trial of the whole platform that `npm test` has no time for. One file here, found by its name. */
export interface Drill {
  /** What must hold, in a sentence; stands in the result. */
  readonly proves: string;
  /** Runs it; `words` are what was said after the name on the command line. A fault is a failure too. */
  run(words: DrillWords): Promise<DrillOutcome>;
}

export interface DrillOutcome {
  /** What did not hold, each in a sentence without anybody's data; empty when the drill passed. */
  readonly failures: readonly string[];
  /** What was counted and measured, with the unit in each name. */
  readonly numbers: Readonly<Record<string, unknown>>;
  /** True for a shortened or single run: its result is shown and not kept. */
  readonly partial?: boolean;
}

/** `--minutes 5 --seed 7` after the drill's name. */
export interface DrillWords {
  text(name: string): string | undefined;
  number(name: string, otherwise: number): number;
}

export function readWords(words: readonly string[]): DrillWords {
  const text = (name: string): string | undefined => { const at = words.indexOf(`--${name}`); return at < 0 ? undefined : words[at + 1]; };
  return {
    text,
    number(name, otherwise) {
      const value = Number(text(name) ?? otherwise);
      if (!Number.isFinite(value)) throw new Error(`--${name} should be a number`);
      return value;
    },
  };
}

/** On what it ran: numbers mean nothing without it. */
export const hardware = (): { cpu: string; cores: number; memoryGb: number; node: string } =>
  ({ cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version });
