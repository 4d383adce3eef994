import type { Tx } from '../db/tx.ts';

/** The next number of a series in a year: ZS-DB-2014-001873. The row is locked until commit, so none is given twice and none is skipped. */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<string> {
  const { last } = await tx.one<{ last: number }>(
    `insert into numbering (series, year, last) values ($1, $2, 1) on conflict (series, year) do update set last = numbering.last + 1 returning last`, [series, year]);
  return `${series}-${year}-${String(last).padStart(6, '0')}`;
}
