import { defineMatter } from '../../../kernel/contract/matter.ts';
import { massLineOpinions, noArticle } from '../common/law.ts';
import { campaignAction, campaignSeries, campaignStage, educationCampaign } from './register.ts';

/** 党的群众路线教育实践活动: a campaign with its tree of work. */
export const matter = defineMatter({
  id: 'mass-line',
  title: '党的群众路线教育实践活动',
  law: [massLineOpinions(noArticle)],
  registers: [educationCampaign, campaignStage, campaignSeries, campaignAction],
  covers: ['S224'],
});
