import type { RegisterField, Values } from '../../../kernel/contract/register.ts';

/** 排查问卷: what is asked of every village before the committees change, and the class of problem a yes stands for. The classes are the office's own (本单位定). */
export const questions = [
  { key: 'teamSplit', title: '班子不团结或不起作用', problem: 'team' },
  { key: 'cadreInquiry', title: '村干部正被立案调查', problem: 'team' },
  { key: 'affairsHidden', title: '村务、财务没有按规定公开', problem: 'publicity' },
  { key: 'landDispute', title: '征地、集体资产或分红有较大纠纷', problem: 'dispute' },
  { key: 'petitions', title: '有集体上访或越级上访', problem: 'dispute' },
  { key: 'clanPressure', title: '宗族、宗教势力左右村务', problem: 'interference' },
  { key: 'gangPressure', title: '黑恶势力插手或有贿选苗头', problem: 'interference' },
] as const;

export const problemClasses = { team: '班子问题', publicity: '公开问题', dispute: '矛盾纠纷', interference: '外力干扰', compound: '综合（两类以上）' } as const;

export const questionnaire: readonly RegisterField[] = questions.map(({ key, title }) => ({ key, title, kind: 'yes-no', required: true }));

/** The class that the answers give; undefined when nothing was answered with yes: no difficult village. */
export function problemClassOf(answers: Values): keyof typeof problemClasses | undefined {
  const found = [...new Set(questions.filter((question) => answers[question.key] === true).map((question) => question.problem))];
  return found.length > 1 ? 'compound' : found[0];
}
