import type { RegisterField } from '../../../kernel/contract/register.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { isDay } from '../../forms/read-written.ts';
import type { Asked } from '../views/list-address.ts';
import { isSecret } from './field-value.tsx';

/** One filter as the server takes it. */
export interface Filter { readonly field: string; readonly is?: string | number | boolean | readonly string[]; readonly from?: string | number; readonly to?: string | number }

const NONE: readonly RegisterField['kind'][] = ['place', 'files', 'long-text'];
/** Fields a list can be filtered by: not the confidential ones, not points and papers. */
export const filterable = (fields: readonly RegisterField[]): readonly RegisterField[] => fields.filter((field) => !isSecret(field) && !NONE.includes(field.kind));
const SORTED: readonly RegisterField['kind'][] = ['text', 'choice', 'money', 'integer', 'number', 'date', 'month', 'year', 'yes-no', 'person-name'];
export const sortable = (field: RegisterField): boolean => !isSecret(field) && SORTED.includes(field.kind);

/** A field's filter in the address: fLevel for level. Words that might be a person's stay out of it (see `inAddress`). */
export const addressKey = (field: Pick<RegisterField, 'key'>): string => `f${(field.key[0] ?? '').toUpperCase()}${field.key.slice(1)}`;
/** Choices, days and figures are kept in the address; words somebody may be looked for by are not. */
export const inAddress = (field: Pick<RegisterField, 'kind'>): boolean => !['text', 'person-name', 'link'].includes(field.kind);
const isRange = (field: Pick<RegisterField, 'kind'>): boolean => ['date', 'month', 'year', 'money', 'integer', 'number'].includes(field.kind);
export { isRange };

/** `2014-01-01~2014-12-31` and back; an open end is empty. */
export const rangeOf = (text: unknown): readonly [from: string, to: string] => {
  const [from = '', to = ''] = String(text ?? '').split('~');
  return [from, to];
};
export const writeRange = (from: string, to: string): string => (from === '' && to === '' ? '' : `${from}~${to}`);

/** One choice of the filter bar as the server takes it; undefined where it cannot be read (yet). Pure. */
export function readFilter(field: RegisterField, chosen: string | number | boolean): Filter | undefined {
  if (isRange(field)) {
    const [from, to] = rangeOf(chosen).map((one) => readBound(field, one));
    return from === undefined && to === undefined ? undefined : { field: field.key, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }
  if (field.kind === 'yes-no') return { field: field.key, is: chosen === true };
  if (field.kind === 'choice' || field.kind === 'choices') return { field: field.key, is: String(chosen).split(',') };
  return String(chosen).trim() === '' ? undefined : { field: field.key, is: field.kind === 'link' ? Number(chosen) : String(chosen).trim() };
}

/** Figures stand in the address as they are typed, money in 元; the server counts in 分. */
function readBound(field: RegisterField, text: string): string | number | undefined {
  if (text === '') return undefined;
  if (field.kind === 'date') return isDay(text) ? text : undefined;
  if (field.kind === 'month') return /^\d{4}-\d{2}$/.test(text) ? text : undefined;
  const number = Number(text);
  return Number.isFinite(number) ? (field.kind === 'money' ? Math.round(number * 100) : number) : undefined;
}

/** 新增、退出 of a period as they stand in the address: opened=2014-01-01~2014-11-03. */
function daysAsked(key: 'opened' | 'ended', asked: Asked): Partial<Record<'opened' | 'ended', { from: string; to: string }>> {
  const [from, to] = rangeOf(asked[key]);
  return isDay(from) && isDay(to) ? { [key]: { from, to } } : {};
}

/** What the list of a register is asked for: what stands in the address, and the words beside it. Pure. */
export function listBody(face: Pick<RegisterFace, 'id' | 'fields'>, asked: Asked, words: Readonly<Record<string, string>> = {}, text = '') {
  const filters = filterable(face.fields).flatMap((field) => {
    const chosen = inAddress(field) ? asked[addressKey(field)] : words[field.key];
    return chosen === undefined ? [] : (readFilter(field, chosen) ?? []);
  });
  const sort = typeof asked['sort'] === 'string' ? asked['sort'] : undefined;
  return {
    register: face.id,
    ...(text === '' ? {} : { text }),
    ...(typeof asked['division'] === 'number' ? { division: asked['division'] } : {}),
    ...(typeof asked['state'] === 'string' ? { state: asked['state'] } : {}),
    ...(isDay(asked['asOf']) ? { asOf: asked['asOf'] } : {}),
    ...daysAsked('opened', asked), ...daysAsked('ended', asked),
    ...(filters.length === 0 ? {} : { filters }),
    ...(sort === undefined ? {} : { sort: sort.startsWith('-') ? { by: sort.slice(1), down: true } : { by: sort } }),
  };
}

/** Columns of the list: those the register lists, else its first six; never the name twice. */
export function listedFields(face: Pick<RegisterFace, 'fields' | 'name'>): readonly RegisterField[] {
  const rest = face.fields.filter((field) => field.key !== face.name);
  const listed = rest.filter((field) => field.listed === true);
  return listed.length > 0 ? listed : rest.filter((field) => !['place', 'files', 'long-text'].includes(field.kind)).slice(0, 6);
}
