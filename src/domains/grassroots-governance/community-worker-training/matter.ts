import { defineMatter } from '../../../kernel/contract/matter.ts';
import { residentsCommitteeOpinion } from '../common/law.ts';
import { communityWorkerTraining } from './register.ts';

/** 社区工作者培训: classes for those who work in communities, with places by town. */
export const matter = defineMatter({
  id: 'community-worker-training',
  title: '社区工作者培训',
  law: [residentsCommitteeOpinion],
  registers: [communityWorkerTraining],
  covers: ['S086'],
});
