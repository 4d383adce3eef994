import type { Form, FormField } from '../../../kernel/contract/form.ts';
import type { Actor } from '../../../kernel/contract/procedure.ts';
import { refused, type Refused } from '../../../kernel/contract/refusal.ts';

/** Who acts in the procedures of social assistance: 镇街经办、镇街负责人、审批（审核确认）机关. */
export const clerk: Actor = { roles: ['town-clerk'], power: 'accept' };
export const lead: Actor = { roles: ['town-lead'], power: 'accept' };
export const approver: Actor = { roles: ['approver'], power: 'confirm' };

/** A question that a step asks; required unless said otherwise. */
export const field = (key: string, title: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({ key, title, kind, required: true, ...more });
export const form = (id: string, title: string, ...fields: FormField[]): Form => ({ id, title, sections: [{ id, title, fields }] });
export const notYet = (because: string): Refused => refused('step.not-in-order', { because });
export type Input = Readonly<Record<string, unknown>>;

export const PLACE = field('place', '公示地点', 'text', { help: '村（居）务公开栏、政务公开栏、电子屏等', maxLength: 100, again: true });
export const FINDINGS = field('findings', '核查情况', 'long-text', { maxLength: 1000 });
export const OPINION = field('opinion', '审批意见', 'long-text', { maxLength: 500 });
