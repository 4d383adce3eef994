import { defineMatter } from '../../../kernel/contract/matter.ts';
import { lawfulAdministrationOutline, noArticle } from '../common/law.ts';
import { researchTopic } from './register.ts';

/** 民政课题调研: how things are, before a policy is written. */
export const matter = defineMatter({
  id: 'policy-research',
  title: '民政课题调研',
  law: [lawfulAdministrationOutline(noArticle)],
  registers: [researchTopic],
  covers: ['S232'],
});
