import type { Form } from '../contract/form.ts';
import type { CaseProcedure, CaseStateDeclaration } from './case-procedure.ts';
import { AppError } from '../contract/refusal.ts';

/** Steps every procedure has, whatever it is about. `open` is the first action of each case. */
export type GenericStep = 'open' | 'withdraw' | 'request-supplement' | 'supplement' | 'return' | 'extend' | 'correct-facts';

/** 申请人撤回: where every procedure ends that its applicant called off. */
export const WITHDRAWN: CaseStateDeclaration = { title: '申请人已撤回', stage: '', kind: 'final', outcome: 'withdrawn', tasks: [], steps: [] };

/** 并入停发: put aside because a stop of the same grant took its place. */
export const SUPERSEDED: CaseStateDeclaration = { title: '已并入停发程序', stage: '', kind: 'final', outcome: 'withdrawn', tasks: [], steps: [] };
const ENDS: Readonly<Record<string, CaseStateDeclaration>> = { withdrawn: WITHDRAWN, superseded: SUPERSEDED };

export function findState(procedure: CaseProcedure, id: string): CaseStateDeclaration {
  const state = procedure.states[id] ?? ENDS[id];
  if (!state) throw new AppError('procedure.no-state', `procedure ${procedure.id} has no state ${id}`);
  return state;
}

const form = (id: string, title: string, fields: Form['sections'][number]['fields']): Form => ({ id, title, sections: [{ id, title, fields }] });

export interface GenericStepDeclaration {
  readonly id: Exclude<GenericStep, 'open'>;
  readonly title: string;
  readonly form: Form;
}

export const genericSteps: readonly GenericStepDeclaration[] = [
  { id: 'request-supplement', title: '一次性告知补材料', form: form('request-supplement', '一次性告知', [
    { key: 'missing', title: '要补的材料', kind: 'list', required: true, min: 1, max: 30, item: [{ key: 'what', title: '材料', kind: 'text', required: true, maxLength: 200 }] },
    { key: 'told', title: '怎么告知的', kind: 'choice', required: true, options: [
      { value: 'paper', title: '书面' }, { value: 'phone', title: '电话' }, { value: 'portal', title: '网上' }] },
  ]) },
  { id: 'supplement', title: '材料已补齐', form: form('supplement', '补齐', [
    { key: 'received', title: '收到了什么', kind: 'long-text', required: true, maxLength: 500 }, { key: 'files', title: '照片、扫描件', kind: 'files' }]) },
  { id: 'return', title: '退回更正', form: form('return', '退回', [
    { key: 'to', title: '退回到', kind: 'text', required: true }, { key: 'reason', title: '退回原因', kind: 'long-text', required: true, maxLength: 500 }]) },
  { id: 'extend', title: '延长期限', form: form('extend', '延期', [
    { key: 'task', title: '哪一项', kind: 'text', required: true },
    { key: 'days', title: '延长天数', kind: 'integer', required: true, min: 1 }, { key: 'reason', title: '延长原因', kind: 'long-text', required: true, maxLength: 500 }]) },
  { id: 'withdraw', title: '申请人撤回', form: form('withdraw', '撤回申请', [{ key: 'reason', title: '撤回原因', kind: 'long-text', maxLength: 500 }]) },
];

/** Corrected facts come as a whole and are checked against the benefit's own schema; this form only asks why. */
export const correctFacts: GenericStepDeclaration = {
  id: 'correct-facts', title: '更正申报情况', form: form('correct-facts', '更正', [{ key: 'reason', title: '更正原因', kind: 'long-text', required: true, maxLength: 500 }]),
};

export const findGenericStep = (id: string): GenericStepDeclaration | undefined => (id === correctFacts.id ? correctFacts : genericSteps.find((step) => step.id === id));
