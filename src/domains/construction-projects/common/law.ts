import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

const cite = (law: LawReference, article: string | undefined): LawReference => ({ ...law, ...(article === undefined ? {} : { article }) });

/** 建筑法（2011年修正，2011-07-01起）: 第七条 no work before the construction permit, 第六十一条 no use before acceptance. */
export const constructionLaw = (article?: string): LawReference => cite({
  instrument: '中华人民共和国建筑法', documentNumber: '主席令第46号', inForce: { from: plainDate('2011-07-01'), to: null },
}, article);

/** 老年人权益保障法（2012年修订，2013-07-01起） */
export const elderRightsLaw = (article?: string): LawReference => cite({
  instrument: '中华人民共和国老年人权益保障法', documentNumber: '主席令第72号', inForce: { from: plainDate('2013-07-01'), to: null },
}, article);

/** 未成年人保护法（2012年修正，2013-01-01起）: 第四十三条 children without parents are taken in by 儿童福利机构 of the civil-affairs bureaus. */
export const minorsLaw = (article?: string): LawReference => cite({
  instrument: '中华人民共和国未成年人保护法', documentNumber: '主席令第65号', inForce: { from: plainDate('2013-01-01'), to: null },
}, article);

/** 自然灾害救助条例（2010-09-01起）: 第十条 cities set up stores of relief goods. */
export const disasterReliefRegulations = (article?: string): LawReference => cite({
  instrument: '自然灾害救助条例', documentNumber: '国务院令第577号', inForce: { from: plainDate('2010-09-01'), to: null },
}, article);

/** 殡葬管理条例（1997-07-21起）: 第八条 who approves funeral parlours, columbaria and cemeteries. */
export const funeralRegulations = (article?: string): LawReference => cite({
  instrument: '殡葬管理条例', documentNumber: '国务院令第225号', inForce: { from: plainDate('1997-07-21'), to: null },
}, article);

/** 烈士褒扬条例（2011-08-01起） */
export const martyrsRegulations = (article?: string): LawReference => cite({
  instrument: '烈士褒扬条例', documentNumber: '国务院令第601号', inForce: { from: plainDate('2011-08-01'), to: null },
}, article);
