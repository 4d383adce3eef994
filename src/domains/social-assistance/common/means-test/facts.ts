import { z } from 'zod';
import { ageOn, parsePlainDate, type PlainDate } from '../../../../kernel/values/plain-date.ts';
import { APPLICATIONS, AWAY, DEDUCTIONS, DISABILITIES, HUKOU_KINDS, INCOME_CATEGORIES, INCOME_KINDS, LABOUR, RELATIONS, RIGID_SPENDING, SEXES, STUDIES } from './terms.ts';

function choice<const T extends Readonly<Record<string, string>>>(words: T, title: string) {
  const keys = Object.keys(words) as (keyof T & string)[];
  return z.enum(keys as [keyof T & string, ...(keyof T & string)[]]).meta({ title, description: keys.map((key) => `${key} ${words[key]}`).join('；') });
}
const yes = (title: string) => z.boolean().meta({ title });
const cents = (title: string) => z.int().min(0).meta({ title, unit: '分' });

/** Either the same sum every month, or the whole of what came in over some months (the window the law counts). */
const regularity = {
  monthlyFen: cents('每月金额').optional(),
  windowTotalFen: cents('规定期限内的总额').optional(),
  months: z.int().min(1).max(60).meta({ title: '总额是几个月的', unit: '个月' }).optional(),
};
const oneOfTwo = (value: { monthlyFen?: number | undefined; windowTotalFen?: number | undefined; months?: number | undefined }): boolean =>
  value.monthlyFen === undefined ? value.windowTotalFen !== undefined && value.months !== undefined : value.windowTotalFen === undefined && value.months === undefined;
const ONE_OF_TWO = { error: '要写每月金额（monthlyFen），或者写总额和它是几个月的（windowTotalFen 和 months），只写一种' };

const income = z
  .strictObject({
    category: choice(INCOME_CATEGORIES, '收入类别'),
    kind: choice(INCOME_KINDS, '收入种类').default('ordinary'),
    note: z.string().max(50).meta({ title: '做什么、哪里来' }).optional(),
    ...regularity,
  })
  .refine(oneOfTwo, ONE_OF_TWO)
  .meta({ title: '一笔收入' });

const deduction = z
  .strictObject({ kind: choice(DEDUCTIONS, '扣减项目'), ...regularity })
  .refine(oneOfTwo, ONE_OF_TWO)
  .meta({ title: '一笔扣减' });

const birthDate = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, { error: '写成 1958-03-05 这样的日期' })
  .transform((text) => text as PlainDate)
  .meta({ title: '出生日期' });

const member = z
  .strictObject({
    key: z.string().min(1).max(40).meta({ title: '成员代号', description: '一户之内不重复' }),
    name: z.string().min(1).max(40).meta({ title: '姓名' }).optional(),
    relation: choice(RELATIONS, '与申请人关系'),
    sex: choice(SEXES, '性别').optional(),
    birthDate: birthDate.optional(),
    age: z.int().min(0).max(150).meta({ title: '周岁', unit: '周岁', description: '没有出生日期时填' }).optional(),
    hukouHere: yes('是否本市户籍'),
    livesTogether: yes('是否长期共同居住').default(true),
    supportDuty: yes('是否有法定赡养、扶养、抚养义务关系').default(true),
    dependent: yes('已成年但不能独立生活').default(false),
    away: choice(AWAY, '不在家的情形').default('no'),
    disability: z
      .strictObject({ kind: choice(DISABILITIES, '残疾类别'), grade: z.int().min(1).max(4).meta({ title: '残疾等级', unit: '级' }) })
      .meta({ title: '残疾证' })
      .optional(),
    seriousIllness: yes('是否患当地认定的重特大疾病').default(false),
    specialOutpatient: z.int().min(1).max(2).meta({ title: '门诊特定病种类别', unit: '类' }).optional(),
    childless: yes('是否无子女').default(false),
    familyPlanningHardship: yes('是否计划生育困难（特殊）家庭成员').default(false),
    study: choice(STUDIES, '在读学历').default('none'),
    fullTime: yes('是否全日制').default(true),
    labour: choice(LABOUR, '劳动能力').default('able'),
    unemployed: yes('是否无业').default(false),
    ownHukouBooklet: yes('是否单独立户').default(false),
    parentsUnable: yes('父母是否不能履行抚养义务').default(false),
    idleWithoutCause: yes('法定劳动年龄内有劳动能力，无正当理由不工作（调查认定）').default(false),
    refusedJobs: z.int().min(0).max(99).meta({ title: '领取期间连续无正当理由拒绝介绍工作的次数', unit: '次' }).default(0),
    authorised: yes('是否已授权核对经济状况').optional(),
    incomes: z.array(income).max(50).meta({ title: '收入' }).default([]),
    deductions: z.array(deduction).max(20).meta({ title: '扣减' }).default([]),
  })
  .refine((one) => one.birthDate !== undefined || one.age !== undefined, { path: ['birthDate'], error: '没有填：写出生日期（birthDate），不知道就写周岁（age）' })
  .meta({ title: '家庭成员' });

