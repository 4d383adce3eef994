import { defineMatter } from '../../../kernel/contract/matter.ts';
import { industryAssociationOpinion } from '../common/law.ts';
import { organisationTraining } from './register.ts';

/** 社会组织能力建设培训: sessions in series for those who work in organisations. */
export const matter = defineMatter({
  id: 'organisation-training',
  title: '社会组织能力建设培训',
  law: [industryAssociationOpinion],
  registers: [organisationTraining],
  covers: ['S105'],
});
