import { defineMatter } from '../../../kernel/contract/matter.ts';
import { martyrRegulation, memorialCeremonyMeasures, memorialSiteMeasures } from '../common/law.ts';
import { memorialCeremony } from './ceremony.register.ts';
import { martyr } from './martyr.register.ts';
import { memorialSite } from './site.register.ts';

/** 烈士: who they were, where they lie, how they are remembered. */
export const matter = defineMatter({
  id: 'martyr-memorial',
  title: '烈士纪念日公祭与烈士陵园',
  law: [martyrRegulation('第五条'), memorialSiteMeasures('第三条'), memorialCeremonyMeasures('第三条')],
  registers: [martyr, memorialSite, memorialCeremony],
  covers: ['S169'],
});
