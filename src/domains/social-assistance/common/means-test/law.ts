import type { LawReference } from '../../../../kernel/contract/law.ts';
import { plainDate } from '../../../../kernel/values/plain-date.ts';
import { ARTICLE_NOT_READ } from '../law.ts';

const withArticle = (law: Omit<LawReference, 'article'>, article?: string): LawReference => (article === undefined ? law : { ...law, article });

/** 1999: the State Council's regulation for towns; still in force, above the ministry's measures. */
export const regulation1999 = (article?: string): LawReference =>
  withArticle({ instrument: '城市居民最低生活保障条例', documentNumber: '国务院令第271号', inForce: { from: plainDate('1999-10-01'), to: null } }, article);

/** 2012: 审核审批办法（试行）, in force 2012-12-12 to 2021-06-30 (repealed by the 2021 measures, 第四十二条). */
export const measures2012 = (article?: string): LawReference =>
  withArticle(
    { instrument: '最低生活保障审核审批办法（试行）', documentNumber: '民发〔2012〕220号', inForce: { from: plainDate('2012-12-12'), to: plainDate('2021-07-01') } },
    article,
  );

/** 2021: 审核确认办法, in force from 2021-07-01. */
export const measures2021 = (article?: string): LawReference =>
  withArticle({ instrument: '最低生活保障审核确认办法', documentNumber: '民发〔2021〕57号', inForce: { from: plainDate('2021-07-01'), to: null } }, article);

/**
 * 2019: Guangdong's own, in force from 2019-09-01. Read in the press release that announced it, which gives the rules without
 * the numbers of their articles.
 */
export const guangdong2019 = (): LawReference => ({
  instrument: '广东省最低生活保障制度实施办法',
  article: ARTICLE_NOT_READ,
  documentNumber: '粤府令第262号',
  inForce: { from: plainDate('2019-09-01'), to: null },
});
