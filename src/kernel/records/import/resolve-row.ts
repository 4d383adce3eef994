import type { RegisterField } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import type { DivisionRead, KnownDivision, WrittenDivision } from '../../registers/division/written-divisions.ts';
import { COMMON_MEANINGS as C } from '../../contract/register-import.ts';
import { findMeant, type Meant } from './find-links.ts';
import { fieldsOf } from './meanings.ts';
import type { CellRemark, Layout, WrittenRow } from './read-row.ts';

/** What rows point to, found: every field's texts with what they may mean. */
export interface Pointers { readonly links: ReadonlyMap<string, ReadonlyMap<string, Meant>>; readonly divisions: (written: WrittenDivision) => DivisionRead }

/** One question for each field that links. */
export async function findPointers(tx: Tx, layout: Layout, rows: readonly WrittenRow[], divisions: Pointers['divisions']): Promise<Pointers> {
  const links = new Map<string, ReadonlyMap<string, Meant>>();
  for (const field of fieldsOf(layout.target)) if (field.kind === 'link' && layout.columns.has(field.key)) links.set(field.key, await findMeant(tx, field.to ?? '', rows.flatMap((row) => row.pointing[field.key] ?? [])));
  return { links, divisions };
}

/** A row's values with everything they point to, and what could not be found. Pure. */
export function resolveValues(layout: Layout, row: WrittenRow, pointers: Pointers): { readonly values: Record<string, unknown>; readonly errors: readonly CellRemark[] } {
  const values: Record<string, unknown> = { ...row.values };
  const errors: CellRemark[] = [];
  for (const field of fieldsOf(layout.target)) {
    const text = row.pointing[field.key];
    if (text === undefined) continue;
    const read = field.kind === 'division' ? divisionValue(field, text, pointers) : linkValue(field, text, pointers);
    if ('wrong' in read) errors.push({ at: layout.columns.get(field.key), title: field.title, sentence: read.wrong });
    else values[field.key] = read.value;
  }
  return { values, errors };
}

type Read = { readonly value: unknown } | { readonly wrong: string };

function linkValue(field: RegisterField, text: string, pointers: Pointers): Read {
  const meant = pointers.links.get(field.key)?.get(text) ?? [];
  const [only] = meant;
  if (only === undefined) return { wrong: `“${field.title}”没有找到“${text}”。请写编号或登记的全名；没有的先去那个台账登记。` };
  return meant.length === 1 ? { value: only.id } : { wrong: `“${field.title}”写的“${text}”有几个：${meant.map((one) => one.title).join('；')}。请改写编号。` };
}

function divisionValue(field: RegisterField, text: string, pointers: Pointers): Read {
  const read = pointers.divisions({ any: text, town: '', village: '' });
  return 'division' in read ? { value: read.division.code } : { wrong: `“${field.title}”${divisionWrong(read, text)}` };
}

const fullName = (one: KnownDivision): string => `${one.level === 'village' ? one.parent : ''}${shortDivisionName(one.name)}`;

function divisionWrong(read: Exclude<DivisionRead, { readonly division: KnownDivision }>, text: string): string {
  if ('several' in read) return `写的“${text}”有几个：${read.several.slice(0, 5).map((one) => `${fullName(one)}（${one.code}）`).join('、')}。请写全名或代码。`;
  return `写的“${text}”在您的辖区里没有。${read.like.length === 0 ? '请写全名或代码。' : `是不是：${read.like.map(fullName).join('、')}？`}`;
}

/** Whose area a row lies in: as it says, else as was told for all. Pure. */
export function resolvePlace(layout: Layout, row: WrittenRow, fallback: KnownDivision, pointers: Pointers): { readonly division: KnownDivision; readonly written: boolean; readonly errors: readonly CellRemark[] } {
  const { any, town, village } = row.place;
  if (any === '' && town === '' && village === '') return { division: fallback, written: false, errors: [] };
  const read = pointers.divisions(row.place);
  if ('division' in read) return { division: read.division, written: true, errors: [] };
  const [meaning, title] = village !== '' ? [C.village, '村居'] : town !== '' ? [C.town, '镇街'] : [C.division, '区划'];
  return { division: fallback, written: true, errors: [{ at: layout.columns.get(meaning), title, sentence: `“${title}”${divisionWrong(read, `${town}${village || any}`)}` }] };
}
