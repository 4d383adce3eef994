import { defineMatter } from '../../../kernel/contract/matter.ts';
import { supplyStationMeasures } from '../common/law.ts';
import { militarySupplyTask } from './register.ts';

/** 军供站: meals and water for soldiers passing through, recruits going in, veterans going home. */
export const matter = defineMatter({
  id: 'military-supply',
  title: '军供站与新兵转运保障',
  law: [supplyStationMeasures('第三条'), supplyStationMeasures('第十三条')],
  registers: [militarySupplyTask],
  covers: ['S168'],
});
