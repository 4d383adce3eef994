import type { RegisterField } from '../../contract/register.ts';
import { columnOf } from '../../registry/check-register.ts';

/** Id numbers, telephones and accounts are kept encrypted whatever the declaration says. */
const SECRET_KINDS = new Set<RegisterField['kind']>(['id-card', 'phone', 'bank-account']);
export const isSecret = (field: RegisterField): boolean => field.sensitive !== undefined || SECRET_KINDS.has(field.kind);

/** The type of a field's column. A confidential field's column holds the masked text; the value itself lies encrypted in `secret`. */
export function columnType(field: RegisterField): string {
  if (isSecret(field)) return 'text';
  switch (field.kind) {
    case 'money': case 'integer': return 'bigint';
    case 'year': return 'int';
    case 'number': return 'numeric';
    case 'date': return 'date';
    case 'choices': return 'text[]';
    case 'yes-no': return 'boolean';
    case 'division': return 'int references division (id)';
    case 'place': return 'point';
    case 'link': return 'bigint references register_record (id)';
    case 'files': return 'bigint[]';
    default: return 'text';
  }
}

/** Kinds a list is filtered and sorted by with an index of their own, without being told. */
const INDEXED = new Set<RegisterField['kind']>(['choice', 'link', 'division']);
export const hasIndex = (field: RegisterField, name: string | undefined): boolean =>
  !isSecret(field) && (field.indexed === true || field.key === name || field.counted === true || INDEXED.has(field.kind) || (field.listed === true && (field.kind === 'date' || field.kind === 'year')))
  && field.kind !== 'place' && field.kind !== 'choices' && field.kind !== 'files' && field.kind !== 'long-text';

/** How a column is compared: texts byte by byte, so that an index answers. */
export const orderOf = (field: RegisterField): string => (columnType(field) === 'text' ? `${columnOf(field.key)} collate "C"` : columnOf(field.key));
