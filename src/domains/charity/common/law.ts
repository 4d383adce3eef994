import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** 公益事业捐赠法（1999-09-01起）: 第八条 a donor is asked before he is praised in public. */
export const donationLaw = (article?: string): LawReference => ({
  instrument: '中华人民共和国公益事业捐赠法',
  documentNumber: '主席令第19号',
  inForce: { from: plainDate('1999-09-01'), to: null },
  ...(article === undefined ? {} : { article }),
});

/** 慈善法（2016-09-01起）: before it there was none of the nation. */
export const charityLaw = (article?: string): LawReference => ({
  instrument: '中华人民共和国慈善法',
  documentNumber: '主席令第43号',
  inForce: { from: plainDate('2016-09-01'), to: null },
  ...(article === undefined ? {} : { article }),
});
