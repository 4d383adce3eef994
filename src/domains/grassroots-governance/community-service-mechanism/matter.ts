import { defineMatter } from '../../../kernel/contract/matter.ts';
import { communityServiceOpinion } from '../common/law.ts';
import { communityServiceItem } from './register.ts';

/** 社区服务长效机制: each community's list of lasting services, who answers for them and how often. */
export const matter = defineMatter({
  id: 'community-service-mechanism',
  title: '社区服务长效机制',
  law: [communityServiceOpinion],
  registers: [communityServiceItem],
  covers: ['S088'],
});
