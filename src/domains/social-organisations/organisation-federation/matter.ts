import { defineMatter } from '../../../kernel/contract/matter.ts';
import { associationRegulations } from '../common/law.ts';
import { federationMember, organisationFederation } from './federation.ts';
import { organisationForum } from './forum.ts';
import { organisationResearch } from './research.ts';

/** 联合会、研究院、讲坛: organisations among themselves. */
export const matter = defineMatter({
  id: 'organisation-federation',
  title: '社会组织联合会、研究院与讲坛',
  law: [associationRegulations('第二条')],
  registers: [organisationFederation, federationMember, organisationForum, organisationResearch],
  covers: ['S104'],
});
