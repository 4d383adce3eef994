import { defineMatter } from '../../../kernel/contract/matter.ts';
import { constructionLaw, martyrsRegulations } from '../common/law.ts';
import { militaryFacilityProject } from './register.ts';

/** 军供站与烈士陵园建设: where passing troops are fed, and where the fallen lie. */
export const matter = defineMatter({
  id: 'military-facility-project',
  title: '军供站与烈士陵园建设',
  law: [martyrsRegulations('（条号未录入）'), constructionLaw('第六十一条')],
  registers: [militaryFacilityProject],
  covers: ['S238'],
});
