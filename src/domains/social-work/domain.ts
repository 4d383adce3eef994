import { defineDomain } from '../../kernel/contract/matter.ts';
import { socialWorkOpinion, volunteeringRecords } from './common/law.ts';

/** 社会工作与志愿: agencies, the places they serve from, volunteers, and what the bureau asks of both. */
export const domain = defineDomain({
  id: 'social-work',
  title: '社会工作与志愿',
  law: [socialWorkOpinion, volunteeringRecords],
  roles: { 'social-work-clerk': { title: '社工志愿经办', level: 'city' } },
});
