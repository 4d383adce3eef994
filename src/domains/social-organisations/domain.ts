import { defineDomain } from '../../kernel/contract/matter.ts';
import { associationRegulations, serviceOrganisationRegulations } from './common/law.ts';

/** 社会组织: associations, service organisations and foundations, and what the registrar does to help and to hold them to their word. */
export const domain = defineDomain({
  id: 'social-organisations',
  title: '社会组织',
  law: [associationRegulations(), serviceOrganisationRegulations()],
  roles: { 'social-organisations-clerk': { title: '社会组织经办', level: 'city' } },
});
