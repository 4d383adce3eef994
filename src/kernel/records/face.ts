import type { Count, Expected, Holder, RegisterField, RegisterState, Reminder, SubRecord, Target, Values } from '../contract/register.ts';

/** What the screens know of a register: its declaration without its rules, and what the reader may do in it. */
export interface RegisterFace {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly purpose: string;
  readonly line: { readonly id: string; readonly title: string };
  readonly law: readonly string[];
  readonly holder: Holder | null;
  /** Field a record is called by; null where it is called by its person. */
  readonly name: string | null;
  readonly fields: readonly RegisterField[];
  readonly states: Readonly<Record<string, RegisterState>>;
  readonly first: string;
  readonly subRecords: readonly SubRecord[];
  readonly derived: readonly { readonly key: string; readonly title: string; readonly kind: 'integer' | 'number' | 'money' | 'text' | 'date'; readonly unit?: string | undefined; readonly listed?: true | undefined }[];
  readonly rules: readonly { readonly id: string; readonly title: string; readonly law: string | null; readonly then: 'refuse' | 'warn' }[];
  readonly reminders: readonly Pick<Reminder, 'id' | 'title'>[];
  readonly counts: readonly Count[];
  readonly targets: readonly Target[];
  readonly expected: Expected | null;
  /** Pages of the matter about one record. */
  readonly pages: readonly { readonly title: string; readonly path: string }[];
  readonly events: readonly { readonly title: string; readonly to: string }[];
  /** The reader writes in it. */
  readonly keeps: boolean;
  /** Keys of the confidential fields the reader is shown whole. */
  readonly opens: readonly string[];
  /** Made by the bureau in the browser: which version; null for those that come with the platform. */
  readonly published: { readonly version: number } | null;
}

/** One line of the menu of registers. */
export interface RegisterLine { readonly id: string; readonly title: string; readonly unit: string; readonly purpose: string; readonly line: { readonly id: string; readonly title: string }; /** Standing in the reader's area, exact to 1,000. */ readonly standing: { readonly count: number; readonly exact: boolean }; readonly due: number; readonly keeps: boolean; readonly covers: readonly string[]; /** How its title sounds: first letters, and whole. */ readonly letters: readonly [string, string] }

/** Something linked: another record, or a person. `href` within the workbench; null where the reader may not open it. */
export interface Linked { readonly id: number; readonly title: string; readonly href: string | null }

/** One record on a list. Confidential fields are masked. */
export interface RecordRow {
  readonly record: number;
  readonly number: string;
  /** What it is called; a person's name is masked. */
  readonly title: string;
  readonly person: Linked | null;
  readonly division: { readonly id: number; readonly code: string; readonly name: string };
  readonly state: string;
  readonly since: string;
  readonly openedOn: string | null;
  readonly endedOn: string | null;
  readonly values: Values;
  /** Labels of links and of division fields, by field. */
  readonly links: Readonly<Record<string, Linked>>;
  readonly totals: Readonly<Record<string, number | string | null>>;
  readonly derived: Readonly<Record<string, number | string>>;
}

/** An entry of a sub-record. */
export interface EntryRow { readonly entry: number; readonly day: string; readonly person: Linked | null; readonly values: Values; readonly links: Readonly<Record<string, Linked>> }

/** One version of a record: what was written, for which days, who wrote it when and why; `corrected` is set when it was known better later. */
export interface VersionRow {
  readonly id: number;
  readonly what: 'opened' | 'imported' | 'changed' | 'corrected' | 'state' | 'moved' | 'taken-back';
  readonly from: string;
  readonly to: string | null;
  readonly state: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
  readonly corrected: { readonly by: string; readonly on: string } | null;
  /** Against the version before it in time: which fields, from what to what, as shown. */
  readonly changes: readonly { readonly title: string; readonly from: string; readonly to: string }[];
}

/** Everything of one record. */
export interface RecordPage extends RecordRow {
  /** Id of the version on the screen: handed back as `seen` with every change. */
  readonly seen: number;
  readonly warnings: readonly { readonly title: string; readonly sentence: string }[];
  readonly reminders: readonly { readonly id: string; readonly title: string; readonly day: string; readonly overdue: boolean }[];
  readonly history: readonly VersionRow[];
  /** States it may go to, with the fields each asks for. */
  readonly ways: readonly { readonly state: string; readonly title: string; readonly needs: readonly string[] }[];
  /** Other records that point here, by register. */
  readonly pointing: readonly { readonly register: string; readonly title: string; readonly rows: readonly Linked[]; readonly more: boolean }[];
  readonly twins: readonly Linked[];
}
