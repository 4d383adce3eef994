import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { textOf } from '../../documents/workbook/plain-sheet.ts';
import { trimAll } from '../../values/chinese-text.ts';
import { maskName } from '../../values/name-mask.ts';
import { registerInput } from '../door-input.ts';
import { sourceInput } from '../import/door-input.ts';
import { COMMON_MEANINGS, type SheetRead } from '../../contract/register-import.ts';
import { fieldsOf, meaningsOf, proposeMeanings, subOfSheet, type Target } from '../import/meanings.ts';
import { layOut, listDataRows } from '../import/read-row.ts';
import { readSource } from '../import/read-source.ts';
import { readOpening, readRemembered } from '../import/remembered.ts';
import { isSecret } from '../table/column-types.ts';
import { getKept } from '../write/load-record.ts';

const SAMPLES = 3;

/** A sheet before anything is taken from it: its columns, and what each is probably meant for. */
export default defineQuery({
  id: 'records.read-sheet', title: '读一张表', allow: { staff: true }, input: z.strictObject({ register: registerInput, source: sourceInput }),
  async run(tx, input, by): Promise<SheetRead> {
    const home = await getKept(tx, by, input.register);
    const { sheet, sheets, target, header } = await readSource(tx, home, input.source);
    const { exact, meanings } = await readRemembered(tx, target, header);
    const proposed = proposeMeanings(header, target, meanings);
    const rows = listDataRows(layOut(target, sheet, header, Object.fromEntries(header.titles.map(({ at }) => [at, `${at}`]))));
    return {
      name: sheet.name, rows: rows.length, headRows: header.rows, meanings: meaningsOf(target), remembered: exact, into: target.sub?.id ?? null, openedFrom: await readOpening(tx, target, [...proposed.values()]),
      columns: header.titles.map(({ at, heading }) => {
        const meaning = proposed.get(at) ?? null;
        const samples = rows.map((row) => trimAll(textOf(row, at))).filter((text) => text !== '').slice(0, SAMPLES);
        return { at, heading, meaning, samples: samples.map((text) => mask(target, meaning, text.slice(0, 40))) };
      }),
      sheets: sheets.map((one) => ({ name: one.name, hidden: one.hidden, rows: one.rows.length, into: subOfSheet(home.register, one.name)?.id ?? null })),
    };
  },
});

/** Numbers of documents and telephones, and whatever the register keeps confidential, are not shown again. */
function mask(target: Target, meaning: string | null, text: string): string {
  if (meaning === COMMON_MEANINGS.personName) return maskName(text);
  const field = fieldsOf(target).find((one) => one.key === meaning);
  if (meaning === COMMON_MEANINGS.personNumber || (field !== undefined && isSecret(field)) || /\d{11,}/.test(text)) return text.length <= 4 ? '＊＊＊' : `${text.slice(0, 2)}${'*'.repeat(Math.min(8, text.length - 4))}${text.slice(-2)}`;
  return text;
}
