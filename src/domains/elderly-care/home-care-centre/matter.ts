import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { homeCareCentre } from './register.ts';

/** 居家养老服务中心: where a street or town serves its old people at home. */
export const matter = defineMatter({
  id: 'home-care-centre',
  title: '居家养老服务中心（示范中心）',
  law: [elderRightsLaw('第三十七条')],
  registers: [homeCareCentre],
  covers: ['S044'],
});
