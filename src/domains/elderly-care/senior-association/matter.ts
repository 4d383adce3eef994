import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { associationGrant, seniorAssociation } from './register.ts';
import { respectTitle } from './respect-title.ts';

/** 基层老年协会与“敬老文明号”: associations of the old, money they are given, and the title for those who honour them. */
export const matter = defineMatter({
  id: 'senior-association',
  title: '基层老年协会与“敬老文明号”',
  law: [elderRightsLaw('第六十七条'), elderRightsLaw('第十条')],
  registers: [seniorAssociation, associationGrant, respectTitle],
  covers: ['S063'],
});
