import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { communityPoint } from './community-point.ts';
import { carePlot, serviceRadiusGap } from './register.ts';

/** 养老服务设施布局规划与用地保障: land kept for elder care, and the communities that are still too far from any. */
export const matter = defineMatter({
  id: 'facility-layout',
  title: '养老服务设施布局规划与用地保障',
  law: [elderRightsLaw('第四十条')],
  registers: [carePlot, communityPoint, serviceRadiusGap],
  covers: ['S059'],
});