const assets = z
  .strictObject({
    movableFen: cents('存款、证券、基金、商业保险等动产合计').optional(),
    vehicles: z.int().min(0).max(99).meta({ title: '机动车、船舶', unit: '辆', description: '残疾人代步车不算' }).optional(),
    houses: z.int().min(0).max(99).meta({ title: '房屋', unit: '套' }).optional(),
  })
  .meta({ title: '家庭财产' });

const rigid = z
  .strictObject({ kind: choice(RIGID_SPENDING, '支出种类'), totalFen: cents('期限内自己负担的总额'), months: z.int().min(1).max(60).meta({ title: '总额是几个月的', unit: '个月' }) })
  .meta({ title: '一项刚性支出' });

/** What has to be known of a household that applies: from the application form, the answers of the agencies and the survey. 金额以分计. */
export const facts = z
  .strictObject({
    division: z.string().regex(/^(?:\d{6}|\d{9}|\d{12})$/).meta({ title: '受理地的区划代码' }).optional(),
    application: choice(APPLICATIONS, '申请方式').default('household'),
    hukouKind: choice(HUKOU_KINDS, '户口性质').optional(),
    nearSubsistenceFamily: yes('所在家庭是否低保边缘家庭').optional(),
    threeNone: yes('是否“三无”：无生活来源、无劳动能力、无法定赡养扶养抚养人').default(false),
    singleParent: yes('是否单亲家庭').default(false),
    members: z.array(member).min(1).max(40).meta({ title: '家庭成员' }),
    rigidSpending: z.array(rigid).max(40).meta({ title: '刚性支出' }).default([]),
    assets: assets.default({}),
  })
  .superRefine((household, context) => {
    const applicants = household.members.filter((one) => one.relation === 'self').length;
    if (applicants !== 1) context.addIssue({ code: 'custom', path: ['members'], message: `要有一个，也只能有一个申请人本人（relation: self），现在有 ${applicants} 个` });
    const keys = new Set(household.members.map((one) => one.key));
    if (keys.size !== household.members.length) context.addIssue({ code: 'custom', path: ['members'], message: '里有两个人的成员代号相同' });
  });

export type Facts = z.output<typeof facts>;
/** As written from outside, before defaults are filled in. */
export type FactsInput = z.input<typeof facts>;
export type Member = Facts['members'][number];
export type Income = Member['incomes'][number];
export type Deduction = Member['deductions'][number];

/** Whole years on the day; the date of birth goes before a stated age. */
export function ageOf(one: Pick<Member, 'birthDate' | 'age'>, day: PlainDate): number {
  if (one.birthDate !== undefined) return ageOn(one.birthDate, day);
  return one.age ?? 0;
}

/** Name as written in reasons and workings. */
export const nameOf = (one: Pick<Member, 'name' | 'relation'>): string => one.name ?? RELATIONS[one.relation];
