import { ABOUT } from '../../../kernel/contract/complaint-words.ts';
import type { Form, FormField } from '../../../kernel/contract/form.ts';

const field = (key: string, title: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({ key, title, kind, required: true, ...more });
const sheet = (id: string, title: string, ...fields: FormField[]): Form => ({ id, title, sections: [{ id, title, fields }] });

/** `matters`: what this bureau does, from the declarations. */
export const registerForm = (matters: readonly { readonly matter: string; readonly title: string }[]) => sheet('register', '登记投诉',
  field('matter', '关于哪件事项', 'choice', { options: matters.map((one) => ({ value: one.matter, title: one.title })) }),
  field('how', '怎么来的', 'choice', { options: [{ value: 'desk', title: '当面' }, { value: 'phone', title: '电话' }, { value: 'letter', title: '来信' }] }),
  field('about', '反映谁', 'choice', { options: Object.entries(ABOUT).map(([value, title]) => ({ value, title })), help: '反映机关、人员的，或者留了姓名的，登记后只有纪检看得到' }),
  field('division', '在哪个村居', 'division', { help: '反映机关、人员的，选它办公的村居' }),
  field('content', '反映什么', 'long-text', { maxLength: 2000 }),
  field('name', '举报人姓名', 'text', { required: false, maxLength: 40 }), field('contact', '联系方式', 'text', { required: false, maxLength: 60 }));

export const assignForm = sheet('assign', '交办',
  field('household', '被反映的一户（户号）', 'text', { required: false, maxLength: 30, help: '例如 ZS-HH-2014-000123；查属实要改待遇的，必须写' }),
  field('investigators', '调查人（至少两人）', 'list', { min: 2, max: 6, item: [field('name', '姓名', 'person-name')] }));

export const investigateForm = sheet('investigate', '核查记录',
  field('heldOn', '核查日期', 'date'), field('investigators', '调查人', 'list', { min: 2, max: 6, item: [field('name', '姓名', 'person-name'), field('signed', '已签字', 'yes-no')] }),
  field('findings', '查到什么', 'long-text', { maxLength: 2000 }), field('files', '证据', 'files', { required: false }));

export const answerForm = sheet('answer', '答复举报人',
  field('how', '怎么答复', 'choice', { options: [{ value: 'phone', title: '电话' }, { value: 'letter', title: '书面' }, { value: 'in-person', title: '当面' }, { value: 'portal', title: '网上' }] }), field('said', '答复了什么', 'long-text', { maxLength: 1000 }));

export const handOverForm = sheet('hand-over', '隐去举报人转办', field('content', '反映的事（用自己的话写，不带举报人的线索）', 'long-text', { maxLength: 2000 }));

/** 结论: what it means for the data depends on what the household has. */
export function concludeForm(options: { readonly grants: readonly { readonly id: number; readonly title: string; readonly state: string }[]; readonly cases: readonly { readonly id: number; readonly number: string }[] }): Form {
  const alive = options.grants.filter((grant) => grant.state !== 'ended');
  const touches = (kinds: readonly string[]) => kinds.map((equals) => ({ key: 'kind', equals }));
  const kinds = [{ value: 'none', title: '不改数据' }, ...(options.cases.length > 0 ? [{ value: 'case', title: '更正在办的申请，重新审核' }] : []),
    ...(alive.length > 0 ? [{ value: 'change', title: '按查实的情况重算金额' }, { value: 'suspend', title: '暂停发放' }, { value: 'end', title: '停发' }] : [])];
  const month = (equals: string): FormField => field(`month-${equals}`, '从哪个月起', 'month', { showIf: { key: 'kind', equals } });
  const grant = (equals: string): FormField => field(`grant-${equals}`, '哪份待遇', 'choice', { options: alive.map((one) => ({ value: String(one.id), title: one.title })), showIf: { key: 'kind', equals } });
  return sheet('conclude', '结论',
    field('outcome', '是否属实', 'choice', { options: [{ value: 'upheld', title: '属实' }, { value: 'partly', title: '部分属实' }, { value: 'rejected', title: '不属实' }] }),
    field('opinion', '处理意见', 'long-text', { maxLength: 1000 }), field('reply', '给举报人的话（网上凭编号可查）', 'long-text', { maxLength: 500, help: '不写被反映人家里的情况' }),
    field('kind', '改不改数据', 'choice', { options: kinds }),
    ...(options.cases.length > 0 ? [field('case', '哪一件', 'choice', { options: options.cases.map((one) => ({ value: String(one.id), title: one.number })), showIf: { key: 'kind', equals: 'case' } })] : []),
    ...touches(alive.length > 0 ? ['change', 'suspend', 'end'] : []).flatMap(({ equals }) => [grant(equals), month(equals)]));
}
