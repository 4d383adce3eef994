import { defineMatter } from '../../../kernel/contract/matter.ts';
import { answerFromCase } from './answer-from-case.ts';
import { items } from './items.ts';
import { confidentialityLaw, coordinationLaw, windowLaw } from './law.ts';
import { parameters } from './parameters.ts';
import { indicators } from './statistics.ts';
import { handoverWatch } from './watch.ts';

/** 一门受理、协同办理 */
export const matter = defineMatter({
  id: 'single-window',
  title: '社会救助一门受理、协同办理',
  plainTitle: '求助登记',
  law: [windowLaw, coordinationLaw, confidentialityLaw],
  caseCode: 'QZ',
  authority: { 'take-in': { title: '登记求助、转办', level: 'village' } },
  parameters,
  indicators,
  items,
  watches: [handoverWatch],
  reactions: [answerFromCase],
  covers: ['S022'],
});
