import { defineMatter } from '../../../kernel/contract/matter.ts';
import { specialCareRegulation } from '../common/law.ts';
import { armySupportAgreement } from './register.ts';

/** 社会化拥军: chambers, associations and private firms that sign with a unit of the garrison. */
export const matter = defineMatter({
  id: 'army-support-agreement',
  title: '社会化拥军（签约共建）',
  law: [specialCareRegulation('第三条')],
  registers: [armySupportAgreement],
  covers: ['S171'],
});
