import { defineMatter } from '../../../kernel/contract/matter.ts';
import { placeNameRegulation, placeNameSignMeasures } from '../common/law.ts';
import { guideSign } from './register.ts';
import { replaceRenamed } from './replace-renamed.ts';

/** 城市导向标识: street plates and guide boards; each must say what the place is officially called. */
export const matter = defineMatter({
  id: 'guide-sign',
  title: '城市导向标识系统',
  law: [placeNameSignMeasures('第二条'), placeNameRegulation('第十八条'), placeNameRegulation('第十九条')],
  registers: [guideSign],
  reactions: [replaceRenamed],
  covers: ['S214'],
});
