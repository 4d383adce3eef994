import { defineMatter } from '../../../kernel/contract/matter.ts';
import { constructionLaw, funeralRegulations } from '../common/law.ts';
import { funeralFacilityProject } from './register.ts';

/** 殡葬设施建设: cemeteries, columbaria and funeral parlours. */
export const matter = defineMatter({
  id: 'funeral-facility-project',
  title: '殡葬设施建设',
  law: [funeralRegulations('第八条'), constructionLaw('第六十一条')],
  registers: [funeralFacilityProject],
  covers: ['S237'],
});
