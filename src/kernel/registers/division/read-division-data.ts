/**
 * The published tree of administrative divisions (行政区划) as a file: one line is one code under one name for one period.
 * Codes follow GB/T 2260 (6 digits: province, city, county) and the statistical codes below it (9 digits: 街镇, 12: 村居).
 * Where a level is missing (中山, 东莞 have no county) the parent is simply the next level up.
 * Reading checks the whole file and throws on the first broken line: wrong data must stop the import, not surface in a case.
 */

import type { DivisionLevel } from '../../values/division-code.ts';

/**
 * How far the day in `from` may be trusted: `standing` in place through the whole file; `sure` day known; `year` year known, day by common account;
 * `snapshot` cut-off day of the first yearly list that shows it; `assumed` in the oldest list (2016), taken back to the start;
 * `recoded` the old code of a converted county, worked back from the new one.
 */
export type DivisionCertainty = 'standing' | 'sure' | 'year' | 'snapshot' | 'assumed' | 'recoded';

export type DivisionRow = {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  /** Code of the level above; empty for the province. */
  readonly parentCode: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** First day no longer in force, or null while in force. */
  readonly to: string | null;
  /** Codes in force from `to` on; several where a county was split. Empty while in force, or where the lists name none. */
  readonly successors: readonly string[];
  /** Title of the document or list behind the row, with 文号未录入 where its number is not recorded. */
  readonly document: string;
  readonly certainty: DivisionCertainty;
};

const header = 'code,name,level,parent_code,valid_from,valid_to,successor_code,document,certainty';
const digits: Record<DivisionLevel, number> = { province: 6, city: 6, county: 6, town: 9, village: 12 };
const parentLevels: Record<DivisionLevel, readonly DivisionLevel[]> = { province: [], city: ['province'], county: ['city'], town: ['county', 'city'], village: ['town'] };
const certainties: readonly string[] = ['standing', 'sure', 'year', 'snapshot', 'assumed', 'recoded'];
const open = '9999-12-31';

/** Reads and checks a division file. Throws an Error that names the line or code and what is wrong with it. */
export function readDivisionData(text: string): DivisionRow[] {
  const [first, ...lines] = text.split(/\r?\n/);
  if (first !== header) throw new Error(`区划数据首行应为：${header}`);
  const rows = lines.flatMap((line, at) => (line === '' ? [] : [readLine(line, at + 2)]));
  const byCode = Map.groupBy(rows, (row) => row.code);
  for (const [code, versions] of byCode) checkPeriods(code, versions);
  for (const row of rows) {
    checkParent(row, byCode);
    checkSuccessors(row, byCode);
  }
  return rows;
}

/** The rows in force on a day (`YYYY-MM-DD`). */
export function listDivisionsOn(rows: readonly DivisionRow[], day: string): DivisionRow[] {
  return rows.filter((row) => row.from <= day && day < (row.to ?? open));
}

function readLine(line: string, number: number): DivisionRow {
  const wrong = (what: string) => new Error(`区划数据第 ${number} 行${what}：${line}`);
  const cells = line.split(',');
  if (cells.length !== 9) throw wrong('应有 9 栏');
  const [code, name, level, parentCode, from, to, successors, document, certainty] = cells as [string, string, string, string, string, string, string, string, string];
  if (!(level in digits)) throw wrong('级别不认识');
  const kind = level as DivisionLevel;
  if (!/^\d+$/.test(code) || code.length !== digits[kind]) throw wrong('代码位数与级别不符');
  if (name.trim() === '' || name !== name.trim()) throw wrong('名称为空或带空格');
  if ((parentCode === '') !== (kind === 'province')) throw wrong('上级代码缺失');
  if (!isDay(from) || (to !== '' && !isDay(to))) throw wrong('日期应为 YYYY-MM-DD');
  if (to !== '' && to <= from) throw wrong('止日应晚于起日');
  if (!certainties.includes(certainty)) throw wrong('可信程度不认识');
  if (to === '' && successors !== '') throw wrong('仍有效却写了后继');
  return {
    code,
    name,
    level: kind,
    parentCode,
    from,
    to: to || null,
    successors: successors === '' ? [] : successors.split(';'),
    document,
    certainty: certainty as DivisionCertainty,
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

function checkPeriods(code: string, versions: DivisionRow[]): void {
  const sorted = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [at, row] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next && (row.to ?? open) > next.from)
      throw new Error(`区划代码 ${code} 的两段有效期重叠：${row.name} ${row.from}—${row.to ?? ''}，${next.name} ${next.from}—${next.to ?? ''}`);
    if (next && next.level !== row.level) throw new Error(`区划代码 ${code} 换了级别`);
  }
}

/** Every day of a row must be a day of its parent: a village cannot outlive its town. */
function checkParent(row: DivisionRow, byCode: Map<string, DivisionRow[]>): void {
  if (row.level === 'province') return;
  const parents = byCode.get(row.parentCode);
  if (!parents) throw new Error(`${row.code} ${row.name} 的上级 ${row.parentCode} 不在数据中`);
  if (!parentLevels[row.level].includes(parents[0]!.level)) throw new Error(`${row.code} ${row.name} 的上级 ${row.parentCode} 级别不对`);
  let reached = row.from;
  for (const parent of parents.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (parent.from <= reached && (parent.to ?? open) > reached) reached = parent.to ?? open;
  }
  if (reached < (row.to ?? open)) throw new Error(`${row.code} ${row.name}（${row.from}—${row.to ?? ''}）超出上级 ${row.parentCode} 的有效期，自 ${reached} 起无上级`);
}

function checkSuccessors(row: DivisionRow, byCode: Map<string, DivisionRow[]>): void {
  for (const code of row.successors) {
    const alive = byCode.get(code)?.some((other) => other !== row && other.from <= row.to! && row.to! < (other.to ?? open));
    if (!alive) throw new Error(`${row.code} ${row.name} 的后继 ${code} 在 ${row.to} 不存在`);
  }
}
