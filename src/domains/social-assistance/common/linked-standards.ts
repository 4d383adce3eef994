import { defineParameter } from '../../../kernel/contract/matter.ts';
import type { Parameter } from '../../../kernel/contract/parameter.ts';

/** 省定最低标准: no city of the class may set its own below it. */
export const provincialFloor = defineParameter({
  id: 'subsistence-floor', title: '省定低保最低标准', unit: '元/人·月', kind: 'money', byHukouKind: true, note: '省按市分类公布；各市的标准不得低于它',
});

/** 低收入困难家庭（低保边缘家庭）认定线: below it a family above the 低保 line is recognised. A ratio of the subsistence standard, or a figure of its own in early years. */
export const lowIncomeLine = defineParameter({
  id: 'low-income-line', title: '低收入困难家庭（低保边缘家庭）认定线', unit: '元/人·月', kind: 'money', byHukouKind: true, note: '随低保标准按比例变动',
});

/** 特困人员基本生活标准: 1.6 × the subsistence standard, whole yuan upwards, never below what a district already pays. */
export const extremeDifficultyStandard = defineParameter({
  id: 'extreme-difficulty-standard', title: '特困人员基本生活标准', unit: '元/人·月', kind: 'money', byHukouKind: true, note: '随低保标准按比例变动，不低于当地现行标准',
});

/** Share of the city in what 低保金 costs more; the district bears the rest. */
export const allowanceCityShare = defineParameter({
  id: 'allowance-city-share', title: '低保新增资金市级负担比例', unit: '', kind: 'ratio', byHukouKind: true, note: '其余由区县负担；没有文件的地方不分担，不影响发放',
});

/** Share of the city in 分类救济. */
export const classifiedCityShare = defineParameter({
  id: 'classified-city-share', title: '分类救济金市级负担比例', unit: '', kind: 'ratio', byHukouKind: true, note: '其余由区县负担；没有文件的地方不分担，不影响发放',
});

export const linkedStandards: readonly Parameter[] = [provincialFloor, lowIncomeLine, extremeDifficultyStandard, allowanceCityShare, classifiedCityShare];
