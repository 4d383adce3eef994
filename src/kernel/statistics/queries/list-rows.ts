import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { figureInput, readFigureRequest } from '../figure-request.ts';
import { listFigureRows, type FigureRows } from '../list-figure-rows.ts';

/** Opens a figure, or one cell of it, into the rows it counts. */
export default defineQuery({
  id: 'statistics.list-rows', title: '统计数反查', allow: { staff: true }, sensitive: true,
  input: z.strictObject({
    ...figureInput, level: z.enum(['county', 'town', 'village']).optional(), place: divisionInput.optional(), urbanRural: z.enum(['urban', 'rural']).optional(),
    after: z.number().int().min(0).max(1_000_000).optional(), limit: z.number().int().min(1).max(200).optional(),
  }),
  async run(tx, input, by): Promise<FigureRows> {
    return listFigureRows(tx, by, await readFigureRequest(tx, input), input);
  },
});
