import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** What stands for an article whose number no source we could read gives: shown as such, never invented. */
export const ARTICLE_NOT_READ = '（条号未录入）';

/** 未成年人保护法（2006年修订，2007-06-01起） */
export const minorsProtectionLaw = (article?: string): LawReference => ({
  instrument: '中华人民共和国未成年人保护法',
  documentNumber: '主席令第60号',
  inForce: { from: plainDate('2007-06-01'), to: plainDate('2021-06-01') },
  ...(article === undefined ? {} : { article }),
});
