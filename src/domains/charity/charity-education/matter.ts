import { defineMatter } from '../../../kernel/contract/matter.ts';
import { charityLaw } from '../common/law.ts';
import { charityEducationBase } from './base.register.ts';
import { charityEducationProject } from './project.register.ts';

/** 慈善教育计划: where children learn to give, and what they do there. */
export const matter = defineMatter({
  id: 'charity-education',
  title: '慈善教育计划',
  law: [charityLaw('第八十八条')],
  registers: [charityEducationBase, charityEducationProject],
  covers: ['S141'],
});
