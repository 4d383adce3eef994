import type { FormValues } from '../contract/check-form.ts';
import { isAsked, type Form, type FormField } from '../contract/form.ts';
import type { PaperPiece } from '../contract/paper.ts';
import { formatYuan, type Fen } from '../values/money.ts';

/** An answer in words, as it is written on a form; undefined where nothing was answered. */
export function answerText(field: FormField, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  switch (field.kind) {
    case 'yes-no': return value === true ? '是' : '否';
    case 'choice': return field.options?.find((option) => option.value === value)?.title ?? String(value);
    case 'money': return `${formatYuan(Number(value) as Fen)} 元`;
    case 'files': return `${(value as unknown[]).length} 份`;
    case 'list': return `${(value as unknown[]).length} 项`;
    default: return `${String(value)}${field.unit === undefined ? '' : ` ${field.unit}`}`;
  }
}

const shown = (fields: readonly FormField[], values: FormValues): FormField[] => fields.filter((field) => isAsked(field, values));

/** A filled form as pieces of a paper: its answers, and a table for each list. `place` is the name of the division it was asked in. */
export function formPieces(form: Form, values: FormValues, place: string): PaperPiece[] {
  return form.sections.flatMap((section): PaperPiece[] => {
    const fields = shown(section.fields, values);
    const plain = fields.filter((field) => field.kind !== 'list').flatMap((field) => {
      const value = field.kind === 'division' && values[field.key] !== undefined ? place : answerText(field, values[field.key]);
      return value === undefined ? [] : [{ label: field.title, value, wide: field.kind === 'long-text' || value.length > 24 }];
    });
    const tables = fields.filter((field) => field.kind === 'list' && Array.isArray(values[field.key]) && (values[field.key] as unknown[]).length > 0).map((field) => tableOf(field, values[field.key] as FormValues[]));
    return [...(plain.length === 0 ? [] : [{ is: 'fields' as const, fields: plain }]), ...tables];
  });
}

/** Columns of a list: those anybody answered; at most eight fit a sheet, the rest goes into the last. */
function tableOf(field: FormField, rows: readonly FormValues[]): PaperPiece {
  const answered = (field.item ?? []).filter((one) => rows.some((row) => answerText(one, row[one.key]) !== undefined));
  const [columns, rest] = answered.length <= 8 ? [answered, []] : [answered.slice(0, 7), answered.slice(7)];
  const restOf = (row: FormValues): string => rest.flatMap((one) => { const text = answerText(one, row[one.key]); return text === undefined ? [] : [`${one.title}：${text}`]; }).join('；');
  return {
    is: 'table', caption: field.title, head: [...columns.map((one) => one.title), ...(rest.length === 0 ? [] : ['其他'])],
    rows: rows.map((row) => [...columns.map((one) => answerText(one, row[one.key]) ?? ''), ...(rest.length === 0 ? [] : [restOf(row)])]),
  };
}

/** The same form not yet filled, to be taken along: every question with room for the answer. */
export function blankPieces(form: Form): PaperPiece[] {
  return form.sections.flatMap((section): PaperPiece[] => [
    { is: 'fields', fields: section.fields.filter((field) => field.kind !== 'list' && field.kind !== 'files').map((field) => ({ label: field.title, value: '', wide: field.kind === 'long-text' })) },
    ...section.fields.filter((field) => field.kind === 'list').map((field): PaperPiece => ({ is: 'table', caption: field.title, head: (field.item ?? []).map((one) => one.title), rows: Array.from({ length: Math.max(3, field.min ?? 3) }, () => (field.item ?? []).map(() => '')) })),
  ]);
}
