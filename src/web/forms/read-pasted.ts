import type { FormField } from '../../kernel/contract/form.ts';
import type { FormValue, FormValues } from './form-values.ts';
import { readWritten } from './read-written.ts';

const YES: readonly string[] = ['是', '有', '同意', '√', '1', 'y', 'yes'];
const NO: readonly string[] = ['否', '不是', '没有', '无', '不同意', '×', '0', 'n', 'no'];

/** One cell as the field understands it; what it cannot read stays as it was written, and the check will speak. */
function readCell(field: FormField, cell: string): FormValue {
  const text = cell.trim();
  if (text === '') return null;
  if (field.kind === 'yes-no') return YES.includes(text.toLowerCase()) ? true : NO.includes(text.toLowerCase()) ? false : text;
  if (field.kind === 'choice') return field.options?.find((option) => option.title === text || option.value === text)?.value ?? text;
  return readWritten(field.kind, text);
}

/**
 * Rows copied from a spreadsheet, for a field that is a list: cells parted by tabs, lines by line ends. A first line that names fields says which
 * column is which; else the columns stand in the order of the form. Undefined where what was pasted is no table. Pure.
 */
export function readPasted(fields: readonly FormField[], pasted: string): readonly FormValues[] | undefined {
  if (!pasted.includes('\t')) return undefined;
  const lines = pasted.replace(/\r\n?/g, '\n').split('\n').filter((line) => line.trim() !== '').map((line) => line.split('\t'));
  const usable = fields.filter((field) => field.kind !== 'list' && field.kind !== 'files');
  const titles = lines[0]?.map((cell) => cell.trim()) ?? [];
  const named = titles.map((title) => usable.find((field) => field.title === title || field.plainTitle === title));
  const hasHead = named.filter((field) => field !== undefined).length >= 2;
  const columns = hasHead ? named : titles.map((_, at) => usable[at]);
  return lines.slice(hasHead ? 1 : 0).map((cells) => Object.fromEntries(cells.flatMap((cell, at) => {
    const field = columns[at];
    return field === undefined || cell.trim() === '' ? [] : [[field.key, readCell(field, cell)]];
  })));
}
