import type { Tx } from '../../db/tx.ts';
import { shortDivisionName } from '../division/short-division-name.ts';

/** What a register was searched for, in words for the head of a file. A whole number of a document is not repeated there. */
export async function filterWords(tx: Tx, input: { readonly text?: string | undefined; readonly division?: number | undefined }): Promise<readonly string[]> {
  const place = input.division === undefined ? undefined : await tx.find<{ name: string }>('select name from division where id = $1', [input.division]);
  const text = input.text === undefined || input.text === '' ? '' : /\d{15}/.test(input.text) ? '查一个证件号' : `查“${input.text}”`;
  return [place ? shortDivisionName(place.name) : '', text].filter((word) => word !== '');
}
