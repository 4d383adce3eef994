import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Values } from '../../../kernel/contract/register.ts';
import type { Linked } from '../../../kernel/records/face.ts';

/** One page of a register's list, and how many stand in each state under the same choices. */
export type RecordList = DoorOutput<typeof import('../../../kernel/records/queries/list.ts').default>;
export type EntryList = DoorOutput<typeof import('../../../kernel/records/queries/entries.ts').default>;
/** Something of a record whose day has come or comes soon. */
export type DueLine = DoorOutput<typeof import('../../../kernel/records/queries/due.ts').default>[number];
/** What a register knows of a person. */
export type PersonLine = DoorOutput<typeof import('../../../kernel/records/queries/of-person.ts').default>[number];
export type CountLine = DoorOutput<typeof import('../../../kernel/records/queries/count.ts').default>[number];
export type PointLine = DoorOutput<typeof import('../../../kernel/records/queries/points.ts').default>[number];
export type TargetLine = DoorOutput<typeof import('../../../kernel/records/queries/targets.ts').default>[number];

/** What of a row its cells are written from: a record's or an entry's. */
export interface Written { readonly values: Values; readonly links: Readonly<Record<string, Linked>> }
