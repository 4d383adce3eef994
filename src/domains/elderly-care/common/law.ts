import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** 老年人权益保障法（2012年修订，2013-07-01起） */
export const elderRightsLaw = (article?: string): LawReference => ({
  instrument: '中华人民共和国老年人权益保障法',
  documentNumber: '主席令第72号',
  inForce: { from: plainDate('2013-07-01'), to: null },
  ...(article === undefined ? {} : { article }),
});
