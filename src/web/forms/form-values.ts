import { isAsked, type FieldError, type FormField } from '../../kernel/contract/form.ts';

/**
 * What a form holds. Read values have the type the server expects (money: integer 分; dates `YYYY-MM-DD`; yes-no: boolean);
 * what could not be read stays as it was typed, so that nothing is ever cleared and the server can say what is wrong.
 */
export type FormValue = string | number | boolean | null | readonly number[] | readonly string[] | readonly FormValues[];
export interface FormValues { readonly [key: string]: FormValue | undefined; }

/** Rows of a `list` field. */
export function rowsOf(value: FormValue | undefined): readonly FormValues[] {
  return Array.isArray(value) ? (value.filter((row) => typeof row === 'object') as readonly FormValues[]) : [];
}

/** Ids of a `files` field. */
export function idsOf(value: FormValue | undefined): readonly number[] {
  return Array.isArray(value) ? (value.filter((one) => typeof one === 'number') as readonly number[]) : [];
}

/** Nothing was answered. `false` and 0 are answers. */
export function isBlank(value: FormValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

/** Fields asked for now: those whose `showIf` holds on the same level. */
export function shownFields(fields: readonly FormField[], values: FormValues): readonly FormField[] {
  return fields.filter((field) => isAsked(field, values));
}

/** The two answers of a yes-no question in the words of the question: 有吗 is answered 有, 同意吗 同意. */
export function yesNoWords(title: string): readonly [yes: string, no: string] {
  if (title.includes('同意')) return ['同意', '不同意'];
  // 没有收入吗 asks whether it is so; 有没有 and 有…吗 ask whether there is any
  return title.replaceAll('没有', '').includes('有') ? ['有', '没有'] : ['是', '不是'];
}

/** The sentence of the error at a path such as `members.1.idNumber`. */
export function errorAt(errors: readonly FieldError[], path: string): string | undefined {
  return errors.find((error) => error.path === path)?.sentence;
}

/** An error as a line of a list, where its field is not beside it: the question first (家人第 2 行，姓名：…), unless the sentence names it. */
export function errorLine(fields: readonly FormField[], error: FieldError, home: boolean): string {
  const titles = titlesAt(fields, error.path.split('.'), home);
  const last = titles.at(-1);
  const said = last !== undefined && error.sentence.startsWith(last) ? titles.slice(0, -1) : titles;
  return said.length === 0 ? error.sentence : `${said.join('，')}：${error.sentence}`;
}

/** The questions along a path, from the outermost. */
function titlesAt(fields: readonly FormField[], path: readonly string[], home: boolean): string[] {
  const [key, row, ...rest] = path;
  const field = fields.find((one) => one.key === key);
  if (field === undefined) return [];
  const title = ((home ? field.plainTitle : undefined) ?? field.title).replace(/[？?]$/, '');
  if (row === undefined) return [title];
  return [`${title}第 ${Number(row) + 1} ${field.unit ?? '行'}`, ...titlesAt(field.item ?? [], rest, home)];
}

/** The field a path leads to: `members.1.name`. */
export function fieldAt(fields: readonly FormField[], path: string): FormField | undefined {
  const [key, row, ...rest] = path.split('.');
  const field = fields.find((one) => one.key === key);
  return row === undefined || field === undefined ? field : fieldAt(field.item ?? [], rest.join('.'));
}

/** The question at a path as it is asked at home: 家人第 2 行，姓名. */
export const titleAt = (fields: readonly FormField[], path: string): string => titlesAt(fields, path.split('.'), true).join('，') || path;

/** Errors whose field is not among these fields: they are shown above, so that none is lost. */
export function errorsElsewhere(errors: readonly FieldError[], fields: readonly FormField[]): readonly FieldError[] {
  const keys = new Set(fields.map((field) => field.key));
  return errors.filter((error) => !keys.has(error.path.split('.')[0] ?? ''));
}
