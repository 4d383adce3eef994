import { defineMatter } from '../../../kernel/contract/matter.ts';
import { elderRightsLaw } from '../common/law.ts';
import { ruralHomeProblem } from './left-over-problem.ts';
import { ruralHome } from './register.ts';
import { ruralHomeRenovation } from './renovation.ts';

/** 农村敬老院管理与改造: the homes of the towns, made legal persons, mended, some of them serving a region. */
export const matter = defineMatter({
  id: 'rural-home',
  title: '农村敬老院管理与改造',
  law: [elderRightsLaw('第四十一条')],
  registers: [ruralHome, ruralHomeRenovation, ruralHomeProblem],
  covers: ['S047'],
});
