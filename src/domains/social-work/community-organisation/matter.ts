import { defineMatter } from '../../../kernel/contract/matter.ts';
import { communityOrganisationOpinion } from '../common/law.ts';
import { communityOrganisation } from './register.ts';

/** 社区社会组织: teams of neighbours, from the first help they get to a name in the register. */
export const matter = defineMatter({
  id: 'community-organisation',
  title: '社区社会组织培育',
  law: [communityOrganisationOpinion],
  registers: [communityOrganisation],
  covers: ['S128'],
});
