import { formatYuan, type Fen } from '../../../values/money.ts';
import { checkForm } from '../../../contract/check-form.ts';
import type { Register, RegisterField, Values } from '../../../contract/register.ts';
import type { PlainDate } from '../../../values/plain-date.ts';
import type { Linked } from '../../face.ts';
import { wordsOf } from '../../read/words-of.ts';
import { formOf } from '../../register-form.ts';
import { deriveValue } from '../../rules/derive-value.ts';
import { judgeRecord } from '../../rules/judge-record.ts';
import { isSecret } from '../../table/column-types.ts';
import { maskValue } from '../../write/read-values.ts';
import { countTrial } from './count-trial.ts';

export interface TrialRemark { readonly no: number; readonly title: string; readonly sentence: string; readonly then: 'refuse' | 'warn' }
export interface TrialResult {
  readonly rows: number; readonly good: number; readonly remarks: readonly TrialRemark[]; readonly moreRemarks: number;
  /** The first rows as the list would show them. */
  readonly list: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly byState: readonly { readonly title: string; readonly count: number }[];
  readonly counts: readonly { readonly title: string; readonly unit: string; readonly value: string | null }[];
  readonly unknown: readonly string[]; readonly missing: readonly string[];
}

/** A row held against a design: what is written in it, what breaks which rule. */
export interface TriedRow {
  readonly no: number; readonly title: string; readonly state: string; readonly openedOn: string | null; readonly endedOn: string | null;
  readonly values: Values; readonly totals: Readonly<Record<string, number | string | null>>; readonly labels: Readonly<Record<string, Linked>>;
  readonly refused: readonly string[]; readonly warned: readonly string[];
}

/** A record the register has, as it stands. */
export interface PresentRow { readonly no: number; readonly state: string; readonly openedOn: string | null; readonly endedOn: string | null; readonly values: Values; readonly totals: TriedRow['totals']; readonly labels: TriedRow['labels'] }

const MOST_REMARKS = 200;
const LISTED = 20;
/** What a record that stands need not prove again: it was chosen when it was written. */
const NOT_TRIED = new Set<RegisterField['kind']>(['link', 'division', 'files']);

/** Holds records that stand against a design: which would break which rule. Pure. */
export function judgePresent(register: Register, rows: readonly PresentRow[], options: { readonly today: PlainDate; readonly demo: boolean }): TriedRow[] {
  const tried = register.fields.filter((field) => !field.hidden && !NOT_TRIED.has(field.kind));
  const form = formOf('trial', register.title, tried);
  return rows.map((row) => {
    const checked = checkForm(form, pick(row.values, tried), options);
    const values: Values = checked.ok ? { ...row.values, ...checked.values } : row.values;
    const needs = (register.states[row.state]?.needs ?? []).filter((key) => values[key] === undefined && tried.some((field) => field.key === key && !field.required)).map((key) => `“${register.states[row.state]?.title ?? ''}”要写“${titleOf(register, key)}”。`);
    const { refused, warned } = checked.ok ? judgeRecord(register, { values, totals: row.totals, alongside: [], state: row.state, today: options.today }, row.state) : { refused: [], warned: [] };
    const broken = [...(checked.ok ? [] : checked.errors.map((error) => error.sentence)), ...needs, ...refused.map((one) => one.sentence)];
    return { ...row, values, title: shown(nameField(register), values), refused: broken, warned: warned.map((one) => one.sentence) };
  });
}

/** What list, remarks and counts would show of rows that were tried. Pure. */
export function showTrial(register: Register, rows: readonly TriedRow[], today: PlainDate): Omit<TrialResult, 'unknown' | 'missing'> {
  const remarks = rows.flatMap(({ no, title, refused, warned }): TrialRemark[] => [...refused.map((sentence) => ({ no, title, sentence, then: 'refuse' as const })), ...warned.map((sentence) => ({ no, title, sentence, then: 'warn' as const }))]);
  const columns = listedFields(register);
  const derived = register.derived ?? [];
  const good = rows.filter((row) => row.refused.length === 0);
  return {
    rows: rows.length, good: good.length, remarks: remarks.slice(0, MOST_REMARKS), moreRemarks: Math.max(0, remarks.length - MOST_REMARKS),
    list: {
      columns: [...columns.map((field) => field.title), '状态', ...derived.map((one) => one.title)],
      rows: rows.slice(0, LISTED).map((row) => [...columns.map((field) => shown(field, row.values, row.labels)), register.states[row.state]?.title ?? '', ...derived.map((one) => String(deriveValue(one, { ...row, alongside: [], today }) ?? ''))]),
    },
    byState: Object.entries(register.states).map(([id, state]) => ({ title: state.title, count: good.filter((row) => row.state === id).length })),
    counts: (register.counts ?? []).map((count) => ({ title: count.title, unit: count.unit, value: countWords(register, count, countTrial(register, count, good)) })),
  };
}

const pick = (values: Values, fields: readonly RegisterField[]): Values => Object.fromEntries(Object.entries(values).filter(([key]) => fields.some((field) => field.key === key)));
const titleOf = (register: Register, key: string): string => register.fields.find((field) => field.key === key)?.title ?? key;
const nameField = (register: Register): RegisterField | undefined => register.fields.find((field) => field.key === register.name);

/** Columns of the list: those marked, else the first six. */
export function listedFields(register: Pick<Register, 'fields'>): RegisterField[] {
  const open = register.fields.filter((field) => !field.hidden);
  const marked = open.filter((field) => field.listed);
  return marked.length > 0 ? marked : open.slice(0, 6);
}

function shown(field: RegisterField | undefined, values: Values, labels: Readonly<Record<string, Linked>> = {}): string {
  if (field === undefined) return '';
  if (values[field.key] === undefined) return labels[field.key]?.title ?? '';
  return isSecret(field) ? maskValue(field, values[field.key]) : wordsOf(field, values[field.key], labels[field.key]);
}

function countWords(register: Register, count: NonNullable<Register['counts']>[number], value: number | null): string | null {
  if (value === null) return null;
  const money = register.fields.find((field) => field.key === count.of.sum)?.kind === 'money';
  return `${money && count.over === undefined ? formatYuan(value as Fen) : value}${count.percent ? '%' : ''}`;
}
