import type { Tx } from '../db/tx.ts';

/** How declared codes are called. Declarations write a province in two digits, the tree of a city in six. */
export async function nameDivisions(tx: Tx): Promise<(code: string) => string> {
  const names = new Map((await tx.rows<{ code: string; name: string }>(
    `select distinct on (code) code, name from division where level in ('province', 'city', 'county') order by code, valid_from desc`)).map((d) => [d.code, d.name]));
  return (code) => (code === '00' ? '全国' : names.get(code) ?? names.get(`${code}0000`) ?? code);
}
