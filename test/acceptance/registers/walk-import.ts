import { expect } from 'vitest';
import type { ImportTrial, SheetRead } from '../../../src/kernel/contract/register-import.ts';
import type { RegisterField, Values } from '../../../src/kernel/contract/register.ts';
import type { RegisterHome } from '../../../src/kernel/records/register-home.ts';
import { isSecret } from '../../../src/kernel/records/table/column-types.ts';
import { needsPerson } from '../../../src/kernel/records/write/read-holder.ts';
import { formatYuan, type Fen } from '../../../src/kernel/values/money.ts';
import type { RegisterOffice } from './register-office.ts';

export interface Taken { readonly number: string; readonly state: string; readonly from: string; readonly values: Values; readonly town: string }
type Column = readonly [title: string, cell: (values: Values) => string];

/**
 * Taken in from a sheet, as a keeper pastes it: one row changes what stands by its number, one is new, one is wrong in a cell. The trial tells row and column and
 * writes nothing; then the good ones are written. `words`: a field anybody may write freely.
 */
export async function takesIn(office: RegisterOffice, { register }: RegisterHome, record: number, taken: Taken, words: RegisterField, fresh: Values): Promise<void> {
  const links = await office.bureau.peek<{ id: number; number: string }>('select id, number from city.register_record');
  const numberOf = new Map(links.map((row) => [Number(row.id), row.number]));
  const fields = register.fields.filter((field) => field.kind !== 'files');
  const wrong = fields.flatMap((field) => { const written = wrongCell(field); return written === undefined ? [] : [{ field, written }]; })[0];
  const person = register.holder?.kind === 'person' && (needsPerson(register) || taken.values['$person'] !== undefined) ? [office.ground.person(9500 + register.id.length * 31), office.ground.person(9700 + register.id.length * 31)] as const : undefined;
  const columns: readonly Column[] = fields.map((field) => [field.title, (values) => cellWords(field, values[field.key], numberOf)]);
  const stateTitle = register.states[taken.state]?.title ?? '';
  const rowOf = (number: string, values: Values, who: number): string[] => [number, number === '' ? taken.town : '', number === '' ? stateTitle : '', number === '' ? taken.from : '', ...(person ? (number === '' ? [person[who]?.name ?? '', person[who]?.idNumber ?? ''] : ['', '']) : []), ...columns.map(([, cell]) => cell(values))];
  const head = ['编号', '区划', '状态', '开始日期', ...(person ? [`${(register.holder as { title: string }).title}姓名`, `${(register.holder as { title: string }).title}身份证号码`] : []), ...columns.map(([title]) => title)];
  const spoiled = rowOf('', { ...taken.values, ...fresh }, 1);
  if (wrong) spoiled[head.length - columns.length + fields.indexOf(wrong.field)] = wrong.written;
  // a register whose key is all links knows the new row for one that is there: then only the other two are sent
  const free = register.key === undefined || register.key.some((key) => (key in fresh && fresh[key] !== taken.values[key]) || (key === 'person' && person !== undefined));
  const lines = [head, rowOf(taken.number, { ...taken.values, [words.key]: '从表里改的' }, 0), ...(free ? [rowOf('', { ...taken.values, ...fresh }, 0)] : []), ...(wrong ? [spoiled] : [])];
  const last = lines.length;
  const source = { pasted: lines.map((line) => line.join('\t')).join('\n') };
  const read = await office.see('records.read-sheet', { register: register.id, source }) as unknown as SheetRead;
  const meanings = ['$number', '$division', '$state', '$openedOn', ...(person ? ['$person.name', '$person.idNumber'] : []), ...fields.map((field) => field.key)];
  const plan = { columns: Object.fromEntries(meanings.map((meaning, at) => [at, meaning])), division: office.keeper.post?.divisionId, openedOn: taken.from, state: taken.state, present: 'change', changeFrom: '2014-11-03' };
  expect(read.columns.map((column) => column.heading)).toEqual(head);
  const trial = await office.see('records.try-import', { register: register.id, source, plan }) as unknown as ImportTrial;
  if (wrong) expect(trial.errors.some((one) => one.row === last && one.column === wrong.field.title), JSON.stringify(trial.errors)).toBe(true);
  expect(trial.errors.filter((one) => !wrong || one.row !== last), JSON.stringify(trial.errors)).toEqual([]);
  expect(trial.rows).toBe(lines.length - 1);
  expect(trial.change, JSON.stringify(trial)).toBeGreaterThan(0);
  const { import: id } = await office.done('records.import', { register: register.id, source, plan, expect: trial.good });
  await office.bureau.work();
  const [state] = (await office.see('records.imports', { register: register.id, import: id as number })) as unknown as { state: string; opened: number; changed: number; refused: number }[];
  expect(state).toMatchObject({ state: 'done', opened: trial.open, changed: trial.change, refused: 0 });
  const page = await office.see('records.get', { register: register.id, record });
  expect(page['values'][words.key] === '从表里改的' || isSecret(words)).toBe(true);
  // and taken out again: what was there before stands as it was
  await office.bureau.done(await office.keeperOf(register.id), 'records.undo-import', { import: id as number });
  await office.bureau.work();
  expect((await office.see('records.imports', { register: register.id, import: id as number }) as unknown as { state: string; undone: number }[])[0]).toMatchObject({ state: 'undone', undone: trial.good });
}

/** What cannot be read as the kind of its field. */
function wrongCell(field: RegisterField): string | undefined {
  switch (field.kind) {
    case 'integer': case 'number': case 'money': return '若干';
    case 'date': return '某一天';
    case 'choice': return '没有这一项的';
    default: return undefined;
  }
}

/** A value as somebody would write it in a sheet. */
function cellWords(field: RegisterField, value: unknown, numberOf: ReadonlyMap<number, string>): string {
  if (value === undefined || value === null) return '';
  const titleOf = (one: unknown): string => field.options?.find((option) => option.value === one)?.title ?? String(one);
  switch (field.kind) {
    case 'choice': return titleOf(value);
    case 'choices': return (value as readonly unknown[]).map(titleOf).join('、');
    case 'yes-no': return value === true ? '是' : '否';
    case 'money': return formatYuan(value as Fen);
    case 'link': return numberOf.get(Number(value)) ?? '';
    default: return String(value).replaceAll(/[\t\n]/g, ' ');
  }
}
