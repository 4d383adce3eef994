import { z } from 'zod';
import { monthInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { asDefiner } from '../as-definer.ts';
import { computeFigure } from '../compute-figure.ts';
import { lastCommand } from '../figure-request.ts';
import { addDays, plainDate } from '../../values/plain-date.ts';
import { lastDayOf } from '../../values/month.ts';
import { getIndicator } from '../list-indicators.ts';
import { toPublicFigure, type PublicFigure } from '../public-figure.ts';

/** A figure for everybody: of whole months only (days apart would tell of single persons), small counts hidden. */
export default defineQuery({
  id: 'statistics.get-public-figure', title: '公开统计数', allow: { anyone: true },
  input: z.strictObject({ id: z.string().max(80), month: monthInput }),
  async run(tx, input, by): Promise<PublicFigure> {
    const indicator = await getIndicator(input.id);
    if (indicator.internal) throw new Refusal('statistics.not-public');
    const last = lastDayOf(input.month);
    if (last >= by.today) throw new Refusal('statistics.month-not-over');
    const { smallest } = await tx.one<{ smallest: number }>('select smallest from statistics_setting');
    const known = await lastCommand(tx);
    const from = indicator.kind === 'stock' ? last : plainDate(`${input.month}-01`);
    // the public sees totals of everybody, so it counts as definer; only what toPublicFigure lets through leaves this function
    const figure = await asDefiner(tx, () => computeFigure(tx, { indicator, from, to: addDays(last, 1), known, division: null }));
    return toPublicFigure(figure, smallest);
  },
});
