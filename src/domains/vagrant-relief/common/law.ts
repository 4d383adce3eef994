import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** 城市生活无着的流浪乞讨人员救助管理办法（2003-08-01起） */
export const vagrantReliefMeasures = (article?: string): LawReference => ({
  instrument: '城市生活无着的流浪乞讨人员救助管理办法',
  documentNumber: '国务院令第381号',
  inForce: { from: plainDate('2003-08-01'), to: null },
  ...(article === undefined ? {} : { article }),
});
