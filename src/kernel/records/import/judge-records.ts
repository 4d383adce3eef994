import { checkForm } from '../../contract/check-form.ts';
import type { FieldError } from '../../contract/form.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Values } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { tableOf } from '../../registry/check-register.ts';
import { loadRefusals, sentenceOf } from '../../registry/load-refusals.ts';
import { parsePlainDate, type PlainDate } from '../../values/plain-date.ts';
import { openRow, type StoredRow } from '../read/from-row.ts';
import { readCodes } from '../read/read-codes.ts';
import { formOf } from '../register-form.ts';
import { judgeRecord } from '../rules/judge-record.ts';
import { readAround, type Around } from '../rules/read-around.ts';
import { CURRENT } from '../table/write-table.ts';
import { refuseMissing } from '../write/open-records.ts';
import { changeOf } from './change-of.ts';
import { COMMON_MEANINGS as C } from '../../contract/register-import.ts';
import { findPresent, keyColumns, type KeyColumn, type PresentRow } from './find-present.ts';
import { findRows, repeatsOf, titleOfRow, type FoundRow, type Ground, type JudgedRow, type Reader } from './judge-rows.ts';
import { lifeOfRow } from './life-of-row.ts';
import type { CellRemark, WrittenRow } from './read-row.ts';

/** Rows of one question to the database. */
const CHUNK = 5_000;

/** Holds every row against the register: checked as a form, its key against what is there and what the sheet says above it, its rules asked. Nothing is written. */
export async function judgeRecords(tx: Tx, by: Reader, ground: Ground, rows: readonly WrittenRow[]): Promise<JudgedRow[]> {
  const columns = keyColumns(ground.home.register.key, ground.home.register.fields);
  const judged: JudgedRow[] = [];
  const seen: { row: number; key: string | undefined }[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const found = await findRows(tx, by, ground, rows.slice(start, start + CHUNK));
    const checked = found.map((row) => checkRow(by, ground, row));
    seen.push(...found.map((row, at) => ({ row: row.written.row, key: row.written.number !== '' ? `#${row.written.number}` : columns && keyWords(columns, row, checked[at]?.values) })));
    judged.push(...await judgeChunk(tx, by, ground, found, checked, columns));
  }
  const repeats = repeatsOf(seen);
  return judged.map((row) => {
    const before = repeats.get(row.row);
    return before === undefined ? row : wrongRow(row, [{ at: undefined, title: '', sentence: `和第 ${before} 行是同一条。请删去一行，或改正写错的。` }]);
  });
}

interface Checked { readonly values: Values | undefined; readonly errors: readonly CellRemark[] }

/** A row by itself, as a new record would be checked. */
function checkRow(by: Reader, { home, layout }: Ground, row: FoundRow): Checked {
  const answer = checkForm(formOf('record', home.register.title, home.register.fields), row.values, { today: by.today, demo: by.city.demo });
  if (answer.ok) return { values: answer.values, errors: [] };
  return { values: undefined, errors: fieldRemarks({ home, layout }, row, answer.errors) };
}

/** Errors of the form beside the columns they came from; a cell that could not be read has said so already. */
function fieldRemarks({ home, layout }: Pick<Ground, 'home' | 'layout'>, row: FoundRow, errors: readonly FieldError[]): CellRemark[] {
  const told = new Set(row.errors.map((one) => one.at));
  return errors.map(({ path, sentence }): CellRemark => ({ at: layout.columns.get(path), title: home.register.fields.find((field) => field.key === path)?.title ?? path, sentence })).filter((one) => one.at === undefined || !told.has(one.at));
}

function keyValues(columns: readonly KeyColumn[], row: FoundRow, values: Values | undefined): unknown[] | undefined {
  const all = columns.map(({ key }) => (key === 'person' ? row.person.known : key === 'division' ? (row.errors.length === 0 || row.placed ? row.division.id : undefined) : values?.[key]));
  return all.some((one) => one === undefined) ? undefined : all;
}
function keyWords(columns: readonly KeyColumn[], row: FoundRow, values: Values | undefined): string | undefined {
  const all = columns.map(({ key }) => (key === 'person' ? row.person.person?.idNumber : key === 'division' ? row.division.id : values?.[key]));
  return all.some((one) => one === undefined) ? undefined : JSON.stringify(all);
}

interface Present { readonly at: ReadonlyMap<number, readonly PresentRow[]>; readonly rows: ReadonlyMap<number, StoredRow>; readonly standing: ReadonlyMap<number, Values>; readonly around: ReadonlyMap<number, Around> }

