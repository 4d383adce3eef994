import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** 自然灾害救助条例（2010-09-01起） */
export const reliefRegulations = (article?: string): LawReference => ({
  instrument: '自然灾害救助条例',
  documentNumber: '国务院令第577号',
  inForce: { from: plainDate('2010-09-01'), to: null },
  ...(article === undefined ? {} : { article }),
});
