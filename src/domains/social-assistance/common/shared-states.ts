import type { Effect, State, Step, Task } from '../../../kernel/contract/procedure.ts';
import { serveFromStep } from '../../../kernel/service/serve-from-step.ts';
import { clerk, field, form, notYet } from './step-form.ts';

/** 待受理: complete papers are accepted; near relatives of staff are filed apart; what is missing is told at once. */
export const receivedState = (accepted: { readonly to: string; readonly effects?: readonly Effect[] }): State => ({
  title: '待受理', stage: 'received', kind: 'open', tasks: [{ id: 'accept', title: '审查材料，受理', actor: clerk }],
  steps: [
    { id: 'accept', title: '受理', by: clerk, task: 'accept', ...accepted, main: true, key: 'A', bulk: true,
      form: form('accept', '受理', field('complete', '材料齐备', 'yes-no'), field('relativeOfStaff', '与经办人员、村（居）委成员有近亲属关系（单独登记）', 'yes-no'),
        field('relative', '哪位、什么关系', 'text', { showIf: { key: 'relativeOfStaff', equals: true } })),
      when: (_view, input) => (input && input['complete'] !== true ? notYet('材料不齐的，请一次性告知要补的全部材料') : undefined) },
    { id: 'not-accept', title: '不予受理', by: clerk, to: 'not-accepted', form: form('not-accept', '不予受理', field('reason', '原因', 'long-text', { maxLength: 500 })) },
  ],
});

/** The applicant is told of a no in writing, with the reasons, through the town. `within` where the law sets days for it. */
export const notifyingState = (title: string, within: Task['within'], to = 'refused'): State => ({
  title, stage: 'decision', kind: 'open', decided: true, tasks: [{ id: 'notify', title: '书面告知申请人，说明理由', actor: clerk, ...(within ? { within } : {}) }],
  steps: [{ id: 'notify', title: '已书面告知', by: clerk, task: 'notify', to, main: true, effects: [serveFromStep],
    form: form('notify', '书面告知', field('deliveredOn', '送达日期', 'date'), field('how', '送达方式', 'choice', { options: [{ value: 'direct', title: '直接送达' }, { value: 'post', title: '邮寄' }, { value: 'left', title: '留置' }] }),
      field('receiver', '签收人', 'person-name')) }],
});

/** A step that completes a task of its state. */
export const withTask = (step: Step, task: string): Step => ({ ...step, task });
