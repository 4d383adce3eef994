import type { Register, RegisterField } from '../../contract/register.ts';
import { wordsOf } from './words-of.ts';
import type { CellKind, CellValue, SheetColumn } from '../../documents/workbook/stream-workbook.ts';
import { columnOf } from '../../registry/check-register.ts';
import { isSecret } from '../table/column-types.ts';

/** What a row's cells are written from: names of divisions, and of what it links to. */
export interface CellNames { readonly division: (id: number) => string; readonly record: (id: number) => string; readonly person: (id: number) => string }
export type RowCell = (row: Readonly<Record<string, unknown>>, names: CellNames) => CellValue;
export interface ExportCell extends SheetColumn { readonly cell: RowCell }

const KIND: Readonly<Partial<Record<RegisterField['kind'], CellKind>>> = { money: 'money', integer: 'number', year: 'number', number: 'number', date: 'day' };

/** Fields as columns of a file, each with how its cell is written; confidential ones masked, as their columns hold them. Made once for a whole list. Pure. */
export function exportCells(fields: readonly RegisterField[]): ExportCell[] {
  return fields.map((field): ExportCell => {
    const column = columnOf(field.key);
    const kind = isSecret(field) ? 'text' : KIND[field.kind] ?? 'text';
    const title = field.unit === undefined || field.kind === 'money' ? `${field.title}${field.kind === 'money' ? '（元）' : ''}` : `${field.title}（${field.unit}）`;
    return { title, kind, width: kind === 'text' ? 18 : 12, cell: cellOf(field, column) };
  });
}

function cellOf(field: RegisterField, column: string): RowCell {
  if (isSecret(field)) return (row) => (row[column] as string | null) ?? null;
  switch (field.kind) {
    case 'link': return (row, names) => (typeof row[column] === 'number' ? names.record(row[column]) : null);
    case 'division': return (row, names) => (typeof row[column] === 'number' ? names.division(row[column]) : null);
    case 'money': case 'integer': case 'year': return (row) => (row[column] as number | null) ?? null;
    case 'number': return (row) => (row[column] === null || row[column] === undefined ? null : Number(row[column]));
    case 'place': return (row) => { const point = row[column] as { x: number; y: number } | null | undefined; return point ? `${point.x},${point.y}` : null; };
    case 'choice': { const titles = new Map((field.options ?? []).map((option) => [option.value, option.title])); return (row) => { const value = row[column] as string | null; return value === null ? null : titles.get(value) ?? value; }; }
    case 'choices': case 'yes-no': case 'files': return (row) => (row[column] === null || row[column] === undefined ? null : wordsOf(field, row[column]));
    default: return (row) => (row[column] as string | null) ?? null;
  }
}

/** Columns every record has, around its fields; totals and derived values are filled beside the row under `totals` and `derived`. Fields that are no longer asked for stay out. */
export function recordCells(register: Register): ExportCell[] {
  const states = new Map(Object.entries(register.states).map(([id, state]) => [id, state.title]));
  const text = (title: string, width: number, cell: RowCell): ExportCell => ({ title, width, cell });
  const dayCell = (title: string, column: string): ExportCell => ({ title, kind: 'day', width: 12, cell: (row) => (row[column] as string | null) ?? null });
  return [
    text('编号', 22, (row) => row['number'] as string),
    ...(register.holder?.kind === 'person' ? [text(register.holder.title, 12, (row, names) => (typeof row['person_id'] === 'number' ? names.person(row['person_id']) : null))] : []),
    ...exportCells(register.fields.filter((field) => field.kind !== 'files' && !field.hidden)),
    text('区划', 22, (row, names) => names.division(row['division_id'] as number)),
    text('状态', 10, (row) => states.get(row['state'] as string) ?? null),
    dayCell('状态日期', 'state_since'), dayCell('开始日期', 'opened_on'), dayCell('结束日期', 'ended_on'),
    ...(register.subRecords ?? []).flatMap((sub) => (sub.totals ?? []).map((total): ExportCell => {
      const field = sub.fields.find((one) => one.key === total.of);
      const kind: CellKind = field?.kind === 'money' && total.as === 'sum' ? 'money' : total.as === 'last' ? 'text' : 'number';
      return { title: `${sub.title}：${total.title}${kind === 'money' ? '（元）' : total.unit === undefined ? '' : `（${total.unit}）`}`, kind, width: 12, cell: (row) => { const value = (row['totals'] as Record<string, number | string | null> | undefined)?.[total.key]; return value === undefined || value === null ? null : kind === 'text' ? String(value) : value; } };
    })),
    ...(register.derived ?? []).map(({ key, title, kind, unit }): ExportCell => ({
      title: unit === undefined ? `${title}${kind === 'money' ? '（元）' : ''}` : `${title}（${unit}）`, kind: DERIVED_KIND[kind], width: 12,
      cell: (row) => (row['derived'] as Record<string, number | string> | undefined)?.[key] ?? null,
    })),
  ];
}

const DERIVED_KIND = { integer: 'number', number: 'number', money: 'money', date: 'day', text: 'text' } as const;
