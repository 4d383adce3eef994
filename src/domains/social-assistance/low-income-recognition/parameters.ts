import { defineParameter } from '../../../kernel/contract/matter.ts';
import type { Parameter } from '../../../kernel/contract/parameter.ts';
import { parameters as means } from '../common/means-test/parameters.ts';

export const lowIncomeMovableLimit = defineParameter({ id: 'low-income-movable-limit', title: '低收入家庭动产（存款、证券等）上限', unit: '元/人', kind: 'money' });
export const lowIncomeVehicleLimit = defineParameter({ id: 'low-income-vehicle-limit', title: '低收入家庭机动车、船舶上限', unit: '辆', kind: 'count', note: '残疾人功能性补偿代步车不算' });
export const lowIncomeHouseLimit = defineParameter({ id: 'low-income-house-limit', title: '低收入家庭房屋上限', unit: '套', kind: 'count' });
export const lowIncomeValidity = defineParameter({ id: 'low-income-validity', title: '低收入困难家庭认定有效期', unit: '个月', kind: 'months' });

export const expenditureWindow = defineParameter({ id: 'expenditure-income-window', title: '支出型（刚性支出）困难家庭收入、支出核算期', unit: '个月', kind: 'months' });
export const disposableIncome = defineParameter({ id: 'disposable-income-per-head', title: '上年度当地居民人均可支配收入', unit: '元/人·年', kind: 'money' });
export const rigidShare = defineParameter({ id: 'rigid-spending-share', title: '刚性支出占总收入的比例（超过才认定）', unit: '', kind: 'ratio' });
export const expenditureValidity = defineParameter({ id: 'expenditure-validity', title: '支出型（刚性支出）困难家庭认定有效期', unit: '个月', kind: 'months' });

/** 分类救助 also for members of recognised families, where the city pays it to them. */
export const supplementOn = defineParameter({ id: 'classified-for-low-income', title: '分类救助也发给低收入（边缘）家庭成员', unit: '', kind: 'switch' });

export const parameters: readonly Parameter[] = [
  ...means, lowIncomeMovableLimit, lowIncomeVehicleLimit, lowIncomeHouseLimit, lowIncomeValidity, expenditureWindow, disposableIncome, rigidShare, expenditureValidity, supplementOn,
];
