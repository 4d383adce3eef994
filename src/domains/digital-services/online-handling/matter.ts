import { defineMatter } from '../../../kernel/contract/matter.ts';
import { affairs } from './items/affairs.ts';
import { assistance } from './items/assistance.ts';
import { organisations } from './items/organisations.ts';
import { welfare } from './items/welfare.ts';
import { licensingLaw } from './law.ts';
import { parameters } from './parameters.ts';
import { indicators } from './statistics.ts';

/** 网上办理与事项管理: the catalogue of what the bureau does, and whether it is done in time. */
export const matter = defineMatter({
  id: 'online-handling',
  title: '网上办理与审批事项管理',
  plainTitle: '办事指南',
  law: [licensingLaw('第三十三条')],
  caseCode: 'WB',
  authority: { supervise: { title: '效能监督、督办', level: 'city' } },
  parameters,
  indicators,
  items: [...assistance, ...welfare, ...organisations, ...affairs],
  covers: ['S216'],
});
