import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { AppError } from '../contract/refusal.ts';
import type { Parameter, ParameterValue, SourceDocument } from '../contract/parameter.ts';
import { yuan } from '../values/money.ts';
import { parsePlainDate, type PlainDate } from '../values/plain-date.ts';
import { parseRatio } from './derive-money.ts';

/** An entry with the file it stands in, for the page of parameters and for messages. */
export interface FiledValue {
  readonly file: string;
  readonly value: ParameterValue;
}

const day = z.string({ error: '写成 2014-01-01 这样的日期' }).transform((text, context): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: '写成 2014-01-01 这样的日期' });
  return parsed ?? (text as PlainDate);
});
const text = z.string({ error: '要写文字' }).min(1, { error: '不能空着' });
const ratio = z.string({ error: '比例要加引号写成小数文字，如 "0.4"' }).refine((value) => parseRatio(value) !== undefined, { error: '比例要写成小数文字，如 "0.4"' });

const document = z.strictObject(
  { title: text, number: text.nullable(), issuer: text.optional(), issuedOn: day.optional(), readIn: text.optional() },
  { error: '文件要写 title 和 number（没有文号写 null），可写 issuer、issuedOn、readIn' },
);

const entry = z
  .strictObject({
    division: z.string({ error: '地区代码要加引号，如 "442000"' }).regex(/^(?:\d{2}|\d{6}|\d{9}|\d{12})$/, { error: '地区代码是 2、6、9 或 12 位数字' }),
    from: day,
    to: day.nullable(),
    hukouKind: z.enum(['urban', 'rural'], { error: '只能是 urban 或 rural' }).optional(),
    value: z.union([z.number(), z.string(), z.boolean()], { error: '值是数、文字或 true/false' }).optional(),
    derived: z
      .strictObject({
        base: text,
        ratio,
        rounding: z.strictObject({ to: z.enum(['fen', 'jiao', 'yuan']), mode: z.enum(['half-up', 'up', 'down']) }),
        notBelowPrevious: z.boolean().optional(),
      })
      .optional(),
    gap: text.optional(),
    document: document.optional(),
  })
  .superRefine((value, context) => {
    const ways = [value.value, value.derived, value.gap].filter((way) => way !== undefined).length;
    if (ways !== 1) context.addIssue({ code: 'custom', message: 'value、derived、gap 三样写一样，只写一样' });
    if (value.gap === undefined && value.document === undefined) context.addIssue({ code: 'custom', path: ['document'], message: '每个数都要写出自哪个文件（document）' });
  });

const file = z.strictObject({
  demo: z.literal(true, { error: '演示值文件写 demo: true，其他文件不写' }).optional(),
  parameters: z.record(z.string(), z.array(entry)),
});

/**
 * Reads one file of figures. Amounts stand in 元 and become 分. Throws AppError('parameter-file-wrong') naming file, key and remedy.
 */
export function readParameterFile(path: string, content: string, parameters: readonly Parameter[]): ParameterValue[] {
  const source = parseDocument(content);
  if (source.errors.length > 0) throw new AppError('parameter-file-wrong', `${path}：不是合法的 YAML：${source.errors[0]?.message}`);
  const parsed = file.safeParse(source.toJS());
  if (!parsed.success) {
    throw new AppError('parameter-file-wrong', parsed.error.issues.map((issue) => `${path}：${issue.path.join('.') || '（整个文件）'}：${issue.message}`).join('\n'));
  }
  const demo = parsed.data.demo === true;
  return Object.entries(parsed.data.parameters).flatMap(([id, entries]) => {
    const parameter = parameters.find((one) => one.id === id);
    if (parameter === undefined) throw new AppError('parameter-file-wrong', `${path}：parameters.${id}：没有声明这个参数。在事项的 parameters 里声明，或改正名字`);
    return entries.map((one, index) => toValue(one, parameter, demo, `${path}：parameters.${id}.${index}`));
  });
}

function toValue(one: z.infer<typeof entry>, parameter: Parameter, demo: boolean, where: string): ParameterValue {
  const dated = {
    parameter: parameter.id,
    division: one.division,
    from: one.from,
    to: one.to,
    ...(one.hukouKind === undefined ? {} : { hukouKind: one.hukouKind }),
    ...(demo ? { demo: true } : {}),
  };
  if (one.gap !== undefined) return { ...dated, is: 'gap', reason: one.gap };
  const held = toDocument(one.document);
  if (one.derived !== undefined) {
    const { notBelowPrevious, ...formula } = one.derived;
    return { ...dated, is: 'derived', ...formula, ...(notBelowPrevious === undefined ? {} : { notBelowPrevious }), document: held };
  }
  return { ...dated, is: 'value', value: toKind(one.value, parameter, where), document: held };
}

function toDocument(held: z.infer<typeof document> | undefined): SourceDocument {
  if (held === undefined) throw new AppError('parameter-file-wrong', 'document');
  return {
    title: held.title,
    number: held.number,
    ...(held.issuer === undefined ? {} : { issuer: held.issuer }),
    ...(held.issuedOn === undefined ? {} : { issuedOn: held.issuedOn }),
    ...(held.readIn === undefined ? {} : { readIn: held.readIn }),
  };
}

function toKind(value: number | string | boolean | undefined, parameter: Parameter, where: string): number | string | boolean {
  if (value === undefined) throw new AppError('parameter-file-wrong', `${where}.value：没有值`);
  if (parameter.kind !== 'money') return value;
  if (typeof value !== 'number') throw new AppError('parameter-file-wrong', `${where}.value：金额写成以元计的数，如 533 或 533.5`);
  try {
    return yuan(value);
  } catch (cause) {
    throw new AppError('parameter-file-wrong', `${where}.value：${value} 不是准到分的金额`, cause);
  }
}

/** Reads all `*.yaml` of a folder, in order of name. `root` only shortens the paths in messages. */
export function readParameterFiles(folder: string, parameters: readonly Parameter[], root = folder): FiledValue[] {
  return globSync('*.yaml', { cwd: folder })
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const shown = relative(root, path);
      return readParameterFile(shown, readFileSync(path, 'utf8'), parameters).map((value) => ({ file: shown, value }));
    });
}
