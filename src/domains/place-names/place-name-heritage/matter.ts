import { defineMatter } from '../../../kernel/contract/matter.ts';
import { placeNameRegulation, placeNameRegulation1986 } from '../common/law.ts';
import { protectedPlaceName } from './register.ts';

/** 地名文化遗产保护: old names that are kept, and are not changed without a special review. */
export const matter = defineMatter({
  id: 'place-name-heritage',
  title: '地名文化遗产保护',
  law: [placeNameRegulation1986('第三条'), placeNameRegulation('第二十五条')],
  registers: [protectedPlaceName],
  covers: ['S210'],
});
