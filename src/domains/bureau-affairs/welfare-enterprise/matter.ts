import { defineMatter } from '../../../kernel/contract/matter.ts';
import { welfareEnterpriseMeasures } from '../common/law.ts';
import { welfareEnterprise } from './register.ts';

/** 民政直管福利企业: works that employ disabled people, under the bureau. */
export const matter = defineMatter({
  id: 'welfare-enterprise',
  title: '民政直管福利企业',
  law: [welfareEnterpriseMeasures('第二条')],
  registers: [welfareEnterprise],
  covers: ['S231'],
});
