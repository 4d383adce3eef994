import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** 中央组织部、民政部等18部门关于社会工作专业人才队伍建设的意见 */
export const socialWorkOpinion: LawReference = { instrument: '关于加强社会工作专业人才队伍建设的意见', documentNumber: '中组发〔2011〕25号', article: '（条号未录入）' };

/** 民政部关于民办社会工作服务机构的意见（2014-04-09） */
export const agencyOpinion: LawReference = { instrument: '民政部关于进一步加快推进民办社会工作服务机构发展的意见', documentNumber: '民发〔2014〕80号', article: '（条号未录入）' };

/** 民政部关于灾害社会工作服务的意见 */
export const disasterSocialWorkOpinion: LawReference = { instrument: '民政部关于加快推进灾害社会工作服务的指导意见', documentNumber: '民发〔2013〕214号', article: '（条号未录入）' };

/** 民政部志愿服务记录办法 */
export const volunteeringRecords: LawReference = { instrument: '志愿服务记录办法', documentNumber: '民函〔2012〕340号', article: '（条号未录入）' };

/** 民政部关于社区社会组织的意见 */
export const communityOrganisationOpinion: LawReference = { instrument: '民政部关于大力培育发展社区社会组织的意见', documentNumber: '民发〔2017〕191号', article: '（条号未录入）' };

/** 全国人民代表大会常务委员会关于完善人民陪审员制度的决定（2005-05-01 至 2018-04-27 人民陪审员法施行前） */
export const jurorDecision = (article?: string): LawReference => ({
  instrument: '全国人民代表大会常务委员会关于完善人民陪审员制度的决定',
  documentNumber: null,
  inForce: { from: plainDate('2005-05-01'), to: plainDate('2018-04-27') },
  ...(article === undefined ? {} : { article }),
});
