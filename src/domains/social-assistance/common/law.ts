import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** What stands for an article whose number no source we could read gives: shown as such, never invented. */
export const ARTICLE_NOT_READ = '（条号未录入）';

/** 社会救助暂行办法（国务院令第649号，2014-05-01起） */
export const interimMeasures = (article?: string): LawReference => ({
  instrument: '社会救助暂行办法',
  documentNumber: '国务院令第649号',
  inForce: { from: plainDate('2014-05-01'), to: null },
  ...(article === undefined ? {} : { article }),
});
