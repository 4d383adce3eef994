import { defineParameter } from '../../../kernel/contract/matter.ts';

/** 第六十条 says 及时 and no number: each city sets its own. */
export const receiveDays = defineParameter({ id: 'handover-receive-days', title: '转办后几个工作日内签收', unit: '个工作日', kind: 'count', note: '从转出的第二天起算' });
export const answerDays = defineParameter({ id: 'handover-answer-days', title: '转办后几个工作日内答复', unit: '个工作日', kind: 'count', note: '从转出的第二天起算' });
export const parameters = [receiveDays, answerDays];
