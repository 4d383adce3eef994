import { defineMatter } from '../../../kernel/contract/matter.ts';
import { socialWorkOpinion } from '../common/law.ts';
import { socialWorkDocument } from './document-set.ts';
import { leadGroupMeeting } from './meeting.ts';
import { socialWorkTask } from './task.ts';

/** 社会工作推进机制: the papers, the tasks they give to departments, the meetings that follow them up. */
export const matter = defineMatter({
  id: 'social-work-policy',
  title: '社会工作推进机制与制度',
  law: [socialWorkOpinion],
  registers: [socialWorkDocument, socialWorkTask, leadGroupMeeting],
  covers: ['S129'],
});
