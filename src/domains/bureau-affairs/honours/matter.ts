import { defineMatter } from '../../../kernel/contract/matter.ts';
import { commendationMeasures, noArticle } from '../common/law.ts';
import { honour } from './register.ts';

/** 荣誉称号、试点示范与首创: what the city and its organisations were named, and what they were first in. */
export const matter = defineMatter({
  id: 'honours',
  title: '荣誉称号、试点示范与首创',
  law: [commendationMeasures(noArticle)],
  registers: [honour],
  covers: ['S225'],
});
