import type { Caller } from '../../access/caller.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Values } from '../../contract/register.ts';
import type { City } from '../../db/city.ts';
import type { Tx } from '../../db/tx.ts';
import { indexDivisions, listOwnDivisions, type KnownDivision } from '../../registers/division/written-divisions.ts';
import { maskName } from '../../values/name-mask.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { RegisterHome } from '../register-home.ts';
import { needsPerson, type NamedPerson } from '../write/read-holder.ts';
import type { ImportPlan } from '../../contract/register-import.ts';
import { findRowPeople, type RowPerson } from './find-people.ts';
import type { RowLife } from './life-of-row.ts';
import type { CellRemark, Layout, WrittenRow } from './read-row.ts';
import { findPointers, resolvePlace, resolveValues } from './resolve-row.ts';

export interface Reader { readonly city: City; readonly caller: Caller; readonly today: PlainDate }

/** What a row would change in a record that is there already. */
export interface RowChange { readonly record: number; readonly seen: number; readonly values: Values; readonly from: PlainDate; readonly state?: { readonly id: string; readonly on: PlainDate } }
/** An entry a row would write. */
export interface RowEntry { readonly record: number; readonly day: string; readonly values: Values }

/** A row held against the register: what would be done with it, or everything that is wrong with it. */
export interface JudgedRow {
  readonly row: number;
  readonly title: string;
  readonly what: 'open' | 'change' | 'skip' | 'wrong';
  readonly errors: readonly CellRemark[];
  readonly notes: readonly CellRemark[];
  /** The record that is there already. */
  readonly twin?: { readonly record: number; readonly number: string; readonly name: string | null };
  readonly person?: NamedPerson;
  readonly open?: { readonly divisionId: number; readonly life: RowLife; readonly values: Values };
  readonly change?: RowChange;
  readonly entry?: RowEntry;
}

/** A row with everything it points to found, its person known. */
export interface FoundRow { readonly written: WrittenRow; readonly values: Record<string, unknown>; readonly division: KnownDivision; readonly placed: boolean; readonly person: RowPerson; readonly errors: readonly CellRemark[] }

/** What all rows of a sheet are judged by. */
export interface Ground { readonly home: RegisterHome; readonly layout: Layout; readonly plan: ImportPlan; /** A design that is tried: it has no table yet, or not this one, and nothing is there. */ readonly unmade?: true }

/** Finds what rows point to: divisions of the caller's area, records, persons. Refuses a place outside the caller's area. */
export async function findRows(tx: Tx, by: Reader, { home, layout, plan }: Ground, rows: readonly WrittenRow[]): Promise<FoundRow[]> {
  const own = await listOwnDivisions(tx, by.today);
  const fallback = own.find((division) => division.id === plan.division);
  if (fallback === undefined) throw new Refusal('access.outside-area');
  const pointers = await findPointers(tx, layout, rows, indexDivisions(own, by.city.name));
  const { sub } = layout.target;
  const must = sub ? sub.person !== undefined && sub.person.optional !== true : needsPerson(home.register);
  const people = await findRowPeople(tx, by, layout, rows, must);
  return rows.map((written, at): FoundRow => {
    const resolved = resolveValues(layout, written, pointers);
    const place = resolvePlace(layout, written, fallback, pointers);
    const person = people[at] ?? { errors: [] };
    return { written, values: resolved.values, division: place.division, placed: place.written, person, errors: [...written.errors, ...resolved.errors, ...place.errors, ...person.errors] };
  });
}

/** How a row is called in a list of what is wrong: persons masked. Pure. */
export function titleOfRow({ home, layout }: Ground, row: WrittenRow): string {
  const { register } = home;
  const called = layout.target.sub ? row.parent : register.name === undefined ? undefined : row.values[register.name] ?? row.pointing[register.name];
  if (typeof called === 'string' && called !== '') return register.fields.find((field) => field.key === register.name)?.kind === 'person-name' ? maskName(called) : called;
  return row.personName === '' ? '' : maskName(row.personName);
}

/** The same key twice in one sheet: the later ones are wrong, and say which row they repeat. Pure. */
export function repeatsOf(rows: readonly { readonly row: number; readonly key: string | undefined }[]): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const repeats = new Map<number, number>();
  for (const { row, key } of rows) {
    if (key === undefined) continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else repeats.set(row, before);
  }
  return repeats;
}
