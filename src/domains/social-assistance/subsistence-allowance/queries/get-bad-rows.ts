import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { writeBadRows } from '../import/bad-rows.ts';
import { readStoredRoster } from '../import/read-stored-roster.ts';

export interface BadRows {
  /** 石岐区花名册-有问题的户.xlsx */
  readonly name: string;
  readonly households: number;
  /** The .xlsx, base64. */
  readonly content: string;
}

/** The households that were not imported, as a workbook to correct and import again; its last column says 哪里不对. */
export default defineQuery({
  id: 'subsistence-allowance.get-bad-rows', title: '下载花名册有问题的户', allow: { roles: ['town-clerk', 'approver'] }, sensitive: true,
  input: z.strictObject({ file: z.int().positive() }),
  async run(tx, { file }: { file: number }, by): Promise<BadRows> {
    const { file: stored, read, seen } = await readStoredRoster(tx, by, file);
    by.saw('person', seen, '导入花名册核对');
    const households = new Set(read.errors.flatMap((e) => (e.householdRows[0] === undefined ? [] : [e.householdRows[0]]))).size;
    const ofSheet = read.errors.find((e) => e.householdRows.length === 0);
    if (read.summary.headerRows.length === 0 || (households === 0 && ofSheet)) throw new Refusal('import.unreadable-list', { sentence: ofSheet?.sentence ?? '' });
    if (households === 0) throw new Refusal('import.nothing-wrong');
    const content = await writeBadRows(stored.bytes, read);
    return { name: `${stored.name.replace(/\.xlsx$/i, '')}-有问题的户.xlsx`, households, content: content.toString('base64') };
  },
});
