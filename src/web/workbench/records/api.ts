import type { Values } from '../../../kernel/contract/register.ts';
import type { EntryRow, Linked, RecordRow } from '../../../kernel/records/face.ts';

/** One page of a register's list, and how many stand in each state under the same choices. */
export interface RecordList { readonly rows: readonly RecordRow[]; readonly total: { readonly count: number; readonly exact: boolean }; readonly next: string | null; readonly byState: Readonly<Record<string, number>> }
export interface EntryList { readonly rows: readonly EntryRow[]; readonly next: string | null }
/** Something of a record whose day has come or comes soon. */
export interface DueLine { readonly register: string; readonly registerTitle: string; readonly record: number; readonly title: string; readonly reminder: string; readonly day: string; readonly overdue: boolean }
/** What a register knows of a person. */
export interface PersonLine { readonly register: string; readonly registerTitle: string; readonly record: number; readonly title: string; readonly state: string; readonly from: string; readonly to: string | null; readonly note: string }
export interface CountLine { readonly key: string; readonly title: string; readonly stock: number; readonly opened: number; readonly ended: number }
export interface PointLine { readonly record: number; readonly title: string; readonly state: string; readonly lon: number; readonly lat: number; readonly href: string }
export interface TargetLine { readonly target: string; readonly title: string; readonly planned: number | null; readonly actual: number | null; readonly document: string | null }

/** What of a row its cells are written from: a record's or an entry's. */
export interface Written { readonly values: Values; readonly links: Readonly<Record<string, Linked>> }
