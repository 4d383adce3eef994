import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { importInput } from '../import/door-input.ts';
import { pieceOf } from '../import/import-run.ts';
import { keepPasted } from '../import/keep-pasted.ts';
import { remember } from '../import/remembered.ts';
import { isGood, trySheet } from '../import/try-rows.ts';
import { getKept } from '../write/load-record.ts';

/** 导入: takes the good rows of a sheet into a register, as a job in pieces. `expect`: how many the trial said. The columns are remembered. */
export default defineCommand({
  id: 'records.import', title: '导入台账', allow: { staff: true }, input: z.strictObject({ ...importInput, expect: z.int().min(0) }),
  async run(tx, input, by) {
    const { account, post } = by.caller;
    if (account === null || post === null) throw new Refusal('access.no-post');
    const home = await getKept(tx, by, input.register);
    if (home.published?.withdrawn) throw new Refusal('record.withdrawn-register');
    const { read, judged } = await trySheet(tx, by, home, input.source, input.plan);
    const rows = judged.filter(isGood).map((row) => row.row);
    if (rows.length === 0) throw new Refusal('record-import.nothing');
    if (rows.length !== input.expect) throw new Refusal('record-import.changed', { good: rows.length });
    await remember(tx, post.divisionId, read.target, read.header, input.plan.columns);
    const file = 'file' in input.source ? input.source.file : await keepPasted(tx, by, input.source.pasted);
    const into = read.target.sub?.id;
    const { id } = await tx.one<{ id: number }>(
      `insert into record_import (register, division_id, post_id, account_name, on_day, file_id, file_name, sheet, into_sub, head_row, plan, rows, piece, bad) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
      [home.register.id, post.divisionId, post.id, account.name, by.today, file, read.fileName, read.sheet.name, into ?? null, input.source.headRow ?? null, JSON.stringify(input.plan), rows, pieceOf(into, input.plan.present), judged.filter((row) => row.what === 'wrong').length]);
    await enqueue(tx, 'records.import', { import: id }, { key: `${id}:do`, post: post.id });
    return { import: id, rows: rows.length };
  },
});
