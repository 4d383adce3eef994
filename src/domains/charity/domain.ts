import { defineDomain } from '../../kernel/contract/matter.ts';
import { charityLaw, donationLaw } from './common/law.ts';

/** 慈善: who raises, what is given, what is done with it, and what makes people give. */
export const domain = defineDomain({
  id: 'charity',
  title: '慈善',
  law: [donationLaw(), charityLaw()],
  roles: { 'charity-clerk': { title: '慈善经办', level: 'city' } },
});
