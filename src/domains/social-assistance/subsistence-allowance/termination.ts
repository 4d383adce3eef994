import { decideTerminated } from '../../../kernel/casework/decide-terminated.ts';
import type { CaseStateDeclaration } from '../../../kernel/casework/case-procedure.ts';
import type { Actor, Step } from '../../../kernel/contract/procedure.ts';
import { measures2021 } from '../common/means-test/law.ts';
import { notifyingState } from '../common/shared-states.ts';
import { field, form, notYet } from '../common/step-form.ts';

const HOW = [{ value: 'refused', title: '当面或电话里明确拒绝' }, { value: 'absent', title: '约好几次都不在，不回话' }, { value: 'withheld', title: '不肯给要的材料' }, { value: 'other', title: '其他' }];

const terminationForm = form('terminate', '终止审核确认',
  field('asked', '要求配合什么', 'text', { maxLength: 200, help: '例如：入户调查、补齐银行流水、全家授权核对' }), field('askedOn', '最后一次要求配合的日期', 'date'), field('how', '怎么拒不配合的', 'choice', { options: HOW }),
  field('reason', '经过', 'long-text', { maxLength: 1000, help: '写清楚几次、哪天、谁去的、对方怎么说。会写进通知书。' }), field('noGoodReason', '已经问过原因，没有正当理由（如住院、外出照料病人）', 'yes-no'));

/** 第二十九条: 无正当理由拒不配合审核确认工作. Also while the case waits for papers that never come. The office may; it need not. */
export const terminateBy = (by: Actor): Step => ({
  id: 'terminate', title: '拒不配合，终止审核确认', by, to: 'notifying-termination', form: terminationForm, whilePaused: true,
  when: (view, input) => {
    if (!input) return undefined;
    if ((input['askedOn'] as string) > view.today) return notYet('要求配合的日期不能晚于今天');
    return input['noGoodReason'] === true ? undefined : notYet('有正当理由的不能终止（第二十九条）；先问清楚原因，记录下来');
  },
  effects: [decideTerminated((at) => ({
    id: 'co-operation', title: '配合审核确认工作', law: measures2021('第二十九条'), result: 'unmet', needs: [],
    because: `无正当理由拒不配合“${String(at.input['asked'])}”：${String(at.input['reason']).replace(/。$/, '')}`,
  }))],
});

/** Told in writing like a no; the article sets no days for it. */
export const TERMINATION_STATES: Readonly<Record<string, CaseStateDeclaration>> = {
  'notifying-termination': notifyingState('终止审核确认，待书面告知', undefined, 'terminated'),
  'terminated': { title: '已终止审核确认', stage: 'decision', kind: 'final', outcome: 'terminated', tasks: [], steps: [] },
};
