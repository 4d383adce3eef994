/** One thing measured: how many rows in how many seconds, beside what the database itself needs for the same rows in the same run. */
export interface Measure {
  /** 编制花名册 */
  readonly what: string;
  readonly rows: number;
  /** 户 */
  readonly unit: string;
  readonly seconds: number;
  /** The database's own limit: the same finished rows written (or read) by one plain statement. */
  readonly limit?: { readonly what: string; readonly rows: number; readonly seconds: number };
  readonly peak?: Peak;
  /** The promise in words, and what was reached in the same words: ≥ 50 % / 61 % */
  readonly promised: string;
  readonly reached: string;
  readonly met: boolean;
}

/** Most memory used at once, MB: of our own process (its worker threads with it), and of the database's processes with their shared buffers counted once. */
export interface Peak { readonly nodeMb: number; readonly databaseMb: number | null }

export interface BenchOutcome {
  readonly measures: readonly Measure[];
  /** Over the result in business order, without row numbers and clocks: same input, same hash. */
  readonly hash: string;
  /** What stands in the way of a promise that is missed, or what else has to be known to read the figures. */
  readonly notes?: readonly string[];
}

/** The ground a bench stands on. */
export interface Stage {
  /** A run of seconds that only shows that the bench still works; its figures mean nothing. */
  readonly small: boolean;
  /** How many rows: the whole number, what `--rows` asks for, or few in a small run. */
  rows(whole: number, few: number): number;
  /** Folder for keys and files, removed afterwards. */
  readonly dataDir: string;
  /** A migrated, empty database with both cities, made when first asked for; the rights of its owner. */
  databaseUrl(): Promise<string>;
  /** Begins to watch memory; `peak` ends it. */
  watchMemory(): { peak(): Promise<Peak> };
  say(line: string): void;
}

/** One file `bench/NAME.ts` exports it as `bench`; its id is NAME. */
export interface Bench {
  readonly id: string;
  readonly title: string;
  /** What is promised, in words: the contract it is held to. */
  readonly promise: string;
  run(stage: Stage): Promise<BenchOutcome>;
}
