import { defineMatter } from '../../../kernel/contract/matter.ts';
import { charityLaw } from '../common/law.ts';
import { charityLandmark } from './register.ts';

/** 慈善标志创建: streets, communities and squares that earn the name by what is done in them. */
export const matter = defineMatter({
  id: 'charity-landmark',
  title: '慈善标志创建（慈善街道、社区、广场）',
  law: [charityLaw('第八十八条')],
  registers: [charityLandmark],
  covers: ['S139'],
});
