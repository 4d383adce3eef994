import type { Tx } from '../db/tx.ts';

/** The next number of a series in a year: ZS-DB-2014-001873. The row is locked until commit, so none is given twice and none is skipped. */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<string> {
  const [number] = await nextNumbers(tx, series, year, 1);
  return number as string;
}

/** So many numbers of a series on end, in order. */
export async function nextNumbers(tx: Tx, series: string, year: number, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { last } = await tx.one<{ last: number }>(
    `insert into numbering (series, year, last) values ($1, $2, $3) on conflict (series, year) do update set last = numbering.last + $3 returning last`, [series, year, count]);
  return Array.from({ length: count }, (_unused, at) => `${series}-${year}-${String(last - count + 1 + at).padStart(6, '0')}`);
}
