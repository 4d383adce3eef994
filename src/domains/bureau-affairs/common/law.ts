import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

const cite = (law: LawReference, article: string | undefined): LawReference => ({ ...law, ...(article === undefined ? {} : { article }) });

/** 中国共产党章程（2012年修改）: 第八条 every member belongs to a branch and takes part in its life. */
export const partyConstitution = (article?: string): LawReference => cite({ instrument: '中国共产党章程', documentNumber: null, inForce: { from: plainDate('2012-11-14'), to: null } }, article);

/** 中国共产党党内监督条例（试行）: talks that remind and warn. */
export const partySupervisionRules = (article?: string): LawReference => cite({ instrument: '中国共产党党内监督条例（试行）', documentNumber: null }, article);

/** The campaign of 2013–2014. */
export const massLineOpinions = (article?: string): LawReference => cite({ instrument: '中共中央关于在全党深入开展党的群众路线教育实践活动的意见', documentNumber: null }, article);

/** 评比达标表彰活动: which titles may be given at all. */
export const commendationMeasures = (article?: string): LawReference => cite({ instrument: '评比达标表彰活动管理办法（试行）', documentNumber: null }, article);

/** 政府信息公开条例（2008-05-01起）: 第九条 what concerns people's own interests, or must be widely known, is told of its own accord. */
export const openInformationRegulations = (article?: string): LawReference => cite({ instrument: '中华人民共和国政府信息公开条例', documentNumber: '国务院令第492号', inForce: { from: plainDate('2008-05-01'), to: null } }, article);

/** 公务员法（2006-01-01起）: 第六十条 training by class and level, 第六十二条 trainings are registered and looked at in the appraisal. */
export const civilServantsLaw = (article?: string): LawReference => cite({ instrument: '中华人民共和国公务员法', documentNumber: '主席令第35号', inForce: { from: plainDate('2006-01-01'), to: null } }, article);

/** 福利企业资格认定办法（repealed 2016-10-10 by 民发〔2016〕180号）: 第二条 what a welfare enterprise is. */
export const welfareEnterpriseMeasures = (article?: string): LawReference => cite({ instrument: '福利企业资格认定办法', documentNumber: '民发〔2007〕103号', inForce: { from: plainDate('2007-07-01'), to: plainDate('2016-10-10') } }, article);

/** 全面推进依法行政实施纲要: decisions rest on study of how things are. */
export const lawfulAdministrationOutline = (article?: string): LawReference => cite({ instrument: '全面推进依法行政实施纲要', documentNumber: '国发〔2004〕10号' }, article);

/** Where the article is not known for certain. */
export const noArticle = '（条号未录入）';
