import { defineMatter } from '../../../kernel/contract/matter.ts';
import { openInformationRegulations } from '../common/law.ts';
import { publicityCampaign } from './register.ts';

/** 政策宣传与便民信息活动: telling people what there is for them, and where they were told. */
export const matter = defineMatter({
  id: 'publicity',
  title: '政策宣传与便民信息活动',
  law: [openInformationRegulations('第九条')],
  registers: [publicityCampaign],
  covers: ['S228'],
});
