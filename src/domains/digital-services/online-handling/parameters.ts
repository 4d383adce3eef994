import { defineParameter } from '../../../kernel/contract/matter.ts';

/** 预警: a clock comes to notice so many working days before its end. */
export const warningDays = defineParameter({ id: 'supervision-warning-days', title: '到期前几个工作日预警', unit: '个工作日', kind: 'count' });
/** 严重超期: from so many working days late. */
export const seriousDays = defineParameter({ id: 'supervision-serious-days', title: '超期几个工作日为严重超期', unit: '个工作日', kind: 'count' });
export const parameters = [warningDays, seriousDays];
