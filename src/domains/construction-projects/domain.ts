import { defineDomain } from '../../kernel/contract/matter.ts';
import { constructionLaw } from './common/law.ts';

/** 项目建设: the houses and grounds the bureau builds, from 立项 to the day they are used. */
export const domain = defineDomain({
  id: 'construction-projects',
  title: '项目建设',
  law: [constructionLaw()],
  roles: { 'construction-projects-clerk': { title: '项目建设经办', level: 'city' } },
});
