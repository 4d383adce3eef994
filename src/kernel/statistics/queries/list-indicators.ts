import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listIndicators } from '../list-indicators.ts';

export interface IndicatorTitle { readonly id: string; readonly title: string; readonly unit: string; readonly kind: 'stock' | 'flow' | 'ratio'; readonly definition: string; readonly figures: readonly string[] }

/** The figures this installation can produce, with their definitions. */
export default defineQuery({
  id: 'statistics.list-indicators', title: '指标目录', allow: { anyone: true }, input: z.strictObject({}),
  async run(): Promise<IndicatorTitle[]> {
    return (await listIndicators()).map(({ id, title, unit, kind, definition, figures }) => ({ id, title, unit, kind, definition, figures }));
  },
});
