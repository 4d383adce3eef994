import { defineParameter } from '../../../kernel/contract/matter.ts';
import type { Parameter } from '../../../kernel/contract/parameter.ts';

/** 办理投诉举报的期限: from the day it came in. */
export const complaintAnswerDays = defineParameter({ id: 'complaint-answer-days', title: '投诉举报办理期限', unit: '日', kind: 'count', note: '日历日，自受理之日起；收到当天登记就是受理' });
/** 失信记录期限: how long a record closes the short way. */
export const dishonestyMonths = defineParameter({ id: 'dishonesty-months', title: '失信记录期限', unit: '个月', kind: 'months', note: '期内申请不走简化程序' });

const retention = (id: string, title: string): Parameter => defineParameter({ id: `retention-${id}`, title: `保存期限：${title}`, unit: '个月', kind: 'months' });

export const parameters: readonly Parameter[] = [
  complaintAnswerDays, dishonestyMonths, retention('drafts', '没有提交的申请草稿'), retention('complaint-contacts', '办结投诉的举报人和联系方式'), retention('notices', '公示记录'), retention('logs', '查看记录'),
];
