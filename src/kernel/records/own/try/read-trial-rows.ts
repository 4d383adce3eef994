import type { Register, RegisterField, Values } from '../../../contract/register.ts';
import { normaliseDigits } from '../../../values/chinese-text.ts';
import { parseWrittenDate } from '../../../values/plain-date.ts';
import { firstState } from '../../rules/judge-record.ts';

/** A row a design is tried on: what its cells say, before they are held against the fields. */
export interface TrialRow { readonly no: number; readonly state: string; readonly openedOn: string | null; readonly endedOn: string | null; readonly typed: Values; readonly wrong: readonly string[] }
export interface TrialSheet { readonly rows: readonly TrialRow[]; /** Headings no field goes by. */ readonly unknown: readonly string[]; /** Fields without a column. */ readonly missing: readonly string[] }

const OPENED = new Set(['登记日期', '开始日期', '起始日期']);
const STATE = new Set(['状态']);

/** Rows pasted from a sheet: the first line are headings, a column goes to the field of that title or another heading of it. Pure. */
export function readTrialRows(register: Register, pasted: string): TrialSheet {
  const [head = '', ...lines] = pasted.replaceAll('\r', '').split('\n').filter((line) => line.trim() !== '');
  const headings = head.split('\t').map(bare);
  const fields = register.fields.filter((field) => !field.hidden);
  const of = headings.map((heading) => fields.find((field) => bare(field.title) === heading || (field.columns ?? []).some((one) => bare(one) === heading)));
  const at = (names: ReadonlySet<string>): number => headings.findIndex((heading, n) => of[n] === undefined && names.has(heading));
  const [state, opened] = [at(STATE), at(OPENED)];
  return {
    rows: lines.map((line, n) => readLine(register, line.split('\t'), { of, state, opened }, n + 1)),
    unknown: headings.filter((heading, n) => heading !== '' && of[n] === undefined && n !== state && n !== opened && heading !== '序号'),
    missing: fields.filter((field) => !of.includes(field)).map((field) => field.title),
  };
}

const bare = (heading: string): string => heading.normalize('NFKC').replaceAll(/\s/g, '').replace(/[（(].*[)）]$/, '');

interface Columns { readonly of: readonly (RegisterField | undefined)[]; readonly state: number; readonly opened: number }

function readLine(register: Register, cells: readonly string[], { of, state, opened }: Columns, no: number): TrialRow {
  const typed: Record<string, unknown> = {};
  of.forEach((field, n) => { const cell = (cells[n] ?? '').trim(); if (field !== undefined && cell !== '') typed[field.key] = readCell(field, cell); });
  const written = (cells[state] ?? '').trim();
  const found = Object.keys(register.states).find((id) => register.states[id]?.title === written);
  const day = (cells[opened] ?? '').trim();
  const openedOn = day === '' ? null : parseWrittenDate(day) ?? null;
  const wrong = [...(written !== '' && found === undefined ? [`没有状态“${written}”。`] : []), ...(day !== '' && openedOn === null ? [`“${day}”不是日期。`] : [])];
  return { no, state: found ?? firstState(register), openedOn, endedOn: null, typed, wrong };
}

const YES = new Set(['是', '有', '√', 'Y', 'y', '1', '对']);
const NO = new Set(['否', '无', '没有', '×', 'N', 'n', '0', '不']);

/** A cell as its field would be typed: choices by their titles, days as people write them. What cannot be read is left for the field's own check to refuse. */
function readCell(field: RegisterField, cell: string): unknown {
  const valueOf = (title: string): string => field.options?.find((option) => option.title === title || option.value === title)?.value ?? title;
  switch (field.kind) {
    case 'choice': return valueOf(cell);
    case 'choices': return cell.split(/[、，,;；/]/).map((one) => one.trim()).filter((one) => one !== '').map(valueOf);
    case 'yes-no': return YES.has(cell) ? true : NO.has(cell) ? false : cell;
    case 'date': return parseWrittenDate(cell) ?? cell;
    case 'money': case 'integer': case 'number': case 'year': return normaliseDigits(cell).replaceAll(/[,，]|元$|年$/g, '');
    default: return cell;
  }
}
