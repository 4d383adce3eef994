import { defineDomain } from '../../kernel/contract/matter.ts';
import { minorsProtectionLaw } from './common/law.ts';

/** 儿童福利: children whom nobody else looks after, for a day or for good. */
export const domain = defineDomain({
  id: 'child-welfare',
  title: '儿童福利',
  law: [minorsProtectionLaw()],
  roles: { 'child-welfare-clerk': { title: '儿童福利经办', level: 'city' } },
});
