import { defineMatter } from '../../../kernel/contract/matter.ts';
import { constructionLaw, disasterReliefRegulations } from '../common/law.ts';
import { disasterFacilityProject } from './register.ts';

/** 防灾减灾设施建设: stores of relief goods, built by the city with its districts. */
export const matter = defineMatter({
  id: 'disaster-facility-project',
  title: '防灾减灾设施建设',
  law: [disasterReliefRegulations('第十条'), constructionLaw('第六十一条')],
  registers: [disasterFacilityProject],
  covers: ['S236'],
});
