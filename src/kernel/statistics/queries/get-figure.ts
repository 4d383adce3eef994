import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { computeFigure } from '../compute-figure.ts';
import type { Figure } from '../figure.ts';
import { figureInput, readFigureRequest } from '../figure-request.ts';

/** One figure as of a day or for a period, as known now or at a command: value, urban and rural, by town, and how much lies outside the reader's area. */
export default defineQuery({
  id: 'statistics.get-figure', title: '统计数', allow: { staff: true },
  input: z.strictObject({ ...figureInput, level: z.enum(['county', 'town', 'village']).optional() }),
  async run(tx, input): Promise<Figure> {
    return computeFigure(tx, await readFigureRequest(tx, input), input.level);
  },
});
