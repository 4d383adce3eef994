import type { FormValue, FormValues } from '../../forms/form-values.ts';

type Facts = Readonly<Record<string, unknown>>;
const isGroup = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Facts as a worksheet holds them: a group inside becomes keys joined by a dot, in lists too. */
export function toSheet(facts: Facts, before = ''): FormValues {
  const values: Record<string, FormValue | undefined> = {};
  for (const [key, value] of Object.entries(facts)) {
    if (isGroup(value)) Object.assign(values, toSheet(value, `${before}${key}.`));
    else if (Array.isArray(value)) values[`${before}${key}`] = value.map((one) => (isGroup(one) ? toSheet(one) : one)) as unknown as FormValue;
    else values[`${before}${key}`] = value as FormValue;
  }
  return values;
}

/** And back: what was left empty is left out, so that it stays unknown and is not taken for an answer. */
export function fromSheet(values: FormValues): Facts {
  const facts: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue;
    const [key, inner] = split(path);
    const read = Array.isArray(value) ? value.map((one) => (isGroup(one) ? fromSheet(one as FormValues) : one)) : value;
    if (inner === undefined) facts[key] = read;
    else facts[key] = { ...(facts[key] as Facts | undefined), [inner]: read };
  }
  return facts;
}

const split = (path: string): [string, string | undefined] => {
  const at = path.indexOf('.');
  return at === -1 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
};
