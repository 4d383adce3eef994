import type { DivisionRow } from './read-division-data.ts';

/** A division under one name and one version of its parent: what one row of the table `division` says. */
export interface DivisionSpan {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly from: string;
  readonly to: string | null;
  /** The version of the parent in force through the whole span; null for the province. */
  readonly parent: { readonly code: string; readonly from: string } | null;
  /** Who takes its rows over at `to`; null while in force, where nobody does, or where it was split. */
  readonly successor: { readonly code: string; readonly from: string } | null;
  readonly document: string | null;
}

const forever = '9999-12-31';
const levels = ['province', 'city', 'county', 'town', 'village'];

/**
 * Cuts each division where its parent changes (石岐区 became 石岐街道 in 2019: its villages go on under the new name), so that a row has one parent
 * for the whole of its period. Pieces of one division follow one another as successors. Pure; parents come before children in the answer.
 */
export function splitByParent(rows: readonly DivisionRow[]): DivisionSpan[] {
  const spans = new Map<string, DivisionSpan[]>();
  const sorted = rows.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.from < b.from ? -1 : 1));
  for (const row of sorted) {
    const pieces = cut(row, row.parentCode === '' ? null : (spans.get(row.parentCode) ?? []));
    spans.set(row.code, [...(spans.get(row.code) ?? []), ...pieces]);
  }
  const found = [...spans.values()].flat();
  const successorsOf = new Map(rows.map((row) => [`${row.code} ${row.to}`, row.successors]));
  return found.map((span) => ({ ...span, successor: successorOf(span, spans, successorsOf) }));
}

function cut(row: DivisionRow, parents: readonly DivisionSpan[] | null): DivisionSpan[] {
  const piece = { code: row.code, name: row.name, level: row.level, successor: null, document: row.document || null };
  if (parents === null) return [{ ...piece, from: row.from, to: row.to, parent: null }];
  return parents
    .filter((p) => p.from < (row.to ?? forever) && row.from < (p.to ?? forever))
    .map((p) => ({ ...piece, from: p.from > row.from ? p.from : row.from, to: earlier(p.to, row.to), parent: { code: p.code, from: p.from } }));
}

const earlier = (a: string | null, b: string | null): string | null => (a === null ? b : b === null ? a : a < b ? a : b);

function successorOf(span: DivisionSpan, spans: ReadonlyMap<string, readonly DivisionSpan[]>, successorsOf: ReadonlyMap<string, readonly string[]>): DivisionSpan['successor'] {
  const { to } = span;
  if (to === null) return null;
  const codes = successorsOf.get(`${span.code} ${to}`) ?? [span.code];
  const [code] = codes;
  if (code === undefined || codes.length > 1) return null;
  const next = spans.get(code)?.find((s) => s.from <= to && to < (s.to ?? forever));
  return next ? { code: next.code, from: next.from } : null;
}
