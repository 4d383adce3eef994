import type { FormField } from '../../../kernel/contract/form.ts';
import { isBlank, rowsOf, type FormValues } from '../../forms/form-values.ts';

/** What of a form is the same from one case to the next (`again`): who investigates, where a notice hangs. Nothing about an applicant. Pure. */
export function pickAgain(fields: readonly FormField[], values: FormValues): FormValues {
  const kept: Record<string, FormValues[string]> = {};
  for (const field of fields) {
    const value = values[field.key];
    if (field.again === true && !isBlank(value)) kept[field.key] = value;
    if (field.kind !== 'list') continue;
    const rows = rowsOf(value).map((row) => pickAgain(field.item ?? [], row)).filter((row) => Object.keys(row).length > 0);
    if (rows.length > 0) kept[field.key] = rows;
  }
  return kept;
}

/** The names in it, for the button: 刘志敏、钟伟. */
export const saidAgain = (values: FormValues): string =>
  Object.values(values).flatMap((value) => (typeof value === 'string' ? [value] : rowsOf(value).flatMap((row) => Object.values(row).filter((one) => typeof one === 'string')))).join('、');

const STORE = 'minzheng.again';

export function readAgain(account: number, form: string): FormValues {
  try {
    return (JSON.parse(localStorage.getItem(`${STORE}.${account}.${form}`) ?? '{}') as FormValues | null) ?? {};
  } catch {
    return {};
  }
}

export function keepAgain(account: number, form: string, values: FormValues): void {
  if (Object.keys(values).length > 0) localStorage.setItem(`${STORE}.${account}.${form}`, JSON.stringify(values));
}
