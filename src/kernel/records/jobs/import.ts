import { z } from 'zod';
import { defineCommand, defineQuery } from '../../contract/door.ts';
import { AppError } from '../../contract/refusal.ts';
import { command, type CommandOutcome } from '../../db/command.ts';
import { query } from '../../db/query.ts';
import type { JobHandler } from '../../jobs/job.ts';
import { getRun, importPiece, piecesOf, readRun, type ImportRun, type ReadRun } from '../import/import-run.ts';
import { undoPiece } from '../import/undo-piece.ts';
import type { RegisterHome } from '../register-home.ts';
import { getKept } from '../write/load-record.ts';

const payload = z.object({ import: z.int(), undo: z.boolean().default(false) });
const allow = { staff: true } as const;

/** The order with the rows that were frozen, read again from its file. */
const readPlan = defineQuery({
  id: 'records.plan-import', title: '读导入计划', allow, input: payload,
  async run(tx, input, by): Promise<{ home: RegisterHome; run: ImportRun; read: ReadRun | undefined }> {
    const run = await getRun(tx, input.import);
    const home = await getKept(tx, by, run.register);
    return { home, run, read: input.undo ? undefined : await readRun(tx, home, run) };
  },
});

/** Takes an import in, or back, piece by piece. Each piece is one command under a key of its own: what a dead worker had done is recognised, not done twice. */
const handler: JobHandler = {
  kind: 'records.import',
  async run(city, given, job) {
    const asked = payload.parse(given);
    const planned = await query(city, job.caller, readPlan, asked);
    if (!planned.ok) throw new AppError('record-import.refused', planned.refused.code);
    const { home, run, read } = planned.result;
    const pieces = piecesOf(run);
    for (let at = 0; at < pieces; at += 1) {
      // taken back from the end: what a later piece linked to an earlier one is gone when that one goes
      const nth = asked.undo ? pieces - 1 - at : at;
      job.stopping?.throwIfAborted();
      const piece = defineCommand({
        id: asked.undo ? 'records.undo-piece' : 'records.import-piece', title: asked.undo ? '撤销导入的一部分' : '导入台账的一部分', allow, input: z.strictObject({ import: z.int(), piece: z.int() }),
        run: (tx, _input, by) => (read === undefined ? undoPiece(tx, by, home, run, nth) : importPiece(tx, by, home, run, read, nth)),
      });
      must(await command(city, job.caller, piece, { import: run.id, piece: nth + 1 }, { key: `record-import-${run.id}-${asked.undo ? 'undo' : 'do'}-${nth + 1}` }));
    }
  },
};
export default handler;

function must(outcome: CommandOutcome<unknown>): void {
  if (!outcome.ok) throw new AppError('record-import.refused', outcome.refused.code);
}
