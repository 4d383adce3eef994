import { defineMatter } from '../../../kernel/contract/matter.ts';
import { associationRegulations, industryAssociationOpinion } from '../common/law.ts';
import { selfDisciplineMeasure } from './register.ts';

/** 廉洁自律: rules an organisation gives itself, and who watches over them. */
export const matter = defineMatter({
  id: 'organisation-self-discipline',
  title: '社会组织廉洁自律（预防腐败）',
  law: [associationRegulations('第四条'), industryAssociationOpinion],
  registers: [selfDisciplineMeasure],
  covers: ['S107'],
});
