import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { seniorActivity, seniorFestival } from './register.ts';

/** 老年文体活动: the arts festival and the games by edition, and what goes on in parks and associations day by day. */
export const matter = defineMatter({
  id: 'senior-events',
  title: '老年文体活动（公园文化、艺术节、运动会）',
  law: [elderRightsLaw('第七十二条')],
  registers: [seniorFestival, seniorActivity],
  covers: ['S065'],
});
