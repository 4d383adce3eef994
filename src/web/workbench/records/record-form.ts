import type { FieldError, Form } from '../../../kernel/contract/form.ts';
import type { RegisterField } from '../../../kernel/contract/register.ts';
import { isBlank, type FormValue, type FormValues } from '../../forms/form-values.ts';
import type { Written } from './api.ts';
import { isSecret } from './field-value.tsx';

/** What a form asks beside the fields of the register: the day it holds from, why, and what belongs to one step. No field's key begins so. */
export const FROM = '$from';
export const REASON = '$reason';
/** Whose it is: his name and the number on his card. */
export const NAME = '$name';
export const NUMBER = '$number';

/** Fields as they are asked for again: a confidential value is never put into a form; left empty it stays as it is. */
export function askedAgain(fields: readonly RegisterField[], row: Written): readonly RegisterField[] {
  return fields.map((field) => {
    if (!isSecret(field) || isBlank(row.values[field.key] as FormValue)) return field;
    const { required: _asked, ...rest } = field;
    return { ...rest, help: `现在是 ${String(row.values[field.key])}。不改就空着。` };
  });
}

/** What stands in a row, as a form holds it. */
export function valuesOf(fields: readonly RegisterField[], row: Written): FormValues {
  return Object.fromEntries(fields.filter((field) => !isSecret(field)).map((field) => [field.key, (row.values[field.key] ?? null) as FormValue]));
}

/** What linked records and divisions that stand in a form are called. */
export const labelsOf = (row: Written): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(row.links).map(([key, link]) => [key, link.title]));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(isBlank(a as FormValue) ? null : a) === JSON.stringify(isBlank(b as FormValue) ? null : b);

/** Only what was changed; what was emptied is null. A confidential field left empty was not changed. Pure. */
export function changedOf(fields: readonly RegisterField[], before: FormValues, now: FormValues): FormValues {
  const changed = fields.filter((field) => !same(before[field.key], now[field.key]) && !(isSecret(field) && isBlank(now[field.key])));
  return Object.fromEntries(changed.map((field) => [field.key, isBlank(now[field.key]) ? null : (now[field.key] ?? null)]));
}

/** What was written of these fields; nothing that is empty. */
export const writtenOf = (fields: readonly RegisterField[], values: FormValues): FormValues =>
  Object.fromEntries(fields.flatMap((field) => (isBlank(values[field.key]) ? [] : [[field.key, values[field.key] ?? null]])));

export const formOf = (id: string, title: string, fields: Form['sections'][number]['fields']): Form => ({ id, title, sections: [{ id: 'all', title, fields }] });

/** The server names a field by where it stands in the command (values.name); the form by its key. */
export const errorsOf = (errors: readonly FieldError[], names: Readonly<Record<string, string>> = { from: FROM, on: FROM, day: FROM, openedOn: FROM, reason: REASON, 'person.name': NAME, 'person.idNumber': NUMBER }): readonly FieldError[] =>
  errors.map((error) => ({ ...error, path: names[error.path] ?? error.path.replace(/^values\./, '') }));
