import { AppError } from '../contract/refusal.ts';
import type { HukouKind, Parameter, ParameterReading, ParameterValue } from '../contract/parameter.ts';
import { contains } from '../values/period.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { checkParameterValues } from './check-parameter-values.ts';
import { deriveMoney } from './derive-money.ts';
import { searchPath, shortDivisionCode } from './division-path.ts';

/** A figure that must exist and is not there. */
export interface ParameterGap {
  readonly is: 'gap';
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

export type BookAnswer = { readonly is: 'value'; readonly reading: ParameterReading } | ParameterGap;

/** All figures a bureau set, by division and period. Pure: built from declarations and files, or from the city's table. */
export interface ParameterBook {
  readonly parameters: readonly Parameter[];
  readonly values: readonly ParameterValue[];
  findParameter(id: string): Parameter | undefined;
  /**
   * The entry in force on the day: of the divisions given (most specific first; the nation stands above them unsaid) the most
   * specific that has one, there a value for the hukou kind before a common one. A value really set always goes before a demo value.
   */
  find(id: string, divisions: readonly string[], day: PlainDate, hukouKind?: HukouKind): ParameterValue | undefined;
  /** The figure itself, with its document; derived values are worked out from their base. A missing one is a gap, never a guess. */
  read(id: string, divisions: readonly string[], day: PlainDate, hukouKind?: HukouKind): BookAnswer;
}

/**
 * Builds the book. Demo values are left out unless asked for. Throws AppError('parameter-values-wrong') naming every wrong entry:
 * two of one parameter, division and hukou kind whose periods overlap, a value of another kind than declared, an unknown parameter.
 */
export function makeParameterBook(
  parameters: readonly Parameter[],
  values: readonly ParameterValue[],
  options: { readonly demo?: boolean } = {},
): ParameterBook {
  const problems = checkParameterValues(parameters, values);
  if (problems.length > 0) throw new AppError('parameter-values-wrong', problems.join('\n'));
  const kept = options.demo === true ? values : values.filter((value) => value.demo !== true);
  const declared = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  const shelf = shelve(kept);

  const find: ParameterBook['find'] = (id, divisions, day, hukouKind) => {
    const known = shelf.get(id);
    if (known === undefined) return undefined;
    const inForce = searchPath(divisions).flatMap((division) => pickInForce(known.get(division), day, hukouKind));
    const real = inForce.find((value) => value.demo !== true);
    return real !== undefined && real.is !== 'gap' ? real : (inForce.find((value) => value.demo === true) ?? real);
  };

  const read = (id: string, divisions: readonly string[], day: PlainDate, hukouKind: HukouKind | undefined, asked: readonly string[]): BookAnswer => {
    const parameter = declared.get(id);
    if (parameter === undefined) throw new AppError('parameter-undeclared', `参数 ${id} 没有声明：写进事项的 parameters`);
    if (asked.includes(id)) throw new AppError('parameter-circular', `参数互相推算，绕成了圈：${[...asked, id].join(' → ')}`);
    const entry = find(id, divisions, day, hukouKind);
    if (entry === undefined) return { is: 'gap', id, title: parameter.title, reason: '没有录入适用于这个地区和日期的数' };
    if (entry.is === 'gap') return { is: 'gap', id, title: parameter.title, reason: entry.reason };
    const common = readingHead(parameter, entry);
    if (entry.is === 'value') return { is: 'value', reading: { ...common, value: entry.value } };
    const base = read(entry.base, divisions, day, hukouKind, [...asked, id]);
    if (base.is === 'gap') return base;
    const value = deriveMoney(base.reading.value, entry);
    const demo = common.demo || base.reading.demo;
    const reading: ParameterReading = { ...common, demo, value, derivedFrom: { base: base.reading, ratio: entry.ratio } };
    return { is: 'value', reading: entry.notBelowPrevious === true ? keepHigher(reading, read(id, divisions, addDays(entry.from, -1), hukouKind, [])) : reading };
  };

  return {
    parameters,
    values: kept,
    findParameter: (id) => declared.get(id),
    find,
    read: remember((id, divisions, day, hukouKind) => read(id, divisions, day, hukouKind, [])),
  };
}

/** 不低于现行标准: what held before stays where the formula would give less. */
function keepHigher(reading: ParameterReading, before: BookAnswer): ParameterReading {
  if (before.is === 'gap' || Number(before.reading.value) <= Number(reading.value)) return reading;
  return { ...reading, value: before.reading.value, keptFrom: before.reading.keptFrom ?? before.reading.from };
}

/** A mass run asks for the same few figures of a place and day again and again; answers do not change while the book lives. */
function remember(read: ParameterBook['read']): ParameterBook['read'] {
  // a run passes the same list of divisions again and again: found by identity first, so that no key has to be spelt out of it
  let places = new WeakMap<readonly string[], Map<string, BookAnswer>>();
  const byCodes = new Map<string, Map<string, BookAnswer>>();
  let size = 0;
  const answersFor = (divisions: readonly string[]): Map<string, BookAnswer> => {
    const codes = divisions.join(',');
    const answers = byCodes.get(codes) ?? new Map<string, BookAnswer>();
    byCodes.set(codes, answers);
    places.set(divisions, answers);
    return answers;
  };
  return (id, divisions, day, hukouKind) => {
    if (size >= MOST_REMEMBERED) {
      byCodes.clear();
      places = new WeakMap();
      size = 0;
    }
    const answers = places.get(divisions) ?? answersFor(divisions);
    const key = `${id}|${day}|${hukouKind ?? ''}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = read(id, divisions, day, hukouKind);
      answers.set(key, answer);
      size += 1;
    }
    return answer;
  };
}

const MOST_REMEMBERED = 100_000;

type Shelf = Map<string, Map<string, ParameterValue[]>>;

function shelve(values: readonly ParameterValue[]): Shelf {
  const shelf: Shelf = new Map();
  for (const value of values) {
    const byDivision = shelf.get(value.parameter) ?? new Map<string, ParameterValue[]>();
    shelf.set(value.parameter, byDivision);
    const division = shortDivisionCode(value.division);
    const entries = byDivision.get(division);
    if (entries === undefined) byDivision.set(division, [value]);
    else entries.push(value);
  }
  return shelf;
}

/** Of one division's entries: at most one that was really set and one demo value, each the hukou kind's before the common one. */
function pickInForce(entries: readonly ParameterValue[] | undefined, day: PlainDate, hukouKind: HukouKind | undefined): ParameterValue[] {
  if (entries === undefined) return [];
  const inForce = entries.filter((entry) => contains(entry, day) && (entry.hukouKind === undefined || entry.hukouKind === hukouKind));
  inForce.sort((left, right) => Number(right.hukouKind !== undefined) - Number(left.hukouKind !== undefined));
  const real = inForce.find((entry) => entry.demo !== true);
  const demo = inForce.find((entry) => entry.demo === true);
  return [real, demo].filter((entry) => entry !== undefined);
}

function readingHead(parameter: Parameter, entry: Exclude<ParameterValue, { is: 'gap' }>): Omit<ParameterReading, 'value'> {
  return {
    id: parameter.id,
    title: parameter.title,
    unit: parameter.unit,
    kind: parameter.kind,
    division: entry.division,
    from: entry.from,
    ...(entry.hukouKind === undefined ? {} : { hukouKind: entry.hukouKind }),
    document: entry.document,
    demo: entry.demo === true,
  };
}
