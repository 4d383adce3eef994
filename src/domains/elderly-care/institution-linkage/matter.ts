import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { allottedPremises, linkageAgreement } from './register.ts';
import { indicators } from './statistics.ts';

/** 院社联动: homes that serve the communities around them, and state premises given over to care at home. */
export const matter = defineMatter({
  id: 'institution-linkage',
  title: '院社联动',
  law: [elderRightsLaw('第三十七条'), elderRightsLaw('第四十条')],
  registers: [linkageAgreement, allottedPremises],
  indicators,
  covers: ['S071'],
});
