import { defineMatter } from '../../../kernel/contract/matter.ts';
import { accompanyingFamilyMeasures } from '../common/law.ts';
import { accompanyingFamily } from './family.register.ts';
import { accompanyingFamilyPolicy } from './policy.register.ts';

/** 随军家属安置: wives and husbands who moved with a soldier, until they have work. */
export const matter = defineMatter({
  id: 'accompanying-family',
  title: '随军家属安置',
  law: [accompanyingFamilyMeasures('第二条'), accompanyingFamilyMeasures('第五条')],
  registers: [accompanyingFamily, accompanyingFamilyPolicy],
  covers: ['S167'],
});
