import { defineMatter } from '../../../kernel/contract/matter.ts';
import { difficultVillageOpinion, villagersCommitteeLaw } from '../common/law.ts';
import { difficultVillage } from './register.ts';

/** 难点村: villages that are not fit to vote before somebody has looked after them. */
export const matter = defineMatter({
  id: 'difficult-village',
  title: '“难点村（社区）”排查整治',
  law: [villagersCommitteeLaw('第五条'), difficultVillageOpinion],
  registers: [difficultVillage],
  covers: ['S073'],
});
