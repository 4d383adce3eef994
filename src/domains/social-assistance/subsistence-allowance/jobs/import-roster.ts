import { z } from 'zod';
import type { Caller } from '../../../../kernel/access/caller.ts';
import { defineCommand, defineQuery } from '../../../../kernel/contract/door.ts';
import { AppError } from '../../../../kernel/contract/refusal.ts';
import type { City } from '../../../../kernel/db/city.ts';
import { command } from '../../../../kernel/db/command.ts';
import { query } from '../../../../kernel/db/query.ts';
import { readStoredFile } from '../../../../kernel/documents/store-file.ts';
import type { JobHandler } from '../../../../kernel/jobs/job.ts';
import { month } from '../../../../kernel/values/month.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { cutIntoPieces, importPiece, LINES_AT_ONCE, type ImportRun } from '../import/import-run.ts';
import { listVillages } from '../import/list-villages.ts';
import { readInThread } from '../import/read-in-thread.ts';
import type { RosterHousehold } from '../import/roster.ts';

const payload = z.object({ import: z.int() });
const allow = { roles: ['town-clerk', 'approver'] };

interface Plan { readonly run: ImportRun; readonly pieces: readonly (readonly RosterHousehold[])[] }

/** Reads the file again as it was on the day of the order and takes the rows that were frozen then. */
const readPlan = defineQuery({
  id: 'subsistence-allowance.plan-import', title: '读导入计划', allow, input: payload,
  async run(tx, input, by): Promise<Plan> {
    const row = await tx.one<{ id: number; file_id: number; file_name: string; digest: Buffer; first_month: string; rows: number[]; on_day: string }>(
      'select id, file_id, file_name, digest, first_month, rows, on_day from roster_import where id = $1', [input.import]);
    const { bytes, name } = await readStoredFile(tx, row.file_id);
    const day = row.on_day as PlainDate;
    const { read } = await readInThread({ bytes, fileName: name, today: day, demo: by.city.demo, city: by.city.name, villages: await listVillages(tx, day) });
    const frozen = new Set(row.rows);
    const households = read.households.filter((h) => frozen.has(h.rowNumbers[0] ?? 0));
    if (households.length !== frozen.size) throw new AppError('roster.frozen', 'the file does not give the rows that were frozen');
    const run = { id: row.id, fileName: row.file_name, digest: row.digest, firstMonth: month(row.first_month.slice(0, 7)) };
    return { run, pieces: cutIntoPieces(households, LINES_AT_ONCE) };
  },
});

/** Imports a long roster piece by piece. Each piece is one command under a key of its own: what a dead worker had done is recognised, not done twice. */
const handler: JobHandler = {
  kind: 'subsistence-allowance.import-roster',
  async run(city: City, given, job: { readonly caller: Caller }) {
    const { import: id } = payload.parse(given);
    const planned = await query(city, job.caller, readPlan, { import: id });
    if (!planned.ok) throw Object.assign(new Error('import plan refused'), { code: planned.refused.code });
    const { run, pieces } = planned.result;
    for (const nth of pieces.keys()) {
      const piece = defineCommand({
        id: 'subsistence-allowance.import-piece', title: '导入花名册的一部分', allow, input: z.strictObject({ import: z.int(), piece: z.int() }),
        run: (tx, _input, by) => importPiece(tx, by, run, pieces, nth),
      });
      const outcome = await command(city, job.caller, piece, { import: id, piece: nth + 1 }, { key: `roster-import-${id}-${nth + 1}` });
      if (!outcome.ok) throw Object.assign(new Error('import piece refused'), { code: outcome.refused.code });
    }
  },
};

export default handler;
