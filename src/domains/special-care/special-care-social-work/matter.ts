import { defineMatter } from '../../../kernel/contract/matter.ts';
import { specialCareRegulation } from '../common/law.ts';
import { specialCarePlan } from './plan.register.ts';
import { specialCareSurvey } from './survey.register.ts';

/** 优抚社工服务: what is done for an entitled person beside his money, and whether he knows his rights and is content. */
export const matter = defineMatter({
  id: 'special-care-social-work',
  title: '优抚社工服务与满意度',
  law: [specialCareRegulation('第三条')],
  registers: [specialCarePlan, specialCareSurvey],
  covers: ['S174'],
});
