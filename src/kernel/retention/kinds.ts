import { addMonthsToDay } from '../values/add-months-to-day.ts';
import type { PlainDate } from '../values/plain-date.ts';

export type RetentionKind = 'notices' | 'drafts' | 'complaint-contacts' | 'logs';

/** What is kept for a time, the parameter that says how long, and what happens afterwards. Audit rows are never taken out. */
export const KINDS: readonly { readonly id: RetentionKind; readonly title: string; readonly parameter: string; readonly after: string; readonly masks: boolean }[] = [
  { id: 'drafts', title: '没有提交的申请草稿', parameter: 'retention-drafts', after: '删去草稿，留清除记录', masks: true },
  { id: 'complaint-contacts', title: '办结投诉的举报人和联系方式', parameter: 'retention-complaint-contacts', after: '抹去姓名和联系方式，投诉的经过不动', masks: true },
  { id: 'notices', title: '公示记录', parameter: 'retention-notices', after: '网上到期当天就不再显示；记录随档案，由档案部门鉴定后处理', masks: false },
  { id: 'logs', title: '查看记录（谁看过谁的信息）', parameter: 'retention-logs', after: '不得早于这个期限清除；平台不自动清除', masks: false },
];

/** The first day that is still kept: so many months before today. Pure. */
export const keptFrom = (today: PlainDate, months: number): PlainDate => addMonthsToDay(today, -months);
