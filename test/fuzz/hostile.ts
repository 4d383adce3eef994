import fc from 'fast-check';

/** Stands in what the fuzz sends; if it is ever found in a log, what people write gets into logs. */
export const CANARY = '欧阳绝密';

const text: readonly unknown[] = [
  '', ' ', '\u0000', `${CANARY}\u0000后`, '\uD800', '尾\uDFFF', '\uFEFF', '👨‍👩‍👧‍👦', '\u202Eabc', 'e\u0301\u0301\u0301', '𠮷野家', '%', '_', '\\', "'; drop table person; --", '{1,2}', '[]', 'null', '-1', '1e400', '0x10', '１２３', 'NaN',
  `${CANARY}440101199001011234`, '<script>alert(1)</script>', '../../etc/passwd', '\r\nset-cookie: a=b', '民'.repeat(201), '民'.repeat(70_000), 'a'.repeat(1_100_000),
];
const numbers: readonly unknown[] = [-1, 0, 1, -0.5, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e19, 1e308, 99_999];
const days: readonly unknown[] = ['2014-02-30', '2013-02-29', '0000-00-00', '0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01', '-0044-03-15', '2014-13-01', '2014-11', '2014-00', '9999-12', '0000-01', '2014-11-03T00:00:00Z', '294277-01-01', '1752-09-03', '2014-1-1', 'infinity', 'now', 'epoch'];
const shapes: readonly unknown[] = [null, true, false, {}, [], [[]], [null], { id: 1 }, { $gt: '' }, { toString: 1 }, { length: -1 }, nest(200, []), nest(3000, 1), Array.from({ length: 10_000 }, (_, at) => at), Array.from({ length: 300 }, () => 1), Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`k${at}`, at]))];

function nest(depth: number, inside: unknown): unknown {
  let value = inside;
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}

/** One wrong thing done to one place of an input; `at` is counted over all its places. */
export interface Damage { readonly at: number; readonly kind: 'replace' | 'remove' | 'add' | 'double'; readonly value: unknown }

export const damages: fc.Arbitrary<readonly Damage[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<readonly Damage[]>([]) },
  {
    weight: 6, arbitrary: fc.array(fc.record({
      at: fc.nat(200), kind: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'remove', 'add', 'double'),
      value: fc.oneof(fc.constantFrom(...text), fc.constantFrom(...numbers), fc.constantFrom(...days), fc.constantFrom(...shapes), fc.string({ unit: 'binary', maxLength: 30 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()),
    }), { minLength: 1, maxLength: 3 }),
  },
);

type Place = { readonly holder: Record<string, unknown> | unknown[]; readonly key: string | number };

function placesOf(value: unknown, found: Place[] = [], depth = 0): Place[] {
  if (value === null || typeof value !== 'object' || found.length > 400 || depth > 12) return found;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    placesOf(holder[key], found, depth + 1);
  }
  return found;
}

/** The same input with these things wrong; the input itself stays as it was. */
export function damaged(input: unknown, wrongs: readonly Damage[]): unknown {
  let whole: unknown = structuredClone(input);
  for (const { at, kind, value: wrong } of wrongs) {
    const value: unknown = structuredClone(wrong);
    const places = placesOf(whole);
    const place = places[at % Math.max(1, places.length)];
    if (!place) { whole = kind === 'replace' ? value : { [`extra${at}`]: value }; continue; }
    const holder = place.holder as Record<string | number, unknown>;
    if (kind === 'replace') holder[place.key] = value;
    else if (kind === 'remove' && Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
    else if (kind === 'remove') delete holder[place.key];
    else if (kind === 'double') holder[place.key] = [holder[place.key], holder[place.key]];
    else if (Array.isArray(place.holder)) place.holder.push(value);
    else holder[['extra', '多余', 'constructor', 'id', 'a\u0000b'][at % 5]!] = value;
  }
  return whole;
}
