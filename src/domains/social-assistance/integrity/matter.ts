import { defineMatter } from '../../../kernel/contract/matter.ts';
import { interimMeasures } from '../common/law.ts';
import { measures2021 } from '../common/means-test/law.ts';
import { parameters } from './parameters.ts';

/** 救助诚信与处罚、阳光救助监督: publication, complaints, overpayment, dishonesty records. The rooms of the kernel do the work; here stand the terms the law or the city sets. */
export const matter = defineMatter({
  id: 'integrity',
  title: '救助诚信与监督',
  law: [interimMeasures('第六十一条、第六十五条至第六十八条'), measures2021('第二十四条、第三十六条至第三十八条')],
  caseCode: 'TS',
  authority: { supervise: { title: '受理投诉举报、监督检查', level: 'city' } },
  parameters,
  covers: ['S025'],
});
