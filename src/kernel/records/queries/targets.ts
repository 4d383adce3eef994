import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { Tx } from '../../db/tx.ts';
import { computeFigure } from '../../statistics/compute-figure.ts';
import { lastCommand } from '../../statistics/figure-request.ts';
import { plainDate } from '../../values/plain-date.ts';
import { registerInput } from '../door-input.ts';
import { indicatorsOf } from '../counts/indicators-of.ts';
import { getReadable } from '../read/get-readable.ts';

export interface TargetRow { readonly target: string; readonly title: string; readonly unit: string; readonly division: string; readonly planned: number | null; readonly document: string | null; readonly actual: number | null; readonly indicator: string }

/** 目标与完成 of a year: what was planned by which paper, what has come of it. A stock is read on the last day that has been, a flow over the year. */
export default defineQuery({
  id: 'records.targets', title: '台账目标', allow: { staff: true }, input: z.strictObject({ register: registerInput, year: z.int().min(1950).max(2100) }),
  async run(tx, input, by): Promise<TargetRow[]> {
    const { register } = await getReadable(tx, by, input.register);
    const planned = await tx.rows<{ target: string; planned: string; document: string; division_id: number; division: string }>(
      `select distinct on (t.target, t.division_id) t.target, t.planned, t.document, t.division_id, d.name as division from record_target t join division d on d.id = t.division_id
        where t.register = $1 and t.year = $2 order by t.target, t.division_id, t.id desc`, [register.id, input.year]);
    const [first, after] = [plainDate(`${input.year}-01-01`), plainDate(`${input.year + 1}-01-01`)];
    const known = await lastCommand(tx);
    const rows: TargetRow[] = [];
    for (const target of register.targets ?? []) {
      const indicator = indicatorsOf(register).find((one) => one.id === `${register.id}.${target.count}`);
      if (indicator === undefined) continue;
      const day = by.today < after ? by.today : plainDate(`${input.year}-12-31`);
      const actual = async (division: number | null): Promise<number | null> => (by.today < first ? null : readActual(tx, { indicator, from: indicator.kind === 'stock' ? day : first, to: indicator.kind === 'stock' ? plainDate(day) : after, known, division }));
      const of = planned.filter((one) => one.target === target.id);
      if (of.length === 0) rows.push({ target: target.id, title: target.title, unit: indicator.unit, division: '', planned: null, document: null, actual: await actual(null), indicator: indicator.id });
      for (const one of of) rows.push({ target: target.id, title: target.title, unit: indicator.unit, division: one.division, planned: Number(one.planned), document: one.document, actual: await actual(one.division_id), indicator: indicator.id });
    }
    return rows;
  },
});

async function readActual(tx: Tx, request: Parameters<typeof computeFigure>[1]): Promise<number | null> {
  const figure = await computeFigure(tx, request);
  return figure.all.value === null ? null : Number(figure.all.value);
}
