import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Form } from '../../../kernel/contract/form.ts';
import { addDays, parsePlainDate, type PlainDate } from '../../../kernel/values/plain-date.ts';
import type { FormValues } from '../../forms/form-values.ts';

export type MandateList = DoorOutput<typeof import('../../../kernel/mandates/queries/list-mandates.ts').default>;
export type MandateLine = MandateList['lines'][number];

export const MANDATE_STATES = { holding: '有效', coming: '还没开始', expired: '已到期', ended: '已收回' } as const;

const who = (value: 'person' | 'village') => ({ key: 'helperKind', equals: value });

/** 登记授权委托书 as the window fills it in; `matters` are those one can apply for today, `village` whether this post may stand for its committee. */
export function mandateForm(matters: readonly { readonly matter: string; readonly title: string }[], village: boolean): Form {
  return { id: 'mandate', title: '登记授权', sections: [{ id: 'mandate', title: '登记授权', fields: [
    { key: 'principalName', title: '委托人（或被监护人）姓名', kind: 'person-name', required: true },
    { key: 'principalId', title: '委托人身份证号', kind: 'id-card', required: true },
    { key: 'helperKind', title: '受托的是', kind: 'choice', required: true, options: [{ value: 'person', title: '个人' }, ...(village ? [{ value: 'village', title: '本村（居）委会' }] : [])] },
    { key: 'helperName', title: '受托人姓名', kind: 'person-name', required: true, showIf: who('person') },
    { key: 'helperId', title: '受托人身份证号', kind: 'id-card', required: true, showIf: who('person') },
    { key: 'relation', title: '是委托人的什么人', kind: 'text', required: true, maxLength: 30, help: '女儿、邻居、社工、父亲' },
    { key: 'basis', title: '凭什么', kind: 'choice', required: true, options: [
      { value: 'paper', title: '签了字的授权委托书' }, { value: 'guardian-register', title: '监护人：同户未成年子女的父母' }, { value: 'guardian-paper', title: '监护人：有证明' }] },
    { key: 'matters', title: '能办什么', kind: 'choices', required: true, options: matters.map((one) => ({ value: one.matter, title: one.title })) },
    { key: 'from', title: '从哪天', kind: 'date', required: true },
    { key: 'lastDay', title: '到哪天', kind: 'date', required: true, help: '最后一天，最长一年' },
    { key: 'document', title: '委托书或监护证明的照片', kind: 'files' },
  ] }] };
}

/** The form as the door takes it: the last day becomes the day after. */
export function mandateBody(values: FormValues): unknown {
  const last = parsePlainDate(String(values['lastDay'] ?? ''));
  const file = Array.isArray(values['document']) ? (values['document'] as readonly number[])[0] : undefined;
  return {
    principal: { name: values['principalName'] ?? '', idNumber: values['principalId'] ?? '' },
    helper: values['helperKind'] === 'village' ? { village: true } : { name: values['helperName'] ?? '', idNumber: values['helperId'] ?? '' },
    relation: values['relation'] ?? '', basis: values['basis'], matters: values['matters'] ?? [], from: values['from'], to: last === undefined ? values['lastDay'] : addDays(last as PlainDate, 1), ...(file === undefined ? {} : { document: file }),
  };
}
