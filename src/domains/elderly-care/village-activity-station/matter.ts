import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { villageActivityStation } from './register.ts';

/** 农村（行政村）老年人活动站点: a room in the village where its old people meet. */
export const matter = defineMatter({
  id: 'village-activity-station',
  title: '农村（行政村）老年人活动站点',
  law: [elderRightsLaw('第三十七条')],
  registers: [villageActivityStation],
  covers: ['S046'],
});
