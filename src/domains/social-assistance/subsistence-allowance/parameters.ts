import { defineParameter } from '../../../kernel/contract/matter.ts';

/** 入户抽查比例: share of applications handed up that the confirming office visits, drawn by lot. 0 = none beyond those the law names. */
export const visitSampleRatio = defineParameter({ id: 'visit-sample-ratio', title: '入户抽查比例', unit: '', kind: 'ratio', note: '备案的、被投诉举报的，不论抽没抽中都要入户' });
