import { defineMatter } from '../../../kernel/contract/matter.ts';
import { vagrantReliefMeasures } from '../common/law.ts';
import { reliefServiceContract } from './register.ts';

/** 社会力量（社工）参与救助: what the relief stations buy from agencies, and what came of it. */
export const matter = defineMatter({
  id: 'social-worker-services',
  title: '社会力量（社工）参与救助',
  law: [vagrantReliefMeasures('第三条')],
  registers: [reliefServiceContract],
  covers: ['S195'],
});
