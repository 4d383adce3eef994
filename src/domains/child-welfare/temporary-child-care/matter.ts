import { defineMatter } from '../../../kernel/contract/matter.ts';
import { minorsProtectionLaw } from '../common/law.ts';
import { childCareStation, childStay } from './register.ts';
import { indicators } from './statistics.ts';

/** 儿童临时托管站: a child nobody can look after for a few days is taken in, and given back against a signature. */
export const matter = defineMatter({
  id: 'temporary-child-care',
  title: '儿童临时托管站',
  law: [minorsProtectionLaw('第四十三条')],
  registers: [childCareStation, childStay],
  indicators,
  covers: ['S186'],
});
