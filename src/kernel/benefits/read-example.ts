import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import { yuan, type Fen } from '../values/money.ts';
import { parsePlainDate, type PlainDate } from '../values/plain-date.ts';

/** A golden case in Chinese that an official can read and check: a household, the law and the day, and what it must come to. */
export interface Example {
  readonly name: string;
  /** 依据: why this is the right answer. */
  readonly ground: string;
  readonly division: string;
  readonly day: PlainDate;
  readonly demo: boolean;
  /** 试算值: figures the case itself supplies where the law leaves a gap, to reach the step it is about. Money in 元. */
  readonly trial: Readonly<Record<string, number | string | boolean>>;
  /** The part that describes the household, in the words of its matter. */
  readonly household: Readonly<Record<string, unknown>>;
  readonly expected: {
    readonly outcome: Assessment['outcome'];
    readonly rules?: string;
    readonly fen?: Fen;
    /** Criterion id → result. */
    readonly grounds: Readonly<Record<string, 'met' | 'unmet' | 'unknown'>>;
    readonly lines?: readonly { readonly item: string; readonly person?: string; readonly fen: Fen }[];
    /** Ids of the parameters or facts still missing. */
    readonly needs?: readonly string[];
    /** Words the explanation must hold, and words it must not. */
    readonly says: readonly string[];
    readonly doesNotSay: readonly string[];
  };
}

const OUTCOMES = { 批准: 'granted', 不批准: 'refused', 还不能定: 'unknown' } as const;
const RESULTS = { 符合: 'met', 不符合: 'unmet', 不知道: 'unknown' } as const;
const text = z.string().min(1);
const keyOf = <T extends Readonly<Record<string, string>>>(words: T) => z.enum(Object.keys(words) as [keyof T & string]).transform((word) => words[word] as T[keyof T]);
const amount = z.number().transform((value) => yuan(value));

const shape = z.looseObject({
  名称: text,
  依据: text,
  地区: text.regex(/^\d{6}(?:\d{3}(?:\d{3})?)?$/),
  日期: text.transform((value, context): PlainDate => {
    const day = parsePlainDate(value);
    if (day === undefined) context.addIssue({ code: 'custom', message: '写成 2014-11-26 这样的日期' });
    return day ?? (value as PlainDate);
  }),
  演示值: z.literal('用').optional(),
  试算值: z.record(text, z.union([z.number(), z.string(), z.boolean()])).default({}),
  应得结果: z.strictObject({
    结果: keyOf(OUTCOMES),
    规则: text.optional(),
    金额元: amount.optional(),
    理由: z.record(text, keyOf(RESULTS)).default({}),
    明细: z.array(z.strictObject({ 项目: text, 成员: text.optional(), 金额元: amount })).optional(),
    还缺: z.array(text).optional(),
    说明里有: z.array(text).default([]),
    说明里没有: z.array(text).default([]),
  }),
});

/** Reads one file of a matter's `examples/`, which holds a list of cases. Throws AppError('example-wrong') naming file, case and key. */
export function readExamples(path: string, content: string): Example[] {
  const parsed = z.array(shape).min(1).safeParse(parse(content));
  if (!parsed.success) throw new AppError('example-wrong', parsed.error.issues.map((issue) => `${path}：${issue.path.join('.')}：${issue.message}`).join('\n'));
  return parsed.data.map(({ 名称, 依据, 地区, 日期, 演示值, 试算值, 应得结果, ...household }) => ({
    name: 名称,
    ground: 依据,
    division: 地区,
    day: 日期,
    demo: 演示值 !== undefined,
    trial: 试算值,
    household,
    expected: {
      outcome: 应得结果.结果,
      ...(应得结果.规则 === undefined ? {} : { rules: 应得结果.规则 }),
      ...(应得结果.金额元 === undefined ? {} : { fen: 应得结果.金额元 }),
      grounds: 应得结果.理由,
      ...(应得结果.明细 === undefined
        ? {}
        : { lines: 应得结果.明细.map((line) => ({ item: line.项目, ...(line.成员 === undefined ? {} : { person: line.成员 }), fen: line.金额元 })) }),
      ...(应得结果.还缺 === undefined ? {} : { needs: 应得结果.还缺 }),
      says: 应得结果.说明里有,
      doesNotSay: 应得结果.说明里没有,
    },
  }));
}
