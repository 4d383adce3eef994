import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { homeLiability } from './register.ts';

/** 养老机构意外责任保险: which homes are insured against what may happen to those in their care. */
export const matter = defineMatter({
  id: 'liability-insurance',
  title: '养老机构意外责任保险',
  law: [elderRightsLaw('第四十九条')],
  registers: [homeLiability],
  covers: ['S052'],
});
