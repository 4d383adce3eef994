import { growthOf } from '../values/growth.ts';
import type { HukouKind, Parameter, ParameterReading, SourceDocument } from '../contract/parameter.ts';
import type { Tx } from '../db/tx.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { searchPath, shortDivisionCode } from './division-path.ts';
import { nameDivisions } from './name-divisions.ts';
import type { ParameterBook } from './parameter-book.ts';

/** A standard in force somewhere, with the one before it. 分. */
export interface StandardRow {
  readonly division: string; readonly divisionName: string;
  /** Null: town and country alike. */
  readonly hukouKind: HukouKind | null;
  readonly fen: number | null; readonly from: PlainDate | null; readonly before: number | null;
  /** Per cent on the one before, two decimals. */
  readonly growth: number | null;
  readonly document: SourceDocument | null; readonly demo: boolean;
  /** 1.6 倍; null where it is a figure of its own. */
  readonly formula: string | null; readonly kept: boolean;
  readonly gap: string | null;
}
export interface HistoryRow { readonly division: string; readonly divisionName: string; readonly hukouKind: HukouKind | null; readonly from: PlainDate; readonly to: PlainDate | null; readonly fen: number | null; readonly demo: boolean; readonly document: SourceDocument | null; readonly note: string | null }
export interface ListedStandard {
  readonly id: string; readonly title: string; readonly unit: string; readonly note: string | null;
  readonly rows: readonly StandardRow[];
  /** 农村平均标准: the simple mean over the districts (the city itself where there are none); null with the reason while one is missing. */
  readonly rural: { readonly fen: number | null; readonly places: number; readonly why: string | null };
  readonly history: readonly HistoryRow[];
}

/** Standards are amounts for a person and month that a bureau publishes. */
export const isStandard = (parameter: Parameter): boolean => parameter.kind === 'money' && parameter.unit.endsWith('/人·月');

interface PlaceOf { readonly code: string; readonly name: string; readonly path: readonly string[] }

/** Every standard of the city and its districts as on a day. */
export async function listStandards(tx: Tx, book: ParameterBook, city: { readonly code: string; readonly name: string }, day: PlainDate): Promise<ListedStandard[]> {
  const nameOf = await nameDivisions(tx);
  const districts = await tx.rows<{ code: string; name: string }>(
    `select distinct d.code, d.name from division d where d.level = 'county' and d.valid_from <= $1 and (d.valid_to is null or d.valid_to > $1)
        and d.id in (select divisions_under(c.id) from division c where c.code = $2) order by d.code`, [day, city.code]);
  const whole: PlaceOf = { ...city, path: [city.code, city.code.slice(0, 2)] };
  const places = districts.map((one): PlaceOf => ({ ...one, path: [one.code, ...whole.path] }));
  return book.parameters.filter(isStandard).map((parameter): ListedStandard => {
    const own = (place: PlaceOf): boolean => book.values.some((value) => value.parameter === parameter.id && shortDivisionCode(value.division) === place.code && value.from <= day && (value.to === null || value.to > day));
    return {
      id: parameter.id, title: parameter.title, unit: parameter.unit, note: parameter.note ?? null,
      rows: [whole, ...places.filter(own)].flatMap((place) => rowsOf(book, parameter, place, day)),
      rural: ruralMean(book, parameter, places.length === 0 ? [whole] : places, day),
      history: historyOf(book, parameter, [whole, ...places], nameOf),
    };
  });
}

function rowsOf(book: ParameterBook, parameter: Parameter, place: PlaceOf, day: PlainDate): StandardRow[] {
  const [urban, rural] = (['urban', 'rural'] as const).map((kind) => rowOf(book, parameter, place, day, kind));
  if (urban === undefined || rural === undefined) return [];
  const alike = urban.fen === rural.fen && urban.from === rural.from && urban.gap === rural.gap;
  return alike ? [{ ...urban, hukouKind: null }] : [urban, rural];
}

function rowOf(book: ParameterBook, parameter: Parameter, place: PlaceOf, day: PlainDate, hukouKind: HukouKind): StandardRow {
  const head = { division: place.code, divisionName: place.name, hukouKind };
  const answer = book.read(parameter.id, place.path, day, hukouKind);
  if (answer.is === 'gap') return { ...head, fen: null, from: null, before: null, growth: null, document: null, demo: false, formula: null, kept: false, gap: answer.reason };
  const { reading } = answer;
  const since = sinceOf(reading);
  const earlier = book.read(parameter.id, place.path, addDays(since, -1), hukouKind);
  const before = earlier.is === 'gap' ? null : Number(earlier.reading.value);
  const fen = Number(reading.value);
  return {
    ...head, fen, from: since, before, growth: before === null || before === 0 ? null : growthOf(before, fen), document: reading.document, demo: reading.demo,
    formula: reading.derivedFrom === undefined ? null : `${reading.derivedFrom.base.title}的 ${reading.derivedFrom.ratio} 倍`, kept: reading.keptFrom !== undefined, gap: null,
  };
}

/** A derived figure holds since the later of its rule and its base. */
const sinceOf = (reading: ParameterReading): PlainDate => {
  const base = reading.derivedFrom?.base;
  const from = base === undefined ? undefined : sinceOf(base);
  return from !== undefined && from > reading.from ? from : reading.from;
};


function ruralMean(book: ParameterBook, parameter: Parameter, places: readonly PlaceOf[], day: PlainDate): ListedStandard['rural'] {
  const amounts = places.map((place) => book.read(parameter.id, place.path, day, 'rural')).map((answer) => (answer.is === 'gap' ? null : Number(answer.reading.value)));
  const missing = amounts.filter((amount) => amount === null).length;
  if (missing > 0) return { fen: null, places: places.length, why: `${places.length} 个地方里 ${missing} 个没有来源，不平均` };
  return { fen: Math.round(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) / places.length), places: places.length, why: null };
}

function historyOf(book: ParameterBook, parameter: Parameter, places: readonly PlaceOf[], nameOf: (code: string) => string): HistoryRow[] {
  const codes = searchPath(places.map((place) => place.code)).filter((code) => code !== '00');
  return book.values.filter((value) => value.parameter === parameter.id && codes.includes(shortDivisionCode(value.division)))
    .toSorted((a, b) => a.division.localeCompare(b.division) || a.from.localeCompare(b.from))
    .map((value): HistoryRow => ({
      division: value.division, divisionName: nameOf(value.division), hukouKind: value.hukouKind ?? null, from: value.from, to: value.to, demo: value.demo === true,
      fen: value.is === 'value' ? Number(value.value) : null, document: value.is === 'gap' ? null : value.document,
      note: value.is === 'gap' ? value.reason : value.is === 'derived' ? `${book.findParameter(value.base)?.title ?? value.base}的 ${value.ratio} 倍` : null,
    }));
}
