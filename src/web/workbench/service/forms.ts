import type { Form, FormField } from '../../../kernel/contract/form.ts';
import { rowsOf, type FormValues } from '../../forms/form-values.ts';
import { WAYS } from './words.ts';

const field = (key: string, title: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({ key, title, kind, required: true, ...more });
const sheet = (id: string, title: string, ...fields: FormField[]): Form => ({ id, title, sections: [{ id, title, fields }] });
const only = (how: keyof typeof WAYS) => ({ showIf: { key: 'how', equals: how } });

/** 送达回证, as the clerk fills it in. */
export const serviceForm = sheet('service', '送达',
  field('how', '怎么送', 'choice', { options: Object.entries(WAYS).map(([value, title]) => ({ value, title })) }),
  field('triedOn', '哪天送的', 'date', { help: '邮寄写寄出那天，公告写贴出那天' }),
  field('reached', '送到了', 'yes-no'),
  field('by', '送达人', 'list', { min: 1, max: 6, item: [field('name', '姓名', 'person-name')] }),
  field('receiver', '签收人', 'text', { required: false, maxLength: 40, help: '不是本人的，写明关系：黄志强（丈夫）' }),
  field('receivedOn', '回执上的收件日期', 'date', { required: false, ...only('post') }),
  field('tracking', '邮件号', 'text', { required: false, maxLength: 60, ...only('post') }),
  field('witnesses', '见证人', 'list', { required: false, min: 0, max: 6, item: [field('name', '姓名', 'person-name')], ...only('left') }),
  field('place', '受委托的机关、公告的地方', 'text', { required: false, maxLength: 100, help: '委托送达和公告送达要写' }),
  field('agreed', '本人同意电子送达', 'yes-no', { required: false, ...only('electronic') }),
  field('because', '为什么拒收、没送到，或者要公告', 'long-text', { required: false, maxLength: 200 }),
  field('file', '签收的扫描件、照片', 'files', { required: false }));

const names = (values: FormValues, key: string): string[] => rowsOf(values[key]).flatMap((row) => (typeof row['name'] === 'string' && row['name'].trim() !== '' ? [row['name'].trim()] : []));
const text = (values: FormValues, key: string) => (typeof values[key] === 'string' && values[key].trim() !== '' ? { [key]: values[key].trim() } : {});

export function serviceBody(decisionId: number, values: FormValues): unknown {
  const file = Array.isArray(values['file']) ? (values['file'] as readonly number[])[0] : undefined;
  return {
    decisionId, how: values['how'], triedOn: values['triedOn'], reached: values['reached'], by: names(values, 'by'), witnesses: names(values, 'witnesses'),
    ...text(values, 'receiver'), ...text(values, 'receivedOn'), ...text(values, 'tracking'), ...text(values, 'place'), ...text(values, 'because'), ...(typeof values['agreed'] === 'boolean' ? { agreed: values['agreed'] } : {}), ...(file === undefined ? {} : { fileId: file }),
  };
}

export const remedyForm = sheet('remedy', '复议或诉讼',
  field('kind', '哪一种', 'choice', { options: [{ value: 'reconsideration', title: '行政复议' }, { value: 'lawsuit', title: '行政诉讼' }] }),
  field('body', '受理机关', 'text', { maxLength: 100 }), field('receivedOn', '受理日期', 'date'), field('number', '受理文号、案号', 'text', { required: false, maxLength: 60 }));

export const OUTCOMES = { upheld: '维持', changed: '变更', revoked: '撤销', withdrawn: '撤回申请' } as const;
export const remedyResultForm = sheet('remedy-result', '结果',
  field('outcome', '结果', 'choice', { options: Object.entries(OUTCOMES).map(([value, title]) => ({ value, title })) }), field('decidedOn', '作出日期', 'date'),
  field('number', '决定书、判决书文号', 'text', { required: false, maxLength: 60 }), field('said', '怎么说的', 'long-text', { maxLength: 1000 }));

/** Only what was filled in. */
export const given = (values: FormValues): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''));
