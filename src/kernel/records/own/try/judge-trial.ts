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
import type { TrialRow } from './read-trial-rows.ts';

export interface TrialRemark { readonly no: number; readonly title: string; readonly sentence: string; readonly then: 'refuse' | 'warn' }
export interface TrialResult {
  readonly rows: number; readonly good: number; readonly remarks: readonly TrialRemark[]; readonly moreRemarks: number;
  /** The first rows as the list would show them. */
  readonly list: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly byState: readonly { readonly title: string; readonly count: number }[];
  readonly counts: readonly { readonly title: string; readonly unit: string; readonly value: string | null }[];
  readonly unknown: readonly string[]; readonly missing: readonly string[];
}

const MOST_REMARKS = 200;
const LISTED = 20;
/** What a trial cannot look up: it is chosen when the row is written. */
const NOT_TRIED = new Set<RegisterField['kind']>(['link', 'division', 'files']);

/** Holds rows against a design: which break which rule, what list and counts would show. `kept`: values are as kept, not as typed. Pure. */
export function judgeTrial(register: Register, rows: readonly (TrialRow & { readonly labels?: Readonly<Record<string, Linked>> })[], options: { readonly today: PlainDate; readonly demo: boolean; readonly totals?: ReadonlyMap<number, Readonly<Record<string, number | string | null>>> }): Omit<TrialResult, 'unknown' | 'missing'> {
  const tried = register.fields.filter((field) => !field.hidden && !NOT_TRIED.has(field.kind));
  const form = formOf('trial', register.title, tried);
  const judged = rows.map((row) => {
    const checked = checkForm(form, pick(row.typed, tried), options);
    const values: Values = checked.ok ? checked.values : row.typed;
    const seen = { values, totals: options.totals?.get(row.no) ?? {}, alongside: [], state: row.state, today: options.today };
    const fields = checked.ok ? [] : checked.errors.map((error) => error.sentence);
    const needs = (register.states[row.state]?.needs ?? []).filter((key) => values[key] === undefined && tried.some((field) => field.key === key && !field.required)).map((key) => `“${register.states[row.state]?.title ?? ''}”要写“${titleOf(register, key)}”。`);
    const { refused, warned } = checked.ok ? judgeRecord(register, seen, row.state) : { refused: [], warned: [] };
    return { row, values, derived: (register.derived ?? []).map((one) => deriveValue(one, seen)), refused: [...row.wrong, ...fields, ...needs, ...refused.map((one) => one.sentence)], warned: warned.map((one) => one.sentence) };
  });
  const remarks = judged.flatMap(({ row, values, refused, warned }): TrialRemark[] => {
    const about = { no: row.no, title: shown(register, nameField(register), values) };
    return [...refused.map((sentence) => ({ ...about, sentence, then: 'refuse' as const })), ...warned.map((sentence) => ({ ...about, sentence, then: 'warn' as const }))];
  });
  const columns = listedFields(register);
  const good = judged.filter((one) => one.refused.length === 0);
  const counted = good.map(({ row, values }) => ({ state: row.state, values, openedOn: row.openedOn, endedOn: row.endedOn }));
  return {
    rows: rows.length, good: good.length, remarks: remarks.slice(0, MOST_REMARKS), moreRemarks: Math.max(0, remarks.length - MOST_REMARKS),
    list: { columns: [...columns.map((field) => field.title), '状态', ...(register.derived ?? []).map((one) => one.title)], rows: judged.slice(0, LISTED).map(({ row, values, derived }) => [...columns.map((field) => shown(register, field, values, row.labels)), register.states[row.state]?.title ?? '', ...derived.map((one) => String(one ?? ''))]) },
    byState: Object.entries(register.states).map(([id, state]) => ({ title: state.title, count: good.filter((one) => one.row.state === id).length })),
    counts: (register.counts ?? []).map((count) => ({ title: count.title, unit: count.unit, value: countWords(register, count, countTrial(register, count, counted)) })),
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

function shown(_register: Register, field: RegisterField | undefined, values: Values, labels: Readonly<Record<string, Linked>> = {}): string {
  if (field === undefined || values[field.key] === undefined) return '';
  return isSecret(field) ? maskValue(field, values[field.key]) : wordsOf(field, values[field.key], labels[field.key]);
}

function countWords(register: Register, count: NonNullable<Register['counts']>[number], value: number | null): string | null {
  if (value === null) return null;
  const money = register.fields.find((field) => field.key === count.of.sum)?.kind === 'money';
  return `${money && count.over === undefined ? formatYuan(value as Fen) : value}${count.percent ? '%' : ''}`;
}
