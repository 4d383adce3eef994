import fc from 'fast-check';
import { z } from 'zod';
import type { Pool } from './read-pool.ts';

/** The part of JSON Schema that zod writes for our doors. */
interface Schema {
  readonly type?: string; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly additionalProperties?: Schema | boolean; readonly items?: Schema;
  readonly minimum?: number; readonly maximum?: number; readonly minLength?: number; readonly maxLength?: number; readonly minItems?: number; readonly maxItems?: number; readonly pattern?: string; readonly format?: string; readonly $ref?: string;
}

/** Valid-shaped inputs of a door, from its schema; ids and words are those of the planted city where the key's name tells which. */
export function inputsOf(input: z.ZodType, pool: Pool): fc.Arbitrary<unknown> {
  return valuesOf(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input', reused: 'inline', cycles: 'throw' }) as Schema, '', pool);
}

function valuesOf(schema: Schema, key: string, pool: Pool): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => valuesOf(one, key, pool)));
  if (schema.allOf?.[0]) return valuesOf(schema.allOf[0], key, pool);
  switch (schema.type) {
    case 'object': return objects(schema, key, pool);
    case 'array': return fc.array(valuesOf(schema.items ?? {}, key, pool), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, Math.max(4, schema.minItems ?? 0)) });
    case 'integer': case 'number': return numbersFor(schema, key, pool);
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    case 'string': return stringsFor(schema, key, pool);
    default: return fc.oneof(stringsFor({}, key, pool), fc.integer(), fc.boolean(), fc.constant(null), fc.constant({}), fc.constant([]));
  }
}

function objects(schema: Schema, key: string, pool: Pool): fc.Arbitrary<unknown> {
  const entries = Object.entries(schema.properties ?? {});
  if (entries.length === 0 && typeof schema.additionalProperties === 'object') {
    return fc.dictionary(fc.oneof(wordsFor(key, pool), wordsFor('', pool)), valuesOf(schema.additionalProperties, key, pool), { maxKeys: 5, noNullPrototype: true });
  }
  const model = Object.fromEntries(entries.map(([name, one]) => [name, valuesOf(one, name, pool)]));
  return fc.record(model, { requiredKeys: entries.map(([name]) => name).filter((name) => schema.required?.includes(name)) as never[], noNullPrototype: true });
}

/** `caseId`, `case`, `cases` → ids of tables whose name tells of a case. */
function idsFor(key: string, pool: Pool): readonly number[] {
  const stem = key.replace(/Ids?$/, '').replace(/s$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const near = [...pool.ids].filter(([table]) => stem !== '' && (table === stem || table.split('_').includes(stem) || table.endsWith(stem)));
  return near.flatMap(([, ids]) => ids);
}

function numbersFor(schema: Schema, key: string, pool: Pool): fc.Arbitrary<unknown> {
  const [min, max] = [Math.max(schema.minimum ?? -(2 ** 53) + 1, -(2 ** 53) + 1), Math.min(schema.maximum ?? 2 ** 53 - 1, 2 ** 53 - 1)];
  const ids = idsFor(key, pool);
  if (pool.surely && ids.length > 0) return fc.constantFrom(...ids);
  const any = fc.integer({ min: Math.ceil(Math.max(min, -(2 ** 31))), max: Math.floor(Math.min(max, 2 ** 31 - 1)) });
  return fc.oneof(
    { weight: 5, arbitrary: ids.length > 0 ? fc.constantFrom(...ids) : fc.integer({ min: Math.max(min, 1), max: Math.max(Math.max(min, 1), Math.min(max, 12)) }) },
    { weight: 3, arbitrary: fc.integer({ min: Math.max(min, 1), max: Math.max(Math.max(min, 1), Math.min(max, 8)) }) },
    { weight: 1, arbitrary: any }, { weight: 1, arbitrary: fc.constantFrom(min, max, Math.min(max, 2 ** 31), Math.min(max, 2 ** 31 - 1)) },
  );
}

const day = fc.constantFrom('2014-11-03', '2014-11-01', '2014-10-31', '2014-12-01', '2013-01-01', '2015-01-01', '2016-02-29', '2024-05-20', '1900-01-01', '0001-01-01', '9999-12-31');
const month = fc.constantFrom('2014-07', '2014-10', '2014-11', '2014-12', '2015-01', '2013-12', '1000-01', '9999-12', '2024-05');

function wordsFor(key: string, pool: Pool): fc.Arbitrary<string> {
  const known = pool.words.get(key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)) ?? [];
  const all = [...pool.words.values()].flat();
  const codes = pool.words.get('code') ?? [];
  return fc.oneof(
    { weight: 5, arbitrary: known.length > 0 ? fc.constantFrom(...known) : fc.constantFrom('subsistence-allowance', '442000', '442000001', '442000001016', 'low-income-recognition') },
    { weight: 2, arbitrary: fc.constantFrom(...all) }, { weight: 1, arbitrary: fc.constantFrom(...(codes.length > 0 ? codes : ['44'])) },
  );
}

function stringsFor(schema: Schema, key: string, pool: Pool): fc.Arbitrary<unknown> {
  if (schema.format === 'date') return day;
  const fits = (text: string): string => {
    const long = text.length < (schema.minLength ?? 0) ? text.padEnd(schema.minLength ?? 0, '民政') : text;
    return long.slice(0, schema.maxLength ?? 2000);
  };
  const spoken = fc.constantFrom('情况属实', '陈秀英', '13800000000', '442099195801024423', '0', '12.5', '100000000000000000000', '2014-11-03', '2014-11', 'AAAA', 'e30=');
  const written = fc.string({ unit: 'grapheme', minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 60, 60) });
  const matching = schema.pattern && !schema.format ? [{ weight: 6, arbitrary: fc.stringMatching(new RegExp(schema.pattern)).map((text) => text as string) }] : [];
  return fc.oneof(
    ...matching, { weight: 5, arbitrary: wordsFor(key, pool).map(fits) }, { weight: 2, arbitrary: spoken.map(fits) }, { weight: 1, arbitrary: written },
    { weight: /day|on$|from|to|date|until|by$/i.test(key) ? 8 : 0, arbitrary: day }, { weight: /month|from|to|since/i.test(key) ? 6 : 0, arbitrary: month },
  );
}
