import { defineMatter } from '../../../kernel/contract/matter.ts';
import { dischargedSoldiersRegulation } from '../common/law.ts';
import { veteranJobFair } from './fair.register.ts';
import { publicInterestPost } from './post.register.ts';

/** 退役军人招聘与公益性岗位: fairs for those who served, and posts paid for by the public. */
export const matter = defineMatter({
  id: 'veteran-employment',
  title: '退役军人招聘与公益性岗位再就业',
  law: [dischargedSoldiersRegulation('第二十二条'), dischargedSoldiersRegulation('第二十四条')],
  registers: [veteranJobFair, publicInterestPost],
  covers: ['S164'],
});
