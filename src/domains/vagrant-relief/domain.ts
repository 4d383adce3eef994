import { defineDomain } from '../../kernel/contract/matter.ts';
import { vagrantReliefMeasures } from './common/law.ts';

/** 救助管理: relief for vagrants and beggars without assured living sources, and the stations that give it. */
export const domain = defineDomain({
  id: 'vagrant-relief',
  title: '救助管理',
  law: [vagrantReliefMeasures()],
  roles: { 'vagrant-relief-clerk': { title: '救助管理经办', level: 'city' } },
});
