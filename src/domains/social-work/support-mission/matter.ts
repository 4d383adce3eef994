import { defineMatter } from '../../../kernel/contract/matter.ts';
import { disasterSocialWorkOpinion } from '../common/law.ts';
import { supportMission } from './mission.ts';
import { partnerRegionProject } from './partner-project.ts';

/** 支援: social workers who go where help is needed, and the help for regions that are partners. */
export const matter = defineMatter({
  id: 'support-mission',
  title: '灾区与对口地区社工支援',
  law: [disasterSocialWorkOpinion],
  registers: [supportMission, partnerRegionProject],
  covers: ['S126'],
});
