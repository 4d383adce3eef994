import { defineMatter } from '../../../kernel/contract/matter.ts';
import { civilServantsLaw } from '../common/law.ts';
import { staffMember, staffTraining } from './register.ts';

/** 民政队伍与党务人员培训: who serves, and what they have learnt. */
export const matter = defineMatter({
  id: 'staff-development',
  title: '民政队伍与党务人员培训',
  law: [civilServantsLaw('第六十条')],
  registers: [staffMember, staffTraining],
  covers: ['S230'],
});
