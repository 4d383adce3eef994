import { defineMatter } from '../../../kernel/contract/matter.ts';
import { constructionLaw, elderRightsLaw } from '../common/law.ts';
import { elderFacilityProject } from './register.ts';

/** 养老服务设施建设: the city's second old people's home, and the public homes of districts and towns. */
export const matter = defineMatter({
  id: 'elder-facility-project',
  title: '养老服务设施建设',
  law: [elderRightsLaw('第四十条'), constructionLaw('第六十一条')],
  registers: [elderFacilityProject],
  covers: ['S234'],
});
