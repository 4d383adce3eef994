import type { Form, FormField } from '../../../kernel/contract/form.ts';

/** What the window typed about the person; whole numbers, opened only for the form they go into. */
export interface Told {
  readonly name: string;
  readonly idCard?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  /** Code of the village or community the person lives in. */
  readonly division: string;
  readonly trouble: string;
  readonly materials: string;
}

/** The receiving matter's own form with everything already known in its place: nothing told at the window is typed again. Pure. */
export function prefill(form: Form, told: Told): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of form.sections.flatMap((section) => section.fields)) {
    const value = valueFor(field, told);
    if (value !== undefined) values[field.key] = value;
  }
  return values;
}

function valueFor(field: FormField, told: Told): unknown {
  if (field.kind === 'division') return told.division;
  if (field.kind === 'phone') return told.phone;
  if (field.key === 'address') return told.address;
  if (field.kind === 'list' && isPeople(field.item ?? [])) return [personRow(field.item ?? [], told)];
  if (field.kind === 'id-card') return told.idCard;
  if (field.kind === 'person-name' && (field.key === 'name' || field.key === 'applicant')) return told.name;
  return undefined;
}

/** A list of people asks for a name and a number. */
const isPeople = (item: readonly FormField[]): boolean => item.some((one) => one.kind === 'person-name') && item.some((one) => one.kind === 'id-card');

/** The person who came is the first of the family, and the one who applies. */
function personRow(item: readonly FormField[], told: Told): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const field of item) {
    if (field.kind === 'person-name') row[field.key] = told.name;
    else if (field.kind === 'id-card' && told.idCard !== undefined) row[field.key] = told.idCard;
    else if (field.kind === 'choice' && field.options?.some((option) => option.value === 'self')) row[field.key] = 'self';
  }
  return row;
}
