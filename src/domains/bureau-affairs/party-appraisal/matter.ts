import { defineMatter } from '../../../kernel/contract/matter.ts';
import { noArticle, partyConstitution } from '../common/law.ts';
import { appraisalItem, partyAppraisal } from './register.ts';

/** 党建工作责任考评: what each branch has done of the year's table. */
export const matter = defineMatter({
  id: 'party-appraisal',
  title: '党建工作责任考评',
  law: [partyConstitution(noArticle)],
  registers: [appraisalItem, partyAppraisal],
  covers: ['S222'],
});
