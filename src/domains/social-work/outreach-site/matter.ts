import { defineMatter } from '../../../kernel/contract/matter.ts';
import { socialWorkOpinion } from '../common/law.ts';
import { outreachSite } from './register.ts';

/** 社工服务站点: where a family centre reaches beyond its own door. */
export const matter = defineMatter({
  id: 'outreach-site',
  title: '社工服务站点延伸',
  law: [socialWorkOpinion],
  registers: [outreachSite],
  covers: ['S122'],
});
