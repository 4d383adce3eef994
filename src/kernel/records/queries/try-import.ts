import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { importInput } from '../import/door-input.ts';
import type { ImportTrial, RowRemark } from '../../contract/register-import.ts';
import type { JudgedRow } from '../import/judge-rows.ts';
import type { CellRemark, Layout } from '../import/read-row.ts';
import { isGood, trySheet } from '../import/try-rows.ts';
import { getKept } from '../write/load-record.ts';

/** More than anyone reads on a screen; the rest stands in the sheet that comes back. */
const TOLD = 1_000;

/** What a sheet would bring, and everything that is wrong with it, before anything is written. */
export default defineQuery({
  id: 'records.try-import', title: '试导入台账', allow: { staff: true }, sensitive: true, input: z.strictObject(importInput),
  async run(tx, input, by): Promise<ImportTrial> {
    const home = await getKept(tx, by, input.register);
    const { layout, judged } = await trySheet(tx, by, home, input.source, input.plan);
    by.saw('record', judged.flatMap((row) => row.twin?.record ?? []), `导入核对：${home.register.title}`);
    const count = (what: JudgedRow['what']): number => judged.filter((row) => row.what === what).length;
    return {
      rows: judged.length, good: judged.filter(isGood).length, bad: count('wrong'), open: count('open'), change: count('change'), skip: count('skip'),
      errors: judged.filter((row) => row.what === 'wrong').flatMap((row) => row.errors.map((one) => toRemark(layout, home.register.id, row, one))).slice(0, TOLD),
      notes: judged.filter((row) => row.what !== 'wrong').flatMap((row) => row.notes.map((one) => toRemark(layout, home.register.id, row, one))).slice(0, TOLD),
    };
  },
});

function toRemark({ header }: Layout, register: string, row: JudgedRow, remark: CellRemark): RowRemark {
  const heading = header.titles.find((title) => title.at === remark.at)?.heading;
  return { row: row.row, title: row.title, column: heading ?? remark.title, sentence: remark.sentence, twin: row.twin === undefined ? null : { id: row.twin.record, title: row.twin.number, href: `/registers/${register}/${row.twin.record}` } };
}
