import { checkForm } from '../../contract/check-form.ts';
import type { SubRecord } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { subTableOf } from '../../registry/check-register.ts';
import { formOf } from '../register-form.ts';
import { COMMON_MEANINGS as C } from '../../contract/register-import.ts';
import { findMeant, type Meant } from './find-links.ts';
import { findPresent, keyColumns, type KeyColumn } from './find-present.ts';
import { findRows, repeatsOf, titleOfRow, type FoundRow, type Ground, type JudgedRow, type Reader } from './judge-rows.ts';
import type { CellRemark, WrittenRow } from './read-row.ts';

const CHUNK = 5_000;

/** Holds rows of a sub-record's sheet against the register: whose entries they are, checked as a form, not there already. Rules of totals are asked when they are written. */
export async function judgeEntries(tx: Tx, by: Reader, ground: Ground, sub: SubRecord, rows: readonly WrittenRow[]): Promise<JudgedRow[]> {
  const columns = keyColumns(sub.key, sub.fields);
  const judged: JudgedRow[] = [];
  const keys: { row: number; key: string | undefined }[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const piece = rows.slice(start, start + CHUNK);
    const parents = await findMeant(tx, ground.home.register.id, piece.map((row) => row.parent));
    const found = await findRows(tx, by, ground, piece);
    const checked = found.map((row) => judgeEntry(by, ground, sub, row, parents.get(row.written.parent) ?? []));
    keys.push(...found.map((row, at) => ({ row: row.written.row, key: columns && keyOf(columns, row, checked[at])?.words })));
    judged.push(...await markPresent(tx, ground, sub, columns, found, checked));
  }
  const repeats = repeatsOf(keys);
  return judged.map((row) => (repeats.has(row.row) ? { ...bare(row), what: 'wrong', errors: [...row.errors, { at: undefined, title: '', sentence: `和第 ${repeats.get(row.row)} 行是同一条。请删去一行，或改正写错的。` }] } : row));
}

const bare = ({ row, title, notes }: JudgedRow): Pick<JudgedRow, 'row' | 'title' | 'notes'> => ({ row, title, notes });

function judgeEntry(by: Reader, ground: Ground, sub: SubRecord, row: FoundRow, parents: Meant): JudgedRow {
  const { layout } = ground;
  const { written } = row;
  const errors: CellRemark[] = [...row.errors];
  const at = (meaning: string): number | undefined => layout.columns.get(meaning);
  const [parent] = parents;
  if (written.parent === '') errors.push({ at: at(C.parent), title: '', sentence: `没有写是哪一${ground.home.register.unit}的，请写编号或名称。` });
  else if (parent === undefined) errors.push({ at: at(C.parent), title: '', sentence: `台账里没有“${written.parent}”，可能写错了，或不在您的辖区。` });
  else if (parents.length > 1) errors.push({ at: at(C.parent), title: '', sentence: `“${written.parent}”有几个：${parents.map((one) => one.title).join('；')}。请改写编号。` });
  if (written.day === undefined && !errors.some((one) => one.at !== undefined && one.at === at(C.day))) errors.push({ at: at(C.day), title: sub.day, sentence: `请写“${sub.day}”。` });
  const answer = checkForm(formOf('entry', sub.title, sub.fields), row.values, { today: by.today, demo: by.city.demo });
  const told = new Set(errors.map((one) => one.at));
  if (!answer.ok) errors.push(...answer.errors.map(({ path, sentence }) => ({ at: at(path), title: sub.fields.find((field) => field.key === path)?.title ?? path, sentence })).filter((one) => one.at === undefined || !told.has(one.at)));
  const base = { row: written.row, title: titleOfRow(ground, written), notes: written.notes };
  if (errors.length > 0 || !answer.ok || parent === undefined || written.day === undefined) return { ...base, what: 'wrong', errors };
  return { ...base, what: 'open', errors: [], entry: { record: parent.id, day: written.day, values: answer.values }, ...(row.person.person === undefined ? {} : { person: row.person.person }) };
}

function keyOf(columns: readonly KeyColumn[], row: FoundRow, judged: JudgedRow | undefined): { readonly words: string; readonly values: unknown[] | undefined } | undefined {
  const entry = judged?.entry;
  if (entry === undefined) return undefined;
  const of = (key: string, person: unknown): unknown => (key === 'day' ? entry.day : key === 'person' ? person : entry.values[key]);
  const values = [entry.record, ...columns.map(({ key }) => of(key, row.person.known))];
  return { words: JSON.stringify([entry.record, ...columns.map(({ key }) => of(key, row.person.person?.idNumber) ?? null)]), values: values.some((one) => one === undefined) ? undefined : values };
}

/** Entries that are there already: left out, or told, as was chosen. */
async function markPresent(tx: Tx, { home, plan }: Ground, sub: SubRecord, columns: readonly KeyColumn[] | undefined, found: readonly FoundRow[], judged: readonly JudgedRow[]): Promise<JudgedRow[]> {
  if (columns === undefined) return [...judged];
  const there = await findPresent(tx, subTableOf(home.register, sub), `t.known_to is null and t.what <> 'taken-back'`, [{ name: 'record_id', type: 'bigint' }, ...columns], found.map((row, at) => keyOf(columns, row, judged[at])?.values));
  return judged.map((row, at): JudgedRow => {
    if (!there.has(at)) return row;
    return plan.present === 'skip' ? { ...bare(row), what: 'skip', errors: [] } : { ...bare(row), what: 'wrong', errors: [{ at: undefined, title: '', sentence: `这一条已经记过了：${sub.title} ${row.entry?.day ?? ''}。` }] };
  });
}
