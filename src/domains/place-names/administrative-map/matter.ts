import { defineMatter } from '../../../kernel/contract/matter.ts';
import { boundaryRegulation } from '../common/law.ts';
import { administrativeMap } from './register.ts';

/** 行政区划图: the map of a city and its parts as of a day, edition after edition. */
export const matter = defineMatter({
  id: 'administrative-map',
  title: '行政区划图',
  law: [boundaryRegulation('第十四条')],
  registers: [administrativeMap],
  covers: ['S213'],
});
