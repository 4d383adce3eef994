import { defineMatter } from '../../../kernel/contract/matter.ts';
import { charityLaw, donationLaw } from '../common/law.ts';
import { charityHonoursEdition } from './register.ts';

/** 慈善榜: who gave most in a period, as far as receipts prove it and the giver agrees. */
export const matter = defineMatter({
  id: 'charity-honours',
  title: '慈善榜',
  law: [donationLaw('第八条'), charityLaw('第九十一条')],
  registers: [charityHonoursEdition],
  covers: ['S143'],
});
