import { AppError } from '../../contract/refusal.ts';
import { command } from '../../db/command.ts';
import { query } from '../../db/query.ts';
import type { JobHandler } from '../../jobs/job.ts';
import drawPiece from '../commands/draw-piece.ts';
import getDrawing from '../queries/get-drawing.ts';

/** Draws the pieces of a large roll one after another, each a command of its own. Killed anywhere, it goes on where the roll stands. */
const drawRoll: JobHandler = {
  kind: 'payroll.draw-roll',
  async run(city, payload, job) {
    const roll = Number(payload['roll']);
    for (;;) {
      job.stopping?.throwIfAborted();
      const at = await query(city, job.caller, getDrawing, { roll });
      if (!at.ok) throw new AppError('payroll.draw-refused', at.refused.code);
      if (!at.result.drawing) return;
      const drawn = await command(city, job.caller, drawPiece, { roll, after: at.result.after }, { key: `${roll}:${at.result.after ?? ''}` });
      if (!drawn.ok) throw new AppError('payroll.draw-refused', drawn.refused.code);
    }
  },
};
export default drawRoll;
