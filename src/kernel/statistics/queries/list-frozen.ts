import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { frozenColumns, type FrozenFigure } from '../compare-frozen.ts';

/** The frozen figures of the reader's area, the latest first. */
export default defineQuery({
  id: 'statistics.list-frozen', title: '定稿目录', allow: { staff: true }, input: z.strictObject({ indicator: z.string().max(80).optional() }),
  async run(tx, input): Promise<FrozenFigure[]> {
    return tx.rows<FrozenFigure & Record<string, unknown>>(
      `select ${frozenColumns} from frozen_figure where $1::text is null or indicator = $1 order by id desc limit 200`, [input.indicator ?? null]);
  },
});
