import { yuan } from '../../../../kernel/values/money.ts';
import type { FactsInput } from './facts.ts';
import { APPLICATIONS, AWAY, DEDUCTIONS, DISABILITIES, HUKOU_KINDS, INCOME_CATEGORIES, INCOME_KINDS, LABOUR, RELATIONS, RIGID_SPENDING, SEXES, STUDIES } from './terms.ts';

type Entry = readonly [key: string, read: (value: unknown) => unknown];
type Words = Readonly<Record<string, Entry>>;

const asIs = (value: unknown): unknown => value;
/** The office's word back to the key that is stored; an unknown word stays and is refused by the schema. */
const word = (terms: Readonly<Record<string, string>>) => (value: unknown): unknown => Object.entries(terms).find(([, title]) => title === value)?.[0] ?? value;
const UNKNOWN: unknown = '不知道';
const yesNo = (value: unknown): unknown => (value === '是' ? true : value === '否' ? false : value === UNKNOWN ? undefined : value);
const cents = (value: unknown): unknown => (typeof value === 'number' ? yuan(value) : value);
const group = (words: Words) => (value: unknown): unknown => read(words, value);
const list = (words: Words) => (value: unknown): unknown => (Array.isArray(value) ? value.map((one) => read(words, one)) : value);

const SUM: Words = { 每月元: ['monthlyFen', cents], 总额元: ['windowTotalFen', cents], 月数: ['months', asIs] };
const MEMBER: Words = {
  称呼: ['name', asIs], 关系: ['relation', word(RELATIONS)], 性别: ['sex', word(SEXES)], 年龄: ['age', asIs], 出生: ['birthDate', asIs],
  户口在本市: ['hukouHere', yesNo], 共同居住: ['livesTogether', yesNo], 法定义务: ['supportDuty', yesNo], 不能独立生活: ['dependent', yesNo],
  不在家: ['away', word(AWAY)], 残疾: ['disability', group({ 类别: ['kind', word(DISABILITIES)], 等级: ['grade', asIs] })],
  重特大疾病: ['seriousIllness', yesNo], 门特类别: ['specialOutpatient', asIs], 无子女: ['childless', yesNo], 计划生育困难: ['familyPlanningHardship', yesNo],
  在读: ['study', word(STUDIES)], 全日制: ['fullTime', yesNo], 劳动能力: ['labour', word(LABOUR)], 无业: ['unemployed', yesNo],
  单独立户: ['ownHukouBooklet', yesNo], 父母不能抚养: ['parentsUnable', yesNo], 无正当理由不工作: ['idleWithoutCause', yesNo],
  拒绝工作次数: ['refusedJobs', asIs], 授权核对: ['authorised', yesNo],
  收入: ['incomes', list({ 类别: ['category', word(INCOME_CATEGORIES)], 种类: ['kind', word(INCOME_KINDS)], 说明: ['note', asIs], ...SUM })],
  扣减: ['deductions', list({ 项目: ['kind', word(DEDUCTIONS)], ...SUM })],
};
const HOUSEHOLD: Words = {
  申请方式: ['application', word(APPLICATIONS)], 户口性质: ['hukouKind', word(HUKOU_KINDS)], 低保边缘家庭: ['nearSubsistenceFamily', yesNo],
  三无: ['threeNone', yesNo], 单亲家庭: ['singleParent', yesNo], 成员: ['members', list(MEMBER)],
  刚性支出: ['rigidSpending', list({ 种类: ['kind', word(RIGID_SPENDING)], 总额元: ['totalFen', cents], 月数: ['months', asIs] })],
  财产: ['assets', group({ 动产元: ['movableFen', cents], 车辆: ['vehicles', asIs], 房屋: ['houses', asIs] })],
};

function read(words: Words, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([key, one]) => {
    const entry = words[key];
    return entry === undefined ? [key, one] : [entry[0], entry[1](one)];
  });
  return Object.fromEntries(pairs.filter(([, one]) => one !== undefined));
}

/**
 * A household of `examples/*.yaml`, told in Chinese, as facts. What goes without saying in a case is filled in: town hukou, hukou in
 * the city, authorised, no car, one home, no savings; the name is the key.
 */
export function readExampleFacts(household: Readonly<Record<string, unknown>>): FactsInput {
  const told = read(HOUSEHOLD, household) as Partial<FactsInput>;
  const members = (told.members ?? []).map((member, index) => ({
    ...member, key: member.name ?? String(index + 1), hukouHere: member.hukouHere ?? true, authorised: authorisedOf(household, index, member.authorised),
  }));
  const assets = Object.entries({ movableFen: 0, vehicles: 0, houses: 1, ...told.assets }).filter(([, owned]) => owned !== UNKNOWN);
  return { hukouKind: 'urban', ...told, members, assets: Object.fromEntries(assets) };
}

/** 授权核对: 不知道 leaves it open; not said means signed. */
function authorisedOf(household: Readonly<Record<string, unknown>>, index: number, told: boolean | undefined): boolean | undefined {
  const members = household['成员'];
  const member: unknown = Array.isArray(members) ? members[index] : undefined;
  const said = typeof member === 'object' && member !== null && '授权核对' in member ? member.授权核对 : undefined;
  return said === UNKNOWN ? undefined : (told ?? true);
}
