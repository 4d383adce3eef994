import { defineParameter } from '../../../../kernel/contract/matter.ts';
import type { Parameter } from '../../../../kernel/contract/parameter.ts';
import { dossierGate } from '../dossier-items.ts';
import { linkedStandards } from '../linked-standards.ts';
import { adultAge, elderAge, minimumWage } from '../parameters.ts';
import { bandParameters } from './bands.ts';
import { CLASSIFIED, CONFIRMATION_LEVELS, type ClassifiedCategory } from './terms.ts';

/** 低保标准: what a person is held to need a month. Town and country differed while hukou kinds existed. */
export const standard = defineParameter({ id: 'subsistence-standard', title: '最低生活保障标准', unit: '元/人·月', kind: 'money', byHukouKind: true });

export const incomeWindow = defineParameter({
  id: 'income-window', title: '家庭收入核算期', unit: '个月', kind: 'months', note: '“规定期限内”的收入：申请前几个月的收入平均计算',
});
export const incomeExclusions = defineParameter({
  id: 'income-exclusions', title: '计划生育奖励、奖学金、助学金、见义勇为奖励不计入收入', unit: '', kind: 'switch', note: '2021年7月以前国家办法没有列出，由地方规定',
});
export const basicPensionExcluded = defineParameter({ id: 'basic-pension-excluded', title: '城乡居民基础养老金不计入收入', unit: '', kind: 'switch' });
export const rigidCostsDeducted = defineParameter({ id: 'rigid-costs-deducted', title: '残疾、重病刚性支出扣减收入', unit: '', kind: 'switch', note: '第十三条“可按规定适当扣减”，由地方规定' });

export const movableLimit = defineParameter({ id: 'movable-asset-limit', title: '动产（存款、证券等）上限', unit: '元/人', kind: 'money' });
export const vehicleLimit = defineParameter({ id: 'vehicle-limit', title: '机动车、船舶上限', unit: '辆', kind: 'count', note: '残疾人功能性补偿代步车不算' });
export const houseLimit = defineParameter({ id: 'house-limit', title: '房屋上限', unit: '套', kind: 'count' });

/** 差额低于标准的这个比例时，按这个比例计算. 0 = no floor. */
export const minDifference = defineParameter({ id: 'min-difference-ratio', title: '差额保底比例', unit: '', kind: 'ratio' });
export const singleFull = defineParameter({ id: 'single-applicant-full', title: '单独申请纳入的按标准全额发', unit: '', kind: 'switch' });

export const refusalsBeforeStop = defineParameter({ id: 'refusals-before-stop', title: '连续无正当理由拒绝工作几次即减发或停发本人份额', unit: '次', kind: 'count' });
export const refusalShare = defineParameter({ id: 'refusal-share', title: '拒绝工作时减发本人份额的比例', unit: '', kind: 'ratio', note: '1 是停发。办法只说“减发或者停发”' });

export const classifiedOn = defineParameter({ id: 'classified-assistance', title: '发给分类救助', unit: '', kind: 'switch' });
export const classifiedStacking = defineParameter({
  id: 'classified-stacking', title: '一人符合几类时', unit: '', kind: 'choice', choices: { 'best-of': '只发最高的一类', sum: '各类相加' },
});
export const childlessAgeMale = defineParameter({ id: 'childless-age-male', title: '无子女人员年龄（男）', unit: '周岁', kind: 'count' });
export const childlessAgeFemale = defineParameter({ id: 'childless-age-female', title: '无子女人员年龄（女）', unit: '周岁', kind: 'count' });

/** 分类救助 amount of one category. 0 = the city pays this category nothing. */
export const classifiedAmount = (category: ClassifiedCategory): Parameter =>
  defineParameter({ id: `classified-${category}`, title: `分类救助：${CLASSIFIED[category]}`, unit: '元/人·月', kind: 'money', byHukouKind: true });

export const confirmationLevel = defineParameter({
  id: 'confirmation-level', title: '审批（审核确认）由哪一级作出', unit: '', kind: 'choice', choices: CONFIRMATION_LEVELS,
});

export const parameters: readonly Parameter[] = [
  standard, incomeWindow, incomeExclusions, basicPensionExcluded, rigidCostsDeducted, movableLimit, vehicleLimit, houseLimit,
  ...bandParameters, minDifference, singleFull, refusalsBeforeStop, refusalShare, classifiedOn, classifiedStacking, childlessAgeMale, childlessAgeFemale,
  ...(Object.keys(CLASSIFIED) as ClassifiedCategory[]).map(classifiedAmount),
  confirmationLevel, adultAge, elderAge, minimumWage, ...linkedStandards, dossierGate,
];
