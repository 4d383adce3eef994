import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { compareFrozen, frozenColumns, type Comparison, type FrozenFigure } from '../compare-frozen.ts';
import { getIndicator } from '../list-indicators.ts';

/** A frozen figure beside what it would be with what is known now: each row added, removed or changed since. */
export default defineQuery({
  id: 'statistics.get-frozen', title: '定稿与更正', allow: { staff: true }, sensitive: true, input: z.strictObject({ id: z.number().int().positive() }),
  async run(tx, input, by): Promise<Comparison> {
    const frozen = await tx.find<FrozenFigure & Record<string, unknown>>(`select ${frozenColumns} from frozen_figure where id = $1`, [input.id]);
    if (!frozen) throw new Refusal('statistics.no-such-frozen');
    const comparison = await compareFrozen(tx, frozen, await getIndicator(frozen.indicator));
    for (const kind of ['person', 'household', 'case'] as const) by.saw(kind, comparison.corrections.filter((c) => c.kind === kind).map((c) => c.id), '定稿更正');
    return comparison;
  },
});
