import { defineMatter } from '../../../kernel/contract/matter.ts';
import { residentsCommitteeLaw, residentsCommitteeOpinion } from '../common/law.ts';
import { stationCommittee } from './committee-link.ts';
import { communityStation } from './register.ts';

/** 社区工作站: carries the government's work in a community, so that the residents' committee can govern itself. */
export const matter = defineMatter({
  id: 'community-station',
  title: '社区工作站（“一站多居”）',
  law: [residentsCommitteeLaw('第二十条'), residentsCommitteeOpinion],
  registers: [communityStation, stationCommittee],
  covers: ['S084'],
});
