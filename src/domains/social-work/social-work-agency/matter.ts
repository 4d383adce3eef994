import { defineMatter } from '../../../kernel/contract/matter.ts';
import { agencyOpinion } from '../common/law.ts';
import { socialWorkAgency } from './register.ts';

/** 民办社工机构: which of the registered organisations do social work, and what they can. */
export const matter = defineMatter({
  id: 'social-work-agency',
  title: '民办社工机构',
  law: [agencyOpinion],
  registers: [socialWorkAgency],
  covers: ['S117'],
});
