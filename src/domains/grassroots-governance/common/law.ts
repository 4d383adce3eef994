import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';

/** 村民委员会组织法（2010年修订，2010-10-28起） */
export const villagersCommitteeLaw = (article?: string): LawReference => ({
  instrument: '中华人民共和国村民委员会组织法',
  documentNumber: '主席令第37号',
  inForce: { from: plainDate('2010-10-28'), to: null },
  ...(article === undefined ? {} : { article }),
});

/** 城市居民委员会组织法（1990-01-01起） */
export const residentsCommitteeLaw = (article?: string): LawReference => ({
  instrument: '中华人民共和国城市居民委员会组织法',
  documentNumber: '主席令第21号',
  inForce: { from: plainDate('1990-01-01'), to: null },
  ...(article === undefined ? {} : { article }),
});

/** 中央纪委、中组部、民政部等12部门关于难点村治理的意见 */
export const difficultVillageOpinion: LawReference = { instrument: '关于开展村务公开和民主管理“难点村”治理工作的若干意见', documentNumber: '民发〔2009〕20号', article: '（条号未录入）' };

/** 两办关于城市社区居民委员会建设的意见: stations, and the training of community workers. */
export const residentsCommitteeOpinion: LawReference = { instrument: '中共中央办公厅 国务院办公厅关于加强和改进城市社区居民委员会建设工作的意见', documentNumber: '中办发〔2010〕27号', article: '（条号未录入）' };

/** 国务院关于社区服务的意见 */
export const communityServiceOpinion: LawReference = { instrument: '国务院关于加强和改进社区服务工作的意见', documentNumber: '国发〔2006〕14号', article: '（条号未录入）' };
