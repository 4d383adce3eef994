import { defineMatter } from '../../../kernel/contract/matter.ts';
import { charityLaw, donationLaw } from '../common/law.ts';
import { charityBody } from './register.ts';

/** 慈善组织网络: the societies, academies, federations and foundations of a city and its districts. */
export const matter = defineMatter({
  id: 'charity-network',
  title: '慈善组织网络',
  law: [donationLaw('第十条'), charityLaw('第八条'), charityLaw('第十九条')],
  registers: [charityBody],
  covers: ['S135'],
});
