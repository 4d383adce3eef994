import { defineDomain } from '../../kernel/contract/matter.ts';
import { reliefRegulations } from './common/law.ts';

/** 减灾救灾: readiness before a disaster, help to those it struck, here and elsewhere. */
export const domain = defineDomain({
  id: 'disaster-relief',
  title: '减灾救灾',
  law: [reliefRegulations()],
  roles: { 'disaster-relief-clerk': { title: '减灾救灾经办', level: 'city' } },
});
