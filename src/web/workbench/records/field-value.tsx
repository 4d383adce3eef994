import type { ReactNode } from 'react';
import type { RegisterField } from '../../../kernel/contract/register.ts';
import { fen, formatYuan } from '../../../kernel/values/money.ts';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import type { Written } from './api.ts';

/** Id numbers, telephones and accounts are confidential whatever the declaration says; the rest where it says so. */
export const isSecret = (field: RegisterField): boolean => field.sensitive !== undefined || ['id-card', 'phone', 'bank-account'].includes(field.kind);
/** Figures stand right, their unit in the heading. */
export const isFigure = (field: Pick<RegisterField, 'kind'>): boolean => ['money', 'integer', 'number'].includes(field.kind);
/** Days, years, names: never broken over two lines. */
export const isShort = (field: Pick<RegisterField, 'kind'>): boolean => ['date', 'month', 'year', 'yes-no', 'person-name', 'phone', 'id-card'].includes(field.kind);
export const headingOf = (field: Pick<RegisterField, 'kind' | 'title' | 'unit'>): string => (field.kind === 'money' ? `${field.title}（元）` : isFigure(field) && field.unit !== undefined ? `${field.title}（${field.unit}）` : field.title);

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
/** 12345.50 → 12,345.50: commas in what is counted, the decimals as they are kept. */
export const numberWords = (value: unknown): string => String(value).replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => (sign === '' ? '' : '\u2212') + whole.replace(/\B(?=(\d{3})+$)/g, ','));

/** What stands in a field, as text: for headings, sentences and lists of what changed. Nothing written is an empty text. */
export function fieldWords(field: RegisterField, { values, links }: Written): string {
  const value = values[field.key];
  if (isNothing(value)) return '';
  switch (field.kind) {
    case 'money': return typeof value === 'number' ? `${formatYuan(fen(value))} 元` : String(value);
    case 'integer': case 'number': return numberWords(value);
    case 'yes-no': return value === true ? '是' : '否';
    case 'choice': return titleOf(field, value);
    case 'choices': return Array.isArray(value) ? value.map((one) => titleOf(field, one)).join('、') : String(value);
    case 'link': case 'division': return links[field.key]?.title ?? String(value);
    case 'files': return Array.isArray(value) ? `${value.length} 份` : '';
    default: return String(value);
  }
}

const titleOf = (field: RegisterField, value: unknown): string => field.options?.find((option) => option.value === value)?.title ?? String(value);

/** The cell of a list: short, nothing where nothing is written. */
export function FieldCell({ field, row }: { field: RegisterField; row: Written }): ReactNode {
  const value = row.values[field.key];
  if (isNothing(value)) return null;
  if (field.kind === 'money' && typeof value === 'number') return <Money fen={value} />;
  const link = row.links[field.key];
  if (field.kind === 'link' && link !== undefined && link.href !== null) return <A className="plain" href={link.href}>{link.title}</A>;
  return fieldWords(field, row);
}

/** The value on the sheet of a record: in the pen's ink, with its unit; what is not written says so. */
export function FieldValue({ field, row }: { field: RegisterField; row: Written }): ReactNode {
  const value = row.values[field.key];
  if (isNothing(value)) return <span className="quiet">未录入</span>;
  if (field.kind === 'files' && Array.isArray(value)) return <>{value.map((file, at) => <a key={String(file)} href={`/api/files/${String(file)}`}>{at === 0 ? '' : '　'}附件 {at + 1}</a>)}</>;
  if (field.kind === 'money' && typeof value === 'number') return <Money fen={value} unit />;
  if (isFigure(field)) return <span className="nowrap">{numberWords(value)}{field.unit === undefined ? '' : ` ${field.unit}`}</span>;
  return <FieldCell field={field} row={row} />;
}
