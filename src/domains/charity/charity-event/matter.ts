import { defineMatter } from '../../../kernel/contract/matter.ts';
import { charityLaw, donationLaw } from '../common/law.ts';
import { charityEvent } from './register.ts';

/** 慈善文化活动: rides, walks, a block of runners, a congress; what they raise goes where it was said to go. */
export const matter = defineMatter({
  id: 'charity-event',
  title: '慈善文化活动（慈善行、马拉松方阵、慈善大会）',
  law: [donationLaw('第五条'), charityLaw('第八十八条')],
  registers: [charityEvent],
  covers: ['S145'],
});
