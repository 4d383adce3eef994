import { defineMatter } from '../../../kernel/contract/matter.ts';
import { constructionLaw, minorsLaw } from '../common/law.ts';
import { childrenFacilityProject } from './register.ts';

/** 儿童福利设施建设: homes and buildings for children in the care of the state. */
export const matter = defineMatter({
  id: 'children-facility-project',
  title: '儿童福利设施建设',
  law: [minorsLaw('第四十三条'), constructionLaw('第六十一条')],
  registers: [childrenFacilityProject],
  covers: ['S235'],
});
