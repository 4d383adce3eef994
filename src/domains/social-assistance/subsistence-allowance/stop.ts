import { decideStop } from '../../../kernel/casework/decide-stop.ts';
import { defineCaseProcedure } from '../../../kernel/casework/case-procedure.ts';
import type { CaseView } from '../../../kernel/casework/case-view.ts';
import type { StepContext } from '../../../kernel/casework/step-context.ts';
import type { Step } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';
import type { Ground } from '../../../kernel/contract/rules.ts';
import { NATION } from '../../../kernel/policy/division-path.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { interimMeasures } from '../common/law.ts';
import { measures2012, measures2021 } from '../common/means-test/law.ts';
import { approver, clerk, field, form, lead, notYet, OPINION } from '../common/step-form.ts';
import { aboutGrant } from './about-grant.ts';
import { findGround, lawOn, RESUME_GROUNDS, STOP_GROUNDS } from './stop-grounds.ts';

const ASKS = { suspend: '暂停发放', end: '停发', resume: '恢复发放' } as const;
const groundField = (key: string, ask: keyof typeof ASKS, grounds: readonly { id: string; title: string }[]) =>
  field(key, '事由', 'choice', { options: grounds.map(({ id, title }) => ({ value: id, title })), showIf: { key: 'ask', equals: ask } });

/** What the town proposes, on which ground, and what it rests on. */
export const stopForm = form('stop', '暂停、停发、恢复',
  field('ask', '办什么', 'choice', { options: Object.entries(ASKS).map(([value, title]) => ({ value, title })) }),
  groundField('suspendGround', 'suspend', STOP_GROUNDS.filter((ground) => ground.leads.includes('suspend'))),
  groundField('endGround', 'end', STOP_GROUNDS.filter((ground) => ground.leads.includes('end'))),
  groundField('resumeGround', 'resume', RESUME_GROUNDS),
  field('facts', '查明的情况', 'long-text', { maxLength: 1000, help: '什么时候、怎么查明的，有什么凭据' }), field('files', '凭据', 'files', { required: false }));

interface Asked { readonly ask: keyof typeof ASKS; readonly ground: string; readonly facts: string }
const readAsked = (values: Readonly<Record<string, unknown>>): Asked => {
  const ask = values['ask'] as Asked['ask'];
  return { ask, ground: String(values[`${ask}Ground`]), facts: String(values['facts'] ?? '') };
};

/** The ground as it stands in the decision: its article of the opening day, and what was found. */
function groundOf(at: StepContext): Ground {
  const asked = readAsked(at.case.form);
  const ground = findGround(asked.ground);
  const law = ground && lawOn(ground, at.case.opened_on);
  if (!ground || !law) throw new Error(`case ${at.case.number} names no ground of its day`);
  return { id: ground.id, title: ground.title, law, result: asked.ask === 'resume' ? 'met' : 'unmet', because: `${ground.plain}。${asked.facts}`.replace(/。$/, ''), needs: [] };
}

const asks = (view: CaseView): string => String(view.form['ask']);
const onlyFor = (ask: keyof typeof ASKS) => (view: CaseView): Refused | undefined => (asks(view) === ask ? undefined : notYet(`镇街提出的是${ASKS[asks(view) as keyof typeof ASKS] ?? '别的'}`));

/** Stopping what is stopped, or resuming what runs, is no case. */
const whyNotState = (view: CaseView): Refused | undefined => {
  const state = view.grant?.state;
  if (asks(view) === 'resume') return state === 'active' ? refused('grant.not-suspended') : undefined;
  if (state === 'ended') return refused('grant.ended');
  return asks(view) === 'suspend' && state === 'suspended' ? refused('grant.suspended-already') : undefined;
};
const both = (...guards: readonly ((view: CaseView) => Refused | undefined)[]) => (view: CaseView): Refused | undefined => guards.map((guard) => guard(view)).find((no) => no !== undefined);

const delivery = (id: string, title: string, ...more: Parameters<typeof form>[2][]) => form(id, title,
  field('deliveredOn', '送达日期', 'date'), field('how', '送达方式', 'choice', { options: [{ value: 'direct', title: '直接送达' }, { value: 'post', title: '邮寄' }, { value: 'left', title: '留置' }, { value: 'notice', title: '公告' }] }),
  field('receiver', '签收人', 'person-name', { required: false, help: '公告送达的不填' }), ...more);
const notFuture: NonNullable<Step['when']> = (view, input) => (input && (input['deliveredOn'] as string) > view.today ? notYet('送达日期不能晚于今天') : undefined);

