import type { Values } from '../contract/register.ts';

/** A person of the demo, invented. */
export interface DemoPerson { readonly name: string; readonly idNumber: string }

/** What a demo city has to place records in: real divisions, invented people, one chance that always falls the same. */
export interface DemoGround {
  /** 镇街 with their codes. */
  readonly towns: readonly { readonly code: string; readonly name: string }[];
  /** 村居 with their codes and their town's. */
  readonly villages: readonly { readonly code: string; readonly name: string; readonly town: string; readonly townName: string }[];
  /** Code of the city itself. */
  readonly city: string;
  /** The n-th invented person, always the same; `age` in whole years on the demo's day. */
  person(n: number, age?: number): DemoPerson;
  /** The number of the n-th demo record of another register, to link to: organisations by `organisation`. */
  link(register: string, n: number): DemoLink;
  /** 0 ≤ whole number < below, always the same for the same words. */
  chance(words: string, below: number): number;
  /** A point near the middle of a division. */
  point(division: string): string;
}
/** Stands for the n-th demo record of a register until its id is known. */
export interface DemoLink { readonly register: string; readonly nth: number }

/** One record of a demo city with its life: opened, changed, moved from state to state, entries on days. */
export interface DemoRecord {
  /** Division code of whose area it lies in. */
  readonly division: string;
  readonly openedOn: string;
  readonly person?: DemoPerson;
  readonly values: Values;
  /** Further states in order, with what they ask for. */
  readonly states?: readonly { readonly state: string; readonly on: string; readonly values?: Values }[];
  readonly entries?: Readonly<Record<string, readonly { readonly on: string; readonly person?: DemoPerson; readonly values: Values }[]>>;
}

/** What a register starts with in a demo city, in the size the reports give for 2014. In `demo.ts` beside the declaration, exported as `records`. */
export interface DemoRecords { readonly register: string; readonly rows: (ground: DemoGround) => readonly DemoRecord[] }

/** An invented account of a demo office, with the post it holds. A line's keepers are declared in its `demo-staff.ts`. */
export interface DemoAccount { readonly login: string; readonly name: string; readonly role: string; readonly division: string; readonly what: string }
export type DemoStaff = DemoAccount & { readonly city: string };
