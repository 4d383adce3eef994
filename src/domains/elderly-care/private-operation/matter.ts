import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { operationContract } from './register.ts';
import { indicators } from './statistics.ts';

/** 公办养老机构社会化运营（公建民营）: homes the state built, run by others under contract. */
export const matter = defineMatter({
  id: 'private-operation',
  title: '公办养老机构社会化运营（公建民营）',
  law: [elderRightsLaw('第四十一条')],
  registers: [operationContract],
  indicators,
  covers: ['S069'],
});
