import { defineMatter } from '../../../kernel/contract/matter.ts';
import { industryAssociationOpinion } from '../common/law.ts';
import { keyOrganisation } from './key-list.ts';
import { organisationPlan, planTarget } from './plan.ts';
import { industryReport } from './report.ts';

/** 规划、重点培育、行业年报: where the registrar wants its organisations to go, and how far they came. */
export const matter = defineMatter({
  id: 'industry-development',
  title: '行业协会发展规划、重点培育与行业年度报告',
  law: [industryAssociationOpinion],
  registers: [organisationPlan, planTarget, keyOrganisation, industryReport],
  covers: ['S113'],
});
