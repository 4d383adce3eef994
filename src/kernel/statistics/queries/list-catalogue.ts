import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { Indicator } from '../../contract/indicator.ts';
import type { Tx } from '../../db/tx.ts';
import { addDays, plainDate, type PlainDate } from '../../values/plain-date.ts';
import { readCatalogue, type ReportedFigure } from '../catalogue.ts';
import { computeFigure } from '../compute-figure.ts';
import { nothing, type Figure, type Sums } from '../figure.ts';
import { lastCommand } from '../figure-request.ts';
import { judgeFigure, type Judgement } from '../judge-figure.ts';
import { listIndicators } from '../list-indicators.ts';

export interface CatalogueLine extends Judgement {
  readonly figure: Pick<ReportedFigure, 'id' | 'quote' | 'indicator' | 'value' | 'unit' | 'period' | 'area' | 'derive'> & { readonly valueText: string | null };
  readonly indicator: string;
  readonly part: 'urban' | 'rural' | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly ours: number | null;
  readonly outside: Sums;
  /** What is known of the printed numbers themselves: where they do not agree with one another. */
  readonly notes: readonly string[];
}

/** The printed figures of this city that our indicators produce, each with our number: it holds or differs, and by how much. */
export default defineQuery({
  id: 'statistics.list-catalogue', title: '报告数对照', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by): Promise<CatalogueLine[]> {
    const { figures } = readCatalogue();
    const known = await lastCommand(tx);
    const lines: CatalogueLine[] = [];
    for (const indicator of await listIndicators()) {
      for (const reported of figures.filter((f) => indicator.figures.includes(f.id) && f.area === by.city.name)) lines.push(await lineOf(tx, indicator, reported, known, by.today));
    }
    return lines;
  },
});

async function lineOf(tx: Tx, indicator: Indicator, reported: ReportedFigure, known: number, today: PlainDate): Promise<CatalogueLine> {
  const { from, to } = periodOf(indicator, reported, today);
  const figure: Figure | null = from < to ? await computeFigure(tx, { indicator, from, to, known, division: null }) : null;
  const part = indicator.parts?.[reported.id] ?? null;
  const ours = (figure === null ? null : part === null ? figure.all : figure[part])?.value ?? null;
  const { id, quote, value, unit, period, area, derive } = reported;
  return {
    figure: { id, quote, indicator: reported.indicator, value, unit, period, area, derive, valueText: reported.value_text ?? null },
    indicator: indicator.id, part, from, to, ours, outside: figure?.outside ?? nothing, ...judgeFigure(reported, ours),
    notes: readCatalogue().relations.filter((r) => r.figures.includes(id)).map((r) => `${r.result} ${r.note}`.trim()),
  };
}

/** A year's stock is that of its last day, or of today while it runs; flows and ratios run through the year as far as it has gone. */
function periodOf(indicator: Indicator, reported: ReportedFigure, today: PlainDate): { from: PlainDate; to: PlainDate } {
  const year = reported.period.slice(0, 4);
  const end = addDays(plainDate(`${year}-12-31`), 1);
  const tomorrow = addDays(today, 1);
  const to = end < tomorrow ? end : tomorrow;
  return indicator.kind === 'stock' ? { from: addDays(to, -1), to } : { from: plainDate(`${year}-01-01`), to };
}
