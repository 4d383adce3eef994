import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** 社会团体登记管理条例（1998-10-25起；2016年修订前的条序） */
export const associationRegulations = (article?: string): LawReference => ({
  instrument: '社会团体登记管理条例',
  documentNumber: '国务院令第250号',
  inForce: { from: plainDate('1998-10-25'), to: null },
  ...(article === undefined ? {} : { article }),
});

/** 民办非企业单位登记管理暂行条例（1998-10-25起） */
export const serviceOrganisationRegulations = (article?: string): LawReference => ({
  instrument: '民办非企业单位登记管理暂行条例',
  documentNumber: '国务院令第251号',
  inForce: { from: plainDate('1998-10-25'), to: null },
  ...(article === undefined ? {} : { article }),
});

/** 国务院办公厅关于行业协会商会的意见 */
export const industryAssociationOpinion: LawReference = { instrument: '国务院办公厅关于加快推进行业协会商会改革和发展的若干意见', documentNumber: '国办发〔2007〕36号', article: '（条号未录入）' };

/** 国务院办公厅关于政府购买服务的意见 */
export const purchaseOpinion: LawReference = { instrument: '国务院办公厅关于政府向社会力量购买服务的指导意见', documentNumber: '国办发〔2013〕96号', article: '（条号未录入）' };

/** 中山市的管理制度；文号没有来源 */
export const newResidentCentreRules: LawReference = { instrument: '中山市异地商会新中山人服务中心管理制度', documentNumber: null, article: '（条号未录入）' };
