import { defineMatter } from '../../../kernel/contract/matter.ts';
import { reliefRegulations } from '../common/law.ts';
import { disasterInformer, informerTraining } from './register.ts';

/** 灾害信息员队伍与培训: who reports from each village, and what they were taught. */
export const matter = defineMatter({
  id: 'disaster-informer',
  title: '灾害信息员队伍与培训',
  law: [reliefRegulations('第十二条')],
  registers: [disasterInformer, informerTraining],
  covers: ['S035'],
});
