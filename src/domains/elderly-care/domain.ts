import { defineDomain } from '../../kernel/contract/matter.ts';
import { elderRightsLaw } from './common/law.ts';

/** 养老服务: homes, services at home, and what keeps old people in company. */
export const domain = defineDomain({
  id: 'elderly-care',
  title: '养老服务',
  law: [elderRightsLaw()],
  roles: { 'elderly-care-clerk': { title: '养老经办', level: 'city' } },
});
