import { defineMatter } from '../../../kernel/contract/matter.ts';
import { newResidentCentreRules } from '../common/law.ts';
import { newResidentServiceCentre } from './register.ts';

/** 新中山人服务中心: what chambers of people from elsewhere do for those who came to work here. */
export const matter = defineMatter({
  id: 'new-resident-service-centre',
  title: '异地商会“新中山人服务中心”',
  law: [newResidentCentreRules],
  registers: [newResidentServiceCentre],
  covers: ['S111'],
});
