import { defineRegister } from '../../../kernel/contract/register.ts';
import { note } from '../../../kernel/records/shapes/terms.ts';
import { accompanyingFamilyMeasures } from '../common/law.ts';

/** 安置文件: which papers rule the placement here, and the monthly subsidy they set. The paper itself stands with the policy documents. */
export const accompanyingFamilyPolicy = defineRegister({
  id: 'accompanying-family-policy', title: '随军家属安置文件', unit: '件', series: 'NW',
  purpose: '本地管随军家属安置的文件，各定了什么，生活补贴每月多少。',
  law: [accompanyingFamilyMeasures('第五条')],
  name: 'name',
  key: ['name', 'promulgatedOn'],
  keepers: ['special-care-clerk'],
  fields: [
    { key: 'name', title: '文件名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 200 },
    { key: 'document', title: '政策文件', kind: 'link', to: 'policy-document', listed: true, help: '先在政策文件台账登记' },
    { key: 'promulgatedOn', title: '颁发日期', kind: 'date', required: true, listed: true, columns: ['发文日期'] },
    { key: 'rules', title: '规定事项', kind: 'choices', counted: true, options: [{ value: 'assign', title: '指令性安置' }, { value: 'recruit', title: '定向招聘' }, { value: 'self', title: '自谋职业扶持' }, { value: 'training', title: '培训' }, { value: 'subsidy', title: '生活补贴' }] },
    { key: 'subsidyMonthly', title: '每月生活补贴', kind: 'money', min: 0, listed: true },
    note,
  ],
  states: { valid: { title: '有效' }, repealed: { title: '废止', ends: true } },
  counts: [
    { id: 'promulgated', title: '随军家属安置文件数', unit: '个', definition: '当期颁发的随军家属安置文件，按颁发日期', of: { what: 'dated', on: 'promulgatedOn' }, figures: ['sz2007-054'] },
    { id: 'valid', title: '有效的安置文件', unit: '个', of: { what: 'stock' } },
  ],
  covers: ['S167'],
});