const serving = (title: string, to: string) => ({
  title, stage: 'serve', kind: 'open' as const, tasks: [{ id: 'serve', title: '送达决定书，告知可以申请行政复议、提起行政诉讼', actor: clerk }],
  steps: [{ id: 'serve', title: '已送达', by: clerk, task: 'serve', to, main: true, key: 'A', form: delivery('serve', '送达决定书'), when: notFuture }],
});
const final = (title: string, outcome: 'suspended' | 'ended' | 'resumed' | 'continued') => ({ title, stage: 'serve', kind: 'final' as const, outcome, tasks: [], steps: [] });

/**
 * 暂停、停发、恢复: the town proposes on a ground of law, its lead agrees, the confirming office decides, and the household gets the decision in
 * writing with its remedies. A stop for good is told with its reasons before it is decided. What is drawn for the next roll is held at once.
 */
export const stopProcedure = defineCaseProcedure({
  id: 'stop', title: '低保暂停、停发、恢复', kind: 'stop', law: [measures2021('第三十一条、第三十二条'), interimMeasures('第十三条'), measures2012('第三十二条')], applies: { division: NATION, from: plainDate('2012-12-12'), to: null },
  form: stopForm, start: 'proposed', about: aboutGrant,
  stages: [{ id: 'town', title: '镇街提出' }, { id: 'county', title: '审核' }, { id: 'tell', title: '书面告知' }, { id: 'decision', title: '决定' }, { id: 'serve', title: '送达' }],
  states: {
    'proposed': {
      title: '镇街提出，待负责人审核', stage: 'town', kind: 'open', tasks: [{ id: 'agree', title: '审核停发、恢复的提议', actor: lead }],
      steps: [
        { id: 'agree', title: '同意，报审核', by: lead, task: 'agree', to: 'county', main: true, key: 'A', when: whyNotState, form: form('agree', '镇街意见', field('opinion', '意见', 'long-text', { maxLength: 500 })) },
        { id: 'drop', title: '不提了', by: lead, task: 'agree', to: 'not-agreed', form: form('drop', '不提了', field('reason', '原因', 'long-text', { maxLength: 500 })) },
      ],
    },
    'county': {
      title: '审核', stage: 'county', kind: 'open', tasks: [{ id: 'decide', title: '审核停发、恢复', actor: approver }],
      steps: [
        { id: 'suspend', title: '决定暂停', by: approver, task: 'decide', to: 'serving-suspended', form: form('suspend', '决定', OPINION), when: both(onlyFor('suspend'), whyNotState), effects: [decideStop({ what: 'suspended', ground: groundOf })] },
        { id: 'tell', title: '拟停发，先书面告知', by: approver, task: 'decide', to: 'telling', form: form('tell', '审核意见', OPINION), when: both(onlyFor('end'), whyNotState) },
        { id: 'resume', title: '决定恢复', by: approver, task: 'decide', to: 'serving-resumed', form: form('resume', '决定', OPINION), when: both(onlyFor('resume'), whyNotState),
          effects: [decideStop({ what: 'resumed', ground: groundOf, wasWrong: (at) => readAsked(at.case.form).ground === 'mistaken' })] },
        { id: 'disagree', title: '不同意', by: approver, task: 'decide', to: 'not-agreed', form: form('disagree', '不同意', field('reason', '原因', 'long-text', { maxLength: 500 })) },
      ],
    },
    'telling': {
      title: '拟停发，待书面告知', stage: 'tell', kind: 'open', tasks: [{ id: 'tell', title: '书面告知家庭，说明理由，听取意见', actor: clerk }],
      steps: [{ id: 'told', title: '已书面告知', by: clerk, task: 'tell', to: 'deciding', main: true, key: 'A', when: notFuture,
        form: delivery('told', '书面告知', field('reasons', '告知的理由', 'long-text', { maxLength: 500 }), field('objection', '家庭的意见', 'long-text', { required: false, maxLength: 1000 })) }],
    },
    'deciding': {
      title: '待作出决定', stage: 'decision', kind: 'open', tasks: [{ id: 'decide', title: '作出停发决定', actor: approver }],
      steps: [
        { id: 'end', title: '决定停发', by: approver, task: 'decide', to: 'serving-ended', main: true, key: 'A', form: form('end', '决定', OPINION), when: whyNotState, effects: [decideStop({ what: 'ended', ground: groundOf })] },
        { id: 'disagree', title: '不停发', by: approver, task: 'decide', to: 'not-agreed', form: form('disagree', '不停发', field('reason', '原因', 'long-text', { maxLength: 500 })) },
      ],
    },
    'serving-suspended': serving('已暂停，待送达决定书', 'suspended'),
    'serving-ended': serving('已停发，待送达决定书', 'ended'),
    'serving-resumed': serving('已恢复，待送达决定书', 'resumed'),
    'suspended': final('已暂停发放', 'suspended'),
    'ended': final('已停发', 'ended'),
    'resumed': final('已恢复发放', 'resumed'),
    'not-agreed': final('没有停发', 'continued'),
  },
});
