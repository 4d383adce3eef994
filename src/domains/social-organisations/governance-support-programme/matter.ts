import { defineMatter } from '../../../kernel/contract/matter.ts';
import { purchaseOpinion } from '../common/law.ts';
import { governanceSupportProgramme } from './programme.ts';
import { governanceSupportProject } from './project.ts';

/** “益路同行助力民生”: money set aside so that social organisations take part in governing society. */
export const matter = defineMatter({
  id: 'governance-support-programme',
  title: '“益路同行助力民生”扶持社会组织参与社会治理',
  law: [purchaseOpinion],
  registers: [governanceSupportProgramme, governanceSupportProject],
  covers: ['S100'],
});
