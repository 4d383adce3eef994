import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

const from = (day: string, to: string | null = null) => ({ from: plainDate(day), to: to === null ? null : plainDate(to) });
const cite = (instrument: string, documentNumber: string | null, article: string | undefined, inForce?: LawReference['inForce']): LawReference =>
  ({ instrument, documentNumber, ...(article === undefined ? {} : { article }), ...(inForce === undefined ? {} : { inForce }) });

/** 行政许可法: 第三十三条 电子政务; 第四十二条 二十日; 第七十四条 and on, supervision. */
export const licensingLaw = (article?: string): LawReference => cite('中华人民共和国行政许可法', '主席令第7号', article, from('2004-07-01'));
export const interimMeasures = (article?: string): LawReference => cite('社会救助暂行办法', '国务院令第649号', article, from('2014-05-01'));
export const associations = (article?: string): LawReference => cite('社会团体登记管理条例', '国务院令第250号', article, from('1998-10-25'));
export const serviceOrganisations = (article?: string): LawReference => cite('民办非企业单位登记管理暂行条例', '国务院令第251号', article, from('1998-10-25'));
export const foundations = (article?: string): LawReference => cite('基金会管理条例', '国务院令第400号', article, from('2004-06-01'));
export const charity = (article?: string): LawReference => cite('中华人民共和国慈善法', '主席令第43号', article, from('2016-09-01'));
export const marriage = (article?: string): LawReference => cite('婚姻登记条例', '国务院令第387号', article, from('2003-10-01'));
export const adoption = (article?: string): LawReference => cite('中国公民收养子女登记办法', '民政部令第14号', article, from('1999-05-25'));
export const funeral = (article?: string): LawReference => cite('殡葬管理条例', '国务院令第225号', article, from('1997-07-21'));
export const placeNames = (article?: string): LawReference => cite('地名管理条例', '国发〔1986〕11号', article, from('1986-01-23'));
export const vagrants = (article?: string): LawReference => cite('城市生活无着的流浪乞讨人员救助管理办法', '国务院令第381号', article, from('2003-08-01'));
export const orphans = (): LawReference => cite('国务院办公厅关于加强孤儿保障工作的意见', '国办发〔2010〕54号', undefined, from('2010-11-16'));
export const disabilitySubsidies = (): LawReference => cite('国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见', '国发〔2015〕52号', undefined, from('2016-01-01'));
export const careInstitutions = (article?: string): LawReference => cite('养老机构设立许可办法', '民政部令第48号', article, from('2013-07-01'));
export const elders = (article?: string): LawReference => cite('中华人民共和国老年人权益保障法', null, article, from('2013-07-01'));
