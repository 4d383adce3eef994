import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { seniorCourse } from './register.ts';

/** “老有所学”计划: courses for the old, and money for those who teach them. */
export const matter = defineMatter({
  id: 'senior-learning',
  title: '“老有所学”计划',
  law: [elderRightsLaw('第七十一条')],
  registers: [seniorCourse],
  covers: ['S066'],
});
