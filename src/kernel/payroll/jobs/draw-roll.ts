import { callerOfPost } from '../../access/sessions.ts';
import { AppError } from '../../contract/refusal.ts';
import { command } from '../../db/command.ts';
import type { City } from '../../db/city.ts';
import { query } from '../../db/query.ts';
import drawPiece from '../commands/draw-piece.ts';
import getDrawing from '../queries/get-drawing.ts';

/** Draws the pieces of a large roll one after another, each a command of its own. Killed anywhere, it goes on where the roll stands. */
export default {
  kind: 'payroll.draw-roll',
  async run(city: City, payload: Readonly<Record<string, unknown>>, job: { readonly post_id: number | null }): Promise<void> {
    const roll = Number(payload['roll']);
    const caller = await callerOfPost(city, job.post_id ?? 0);
    for (;;) {
      const at = await query(city, caller, getDrawing, { roll });
      if (!at.ok) throw new AppError('payroll.draw-refused', at.refused.code);
      if (!at.result.drawing) return;
      const drawn = await command(city, caller, drawPiece, { roll, after: at.result.after }, { key: `${roll}:${at.result.after ?? ''}` });
      if (!drawn.ok) throw new AppError('payroll.draw-refused', drawn.refused.code);
    }
  },
};
