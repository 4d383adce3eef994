import { z } from 'zod';

/**
 * A register's declaration as plain data: what a bureau writes in the browser, and what a declaration file may hold. Everything a stranger could send is refused
 * here by its shape; names that reach the database are letters and digits only. Whether it makes sense is asked by `listProblems`.
 */
const words = z.string().trim().max(60);
const longWords = z.string().trim().max(300);
/** Short enough to stay a column's name with every capital written out. */
const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,23}$/, { message: '代号要用小写字母开头的字母和数字' });
const slug = z.string().max(24).regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { message: '代号要用小写字母、数字和连字符' });
const role = z.string().max(40).regex(/^[a-z][a-z-]*$/);
const keyed = <T extends z.ZodType>(name: z.ZodType<string, string>, value: T) => z.record(name, value);
const flag = z.literal(true).optional();

const law = z.strictObject({ instrument: words.min(1), article: words.optional(), documentNumber: words.nullable().optional() });
const option = z.strictObject({ value: slug, title: words });
/** Kinds a field may be of. */
export const kinds = ['text', 'long-text', 'money', 'integer', 'number', 'year', 'date', 'month', 'choice', 'choices', 'yes-no', 'person-name', 'id-card', 'phone', 'bank-account', 'division', 'files', 'place', 'link'] as const;
const bound = z.number().min(-1e12).max(1e12).optional();
const field = z.strictObject({
  key, title: words, kind: z.enum(kinds), help: longWords.optional(), required: z.boolean().optional(), options: z.array(option).max(200).optional(), unit: z.string().trim().max(12).optional(),
  min: bound, max: bound, maxLength: z.int().min(1).max(4000).optional(), decimals: z.int().min(0).max(6).optional(), to: z.string().max(40).regex(/^[a-z][a-z0-9-]*$/).optional(),
  listed: flag, searched: flag, indexed: flag, counted: flag, sensitive: z.union([z.literal(true), z.array(role).min(1).max(20)]).optional(), columns: z.array(words.min(1)).max(20).optional(), hidden: flag,
});
const where = keyed(key, z.union([z.string().max(60), z.boolean(), z.array(z.string().max(60)).min(1).max(50)]));
const total = z.strictObject({ key, title: words, unit: z.string().trim().max(12).optional(), as: z.enum(['count', 'sum', 'distinct', 'last']), of: key.optional(), where: where.optional() });
const subRecord = z.strictObject({
  id: slug, title: words, unit: z.string().trim().max(12), day: words, fields: z.array(field).max(60), person: z.strictObject({ title: words, optional: flag }).optional(),
  totals: z.array(total).max(20).optional(), key: z.array(key).max(6).optional(), hidden: flag,
});
const state = z.strictObject({ title: words, ends: flag, before: flag, from: z.array(slug).max(40).optional(), needs: z.array(key).max(40).optional(), person: flag, law: law.optional() });
const compare = z.strictObject({ left: key, is: z.enum(['<=', '>=', '=', '<', '>']), right: z.union([key, z.number().min(-1e12).max(1e12)]), sentence: longWords });
const check = z.strictObject({ id: slug, title: words, law: law.optional(), then: z.enum(['refuse', 'warn']), entering: z.array(slug).max(40).optional(), test: compare });
const formula = z.union([z.strictObject({ ratio: key, over: key, percent: flag, decimals: z.int().min(0).max(4).optional() }), z.strictObject({ difference: key, minus: key }), z.strictObject({ daysUntil: key })]);
const derived = z.strictObject({ key, title: words, kind: z.enum(['integer', 'number', 'money']), unit: z.string().trim().max(12).optional(), value: formula });
const days = z.int().min(0).max(3660);
const due = z.union([z.strictObject({ field: key, before: days }), z.strictObject({ entries: slug, every: z.union([z.int().min(1).max(240), key]), where: where.optional() }), z.strictObject({ entries: slug, field: key, before: days, where: where.optional() }), z.strictObject({ standing: days })]);
const reminder = z.strictObject({ id: slug, title: words, law: law.optional(), in: z.array(slug).max(40).optional(), due });
const countOf = z.strictObject({
  what: z.enum(['stock', 'opened', 'ended', 'entered', 'dated', 'entries']), on: key.optional(), sub: slug.optional(), states: z.array(slug).max(40).optional(), where: where.optional(), sum: key.optional(), distinct: key.optional(), divisions: z.enum(['town', 'village', 'county']).optional(), lacking: flag, until: key.optional(), rural: flag,
});
const count = z.strictObject({ id: slug, title: words, unit: z.string().trim().max(12), definition: longWords.optional(), of: countOf, over: countOf.optional(), rounding: z.strictObject({ decimals: z.int().min(0).max(4) }).optional(), percent: flag });
const target = z.strictObject({ id: slug, title: words, count: slug });
const holder = z.union([z.strictObject({ kind: z.literal('person'), title: words, optional: flag }), z.strictObject({ kind: z.literal('division') }), z.strictObject({ kind: z.literal('link'), field: key })]);

/** In the order a declaration file is written. */
export const declarationShape = z.strictObject({
  id: z.string().max(40).regex(/^[a-z][a-z0-9-]*$/).default('own'),
  title: words, unit: z.string().trim().max(12), purpose: longWords, series: z.string().trim().max(4).regex(/^[A-Z]*$/, { message: '编号字头只用大写字母' }).default(''),
  line: z.string().max(40).regex(/^[a-z][a-z-]*$/).default('own'),
  law: z.array(law).max(10).optional(), holder: holder.optional(), name: key.optional(),
  fields: z.array(field).max(150), key: z.array(key).max(6).optional(), states: keyed(slug, state), subRecords: z.array(subRecord).max(12).optional(),
  derived: z.array(derived).max(30).optional(), checks: z.array(check).max(40).optional(), reminders: z.array(reminder).max(20).optional(), counts: z.array(count).max(40).optional(), targets: z.array(target).max(20).optional(),
  expected: z.strictObject({ every: z.enum(['county', 'town', 'village']), title: words.min(1), where: where.optional(), rural: flag }).optional(),
  across: flag, keepers: z.array(role).min(1).max(40), readers: z.array(role).max(40).optional(),
});
/** What is sent and kept; `line` names the shelf it stands on. */
export type OwnDeclaration = z.output<typeof declarationShape>;
export type OwnDeclarationSent = z.input<typeof declarationShape>;
