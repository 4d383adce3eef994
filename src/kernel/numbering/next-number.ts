import type { Tx } from '../db/tx.ts';

/** The next number of a series in a year: ZS-DB-2014-001873. The row is locked until commit, so none is given twice and none is skipped. */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<string> {
  const [number] = await nextNumbers(tx, series, year, 1);
  return number as string;
}

/** So many numbers of a series on end, in order. */
export async function nextNumbers(tx: Tx, series: string, year: number, count: number): Promise<string[]> {
  if (count === 0) return [];
  const last = await takeSerials(tx, series, year, count);
  return Array.from({ length: count }, (_unused, at) => `${series}-${year}-${String(last - count + 1 + at).padStart(6, '0')}`);
}

/** 文号: 中民低字〔2014〕18号. `word` is the office's and the matter's words together: 中民低字. */
export async function nextDocumentNumber(tx: Tx, word: string, year: number): Promise<string> {
  return `${word}〔${year}〕${await takeSerials(tx, `文号 ${word}`, year, 1)}号`;
}

/** Moves a series on and gives the last serial taken. */
async function takeSerials(tx: Tx, series: string, year: number, count: number): Promise<number> {
  const { last } = await tx.one<{ last: number }>(
    `insert into numbering (series, year, last) values ($1, $2, $3) on conflict (series, year) do update set last = numbering.last + $3 returning last`, [series, year, count]);
  return last;
}
