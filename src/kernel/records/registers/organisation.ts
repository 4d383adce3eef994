import { defineRegister } from '../../contract/register.ts';
import { contact, note, whereItIs } from '../shapes/terms.ts';

/** 单位: every organisation the other registers speak of, once: linked from there, never retyped. */
export default defineRegister({
  id: 'organisation', title: '单位', unit: '个', series: 'DW',
  purpose: '各台账说到的社会组织、企业、事业单位、机构，在这里记一次，别处只是链接过来。',
  name: 'name',
  key: ['creditCode'],
  across: true,
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 100, columns: ['单位名称', '机构名称', '组织名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, columns: ['单位类别', '组织类型'], options: [
      { value: 'association', title: '社会团体' }, { value: 'service-organisation', title: '民办非企业单位' }, { value: 'foundation', title: '基金会' },
      { value: 'public-institution', title: '事业单位' }, { value: 'enterprise', title: '企业' }, { value: 'government', title: '机关' }, { value: 'committee', title: '村（居）民委员会' },
      { value: 'unit-of-forces', title: '部队' }, { value: 'unregistered', title: '未登记的组织' }, { value: 'other', title: '其他' }] },
    { key: 'creditCode', title: '统一社会信用代码', kind: 'text', indexed: true, maxLength: 18, columns: ['信用代码', '组织机构代码', '登记证号'] },
    { key: 'legalPerson', title: '法定代表人', kind: 'person-name', columns: ['负责人'] },
    { key: 'registeredOn', title: '成立（登记）日期', kind: 'date', columns: ['成立日期', '登记日期'] },
    { key: 'supervisor', title: '业务主管单位', kind: 'text' },
    ...contact, ...whereItIs, note,
  ],
  states: { active: { title: '存续' }, cancelled: { title: '注销', ends: true }, revoked: { title: '撤销', ends: true } },
  counts: [{ id: 'standing', title: '单位数', unit: '个', of: { what: 'stock' } }],
  covers: [],
});
