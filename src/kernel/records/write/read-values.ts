import { checkForm, maskForm } from '../../contract/check-form.ts';
import type { FieldError } from '../../contract/form.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { RegisterField, Values } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { formOf } from '../register-form.ts';

/**
 * What was typed, checked by the fields' own declaration, with what it points to: divisions by code, records and files the writer may see.
 * Refuses `input.invalid` naming each field.
 */
export async function readValues(tx: Tx, by: Pick<CommandContext, 'today' | 'city'>, fields: readonly RegisterField[], typed: unknown): Promise<Values> {
  const checked = checkForm(formOf('record', '台账', fields), typed, { today: by.today, demo: by.city.demo });
  if (!checked.ok) throw new Refusal('input.invalid', { fields: checked.errors });
  const errors = await findDangling(tx, fields, [checked.values]);
  if (errors.length > 0) throw new Refusal('input.invalid', { fields: errors.map(({ error }) => error) });
  return checked.values;
}

export interface Dangling { readonly at: number; readonly error: FieldError }

/** Links, divisions and files of many rows that lead nowhere the writer can see, each with its row. One question a kind. */
export async function findDangling(tx: Tx, fields: readonly RegisterField[], rows: readonly Values[]): Promise<Dangling[]> {
  const problems: Dangling[] = [];
  for (const field of fields) {
    const values = rows.map((row) => row[field.key]);
    if (values.every((value) => value === undefined)) continue;
    const known = await findKnown(tx, field, values);
    if (known === undefined) continue;
    values.forEach((value, at) => {
      const parts = value === undefined ? [] : Array.isArray(value) ? value : [value];
      if (parts.some((part) => !known.has(String(part)))) problems.push({ at, error: { path: field.key, code: 'field.choice', sentence: WORDS[field.kind]?.(field.title) ?? `“${field.title}”没有找到。` } });
    });
  }
  return problems;
}

const WORDS: Readonly<Partial<Record<RegisterField['kind'], (title: string) => string>>> = {
  link: (title) => `“${title}”请从查到的里面选；没有的先去那个台账登记。`,
  division: (title) => `“${title}”请从行政区划里选。`,
  files: (title) => `“${title}”没有传上，请再选一次文件。`,
};

async function findKnown(tx: Tx, field: RegisterField, values: readonly unknown[]): Promise<Set<string> | undefined> {
  const asked = [...new Set(values.flatMap((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value])))];
  if (field.kind === 'link') return new Set((await tx.rows<{ id: number }>('select t.id from record_titles($1) t where t.register = $2', [asked, field.to])).map((row) => String(row.id)));
  if (field.kind === 'files') return new Set((await tx.rows<{ id: number }>('select id from stored_file where id = any ($1::bigint[])', [asked.map(Number).filter(Number.isSafeInteger)])).map((row) => String(row.id)));
  if (field.kind === 'division') return new Set((await tx.rows<{ code: string }>('select code from division where code = any ($1)', [asked])).map((row) => row.code));
  return undefined;
}

/** Confidential values as their column shows them. */
export function maskValue(field: RegisterField, value: unknown): string {
  const masked = maskForm(formOf('record', '台账', [field]), { [field.key]: value })[field.key];
  return masked === value || masked === undefined ? '＊＊＊' : String(masked);
}