const NOBODY: Present = { at: new Map(), rows: new Map(), standing: new Map(), around: new Map() };

async function judgeChunk(tx: Tx, by: Reader, ground: Ground, found: readonly FoundRow[], checked: readonly Checked[], columns: readonly KeyColumn[] | undefined): Promise<JudgedRow[]> {
  const present = ground.unmade ? NOBODY : await readPresent(tx, by, ground, found, checked, columns);
  const sentences = await loadRefusals();
  const around = ground.unmade ? [] : await readAround(tx, ground.home.register, found.map((row, at) => ({ record: 0, divisionId: row.division.id, personId: row.person.known ?? null, values: checked[at]?.values ?? {} })));
  return found.map((row, at): JudgedRow => {
    const base = { row: row.written.row, title: titleOfRow(ground, row.written), notes: row.written.notes };
    const there = present.at.get(at) ?? [];
    const [only] = there;
    const remark = (sentence: string): CellRemark => ({ at: undefined, title: '', sentence });
    try {
      if (there.length > 1) return { ...base, what: 'wrong', errors: [...row.errors, remark('台账里有几条都和它相同，请写明编号。')] };
      if (only === undefined && row.written.number !== '') return { ...base, what: 'wrong', errors: [...row.errors, { at: ground.layout.columns.get(C.number), title: '编号', sentence: `没有编号 ${row.written.number}，可能写错了，或不在您的辖区。新的一条请不写编号。` }] };
      return only === undefined ? openRecord(by, ground, row, checked[at], base, around[at] ?? { totals: {}, alongside: [] }) : judgePresent(by, ground, row, present, only, base);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...base, what: 'wrong', errors: [...row.errors, ...remarksOf(ground, row, error, sentences)] };
    }
  });
}

function remarksOf(ground: Ground, row: FoundRow, error: Refusal, sentences: Awaited<ReturnType<typeof loadRefusals>>): CellRemark[] {
  const fields = error.refused.details?.['fields'];
  return Array.isArray(fields) ? fieldRemarks(ground, row, fields as FieldError[]) : [{ at: undefined, title: '', sentence: sentenceOf(sentences, error.refused) }];
}

type Base = Pick<JudgedRow, 'row' | 'title' | 'notes'>;
const wrongRow = (row: JudgedRow, errors: readonly CellRemark[]): JudgedRow => ({ row: row.row, title: row.title, notes: row.notes, what: 'wrong', errors: [...row.errors, ...errors] });

function openRecord(by: Reader, { home, layout, plan }: Ground, row: FoundRow, checked: Checked | undefined, base: Base, around: Around): JudgedRow {
  const { register } = home;
  const { written } = row;
  const state = written.state ?? plan.state;
  const day = parsePlainDate(plan.openedOn);
  const told = written.openedOn ?? (day === undefined && typeof row.values[plan.openedOn] === 'string' ? row.values[plan.openedOn] as PlainDate : undefined);
  const openedOn = told ?? (day !== undefined && (written.since === undefined || day <= written.since) ? day : undefined);
  const life = lifeOfRow(register, { state, since: written.since, openedOn, called: layout.header.titles.find((title) => title.at === layout.columns.get(day === undefined ? plan.openedOn : C.openedOn))?.heading }, by.today);
  const errors = [...row.errors, ...(checked?.errors ?? [])];
  if ('sentence' in life) {
    const at = layout.columns.get(life.wrong === 'since' ? C.since : written.openedOn === undefined ? plan.openedOn : C.openedOn);
    if (!errors.some((one) => one.at !== undefined && one.at === at)) errors.push({ at, title: life.wrong === 'since' ? '状态日期' : '开始日期', sentence: life.sentence });
  }
  const values = checked?.values;
  if (values !== undefined) {
    try { refuseMissing(register, state, values); } catch (error) { errors.push(...fieldRemarks({ home, layout }, row, (error as Refusal).refused.details?.['fields'] as FieldError[])); }
    if (register.states[state]?.person && row.person.person === undefined) errors.push({ at: undefined, title: '', sentence: `“${register.states[state]?.title}”的要写是谁的：姓名和身份证号码。` });
    const judged = judgeRecord(register, { values, ...around, state, today: by.today }, state);
    errors.push(...judged.refused.map(({ sentence }): CellRemark => ({ at: undefined, title: '', sentence })));
  }
  if (errors.length > 0 || values === undefined || 'sentence' in life) return { ...base, what: 'wrong', errors };
  return { ...base, what: 'open', errors: [], open: { divisionId: row.division.id, life: life.life, values }, ...(row.person.person === undefined ? {} : { person: row.person.person }) };
}

