import { defineParameter } from '../../../kernel/contract/matter.ts';

/** 成年: below it a child is a minor. */
export const adultAge = defineParameter({ id: 'adult-age', title: '成年年龄', unit: '周岁', kind: 'count' });

/** 老年人: from this age. */
export const elderAge = defineParameter({ id: 'elder-age', title: '老年人年龄', unit: '周岁', kind: 'count' });

/** 当地最低工资标准, which counts as the income of a member who could work and without just cause does not. */
export const minimumWage = defineParameter({ id: 'minimum-wage', title: '当地最低工资标准', unit: '元/月', kind: 'money' });
