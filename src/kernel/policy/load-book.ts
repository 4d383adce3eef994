import type { HukouKind, ParameterValue, SourceDocument } from '../contract/parameter.ts';
import type { Tx } from '../db/tx.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import type { Registry } from '../registry/registry.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { overlayValues } from './overlay-values.ts';
import { makeParameterBook, type ParameterBook } from './parameter-book.ts';

interface Row { parameter: string; division_code: string; from_day: PlainDate; to_day: PlainDate | null; hukou_kind: HukouKind | null; value: number | string | boolean; document: SourceDocument; demo: boolean | null }

type Figures = Pick<Registry, 'parameters' | 'parameterValues'>;
const kept = new WeakMap<Figures, Map<string, ParameterBook>>();

function booksOf(figures: Figures): Map<string, ParameterBook> {
  const books = kept.get(figures) ?? new Map<string, ParameterBook>();
  kept.set(figures, books);
  return books;
}

/** The book of a city: the figures of the sources with those its offices signed laid over them, as known at a command (default: now). */
export async function loadBook(tx: Tx, knownAt?: number, figures?: Figures): Promise<ParameterBook> {
  const registry = figures ?? await loadRegistry();
  const books = booksOf(registry);
  const { last, demo } = await tx.one<{ last: number; demo: boolean }>(
    'select coalesce((select max(id) from parameter_value where command_id <= coalesce($1, 9007199254740991)), 0) as last, demo from city', [knownAt ?? null]);
  const key = `${tx.city}:${last}:${demo}`;
  const cached = books.get(key);
  if (cached) return cached;
  const rows = await tx.rows<Row>('select parameter, division_code, from_day, to_day, hukou_kind, value, document, demo from parameter_value where id <= $1 order by id', [last]);
  const signed = rows.map((row): ParameterValue => ({
    is: 'value', parameter: row.parameter, division: row.division_code, from: row.from_day, to: row.to_day, value: row.value, document: row.document,
    ...(row.hukou_kind ? { hukouKind: row.hukou_kind } : {}), ...(row.demo === true ? { demo: true } : {}),
  }));
  const book = makeParameterBook(registry.parameters, overlayValues(registry.parameterValues, signed), { demo });
  // one book a city and state; an older state is read again when someone asks for the past
  if (books.size > 50) books.clear();
  books.set(key, book);
  return book;
}

/** Division codes from a division up to the nation, most specific first, as rules and the book want them. */
export async function divisionCodesAbove(tx: Tx, division: number): Promise<string[]> {
  return (await tx.rows<{ code: string }>('select code from divisions_above($1)', [division])).map((row) => row.code);
}