function judgePresent(by: Reader, { home, layout, plan }: Ground, row: FoundRow, present: Present, there: PresentRow, base: Base): JudgedRow {
  const { register } = home;
  const stored = present.rows.get(there.seen);
  const standing = present.standing.get(there.seen);
  if (stored === undefined || standing === undefined) return { ...base, what: 'wrong', errors: [...row.errors, { at: undefined, title: '', sentence: '台账里已经有，但是不在您的辖区。' }] };
  const twin = { record: stored.record_id, number: stored.number, name: null };
  if (plan.present === 'refuse') return { ...base, what: 'wrong', twin, errors: [...row.errors, { at: undefined, title: '', sentence: `台账里已经有了：${stored.number}。` }] };
  if (plan.present === 'skip') return { ...base, what: 'skip', twin, errors: [] };
  const answer = checkForm(formOf('record', register.title, register.fields), { ...standing, ...row.values }, { today: by.today, demo: by.city.demo });
  if (!answer.ok) return { ...base, what: 'wrong', twin, errors: [...row.errors, ...fieldRemarks({ home, layout }, row, answer.errors)] };
  if (row.errors.length > 0) return { ...base, what: 'wrong', twin, errors: row.errors };
  const from = parsePlainDate(plan.changeFrom ?? '') ?? by.today;
  const { state, since } = row.written;
  const change = { from, ...(state === undefined || state === stored.state ? {} : { state: { id: state, on: since ?? from } }) };
  const versions = changeOf(register, stored, standing, answer.values, change, { around: present.around.get(stored.record_id) ?? { totals: {}, alongside: [] }, today: by.today, reason: '' });
  const moved = row.placed && row.division.id !== stored.division_id ? [{ at: undefined, title: '', sentence: '区划和台账里的不一样，没有移交；要移交请在那一条里办。' }] : [];
  const notes = [...base.notes, ...moved];
  return versions.length === 0 ? { ...base, notes, what: 'skip', twin, errors: [] } : { ...base, notes, what: 'change', twin, errors: [], change: { record: stored.record_id, seen: stored.id, values: row.values, ...change } };
}

/** The records that rows name by number or by key, as they stand. */
async function readPresent(tx: Tx, by: Reader, { home }: Ground, found: readonly FoundRow[], checked: readonly Checked[], columns: readonly KeyColumn[] | undefined): Promise<Present> {
  const { register } = home;
  const table = tableOf(register);
  const current = `t.${CURRENT.replace(' and ', ' and t.')}`;
  const numbered = new Map(((await tx.rows<{ id: number; number: string }>('select id, number from register_record where register = $1 and number = any ($2) and not taken_back', [register.id, found.flatMap((row) => (row.written.number === '' ? [] : [row.written.number]))]))).map((row) => [row.number, row.id]));
  const byNumber = await findPresent(tx, table, current, [{ name: 'record_id', type: 'bigint' }], found.map((row) => { const id = numbered.get(row.written.number); return id === undefined ? undefined : [id]; }));
  const byKey = columns === undefined ? new Map<number, readonly PresentRow[]>() : await findPresent(tx, table, current, columns, found.map((row, at) => (row.written.number === '' ? keyValues(columns, row, checked[at]?.values ?? row.values) : undefined)));
  const at = new Map([...byNumber, ...byKey]);
  const ids = [...new Set([...at.values()].flatMap((list) => list.map((one) => one.seen)))];
  const rows = ids.length === 0 ? [] : await tx.rows<StoredRow>(`select t.* from ${table} t join register_record r on r.id = t.record_id where t.id = any ($1::bigint[])`, [ids]);
  const codes = await readCodes(tx, register.fields, rows);
  const standing = new Map(rows.map((row) => [row.id, openRow(register.fields, row, codes, by.city.keys)]));
  const around = await readAround(tx, register, rows.map((row) => ({ record: row.record_id, divisionId: row.division_id, personId: row.person_id, values: standing.get(row.id) ?? {} })));
  return { at, rows: new Map(rows.map((row) => [row.id, row])), standing, around: new Map(rows.map((row, nth) => [row.record_id, around[nth] ?? { totals: {}, alongside: [] }])) };
}
