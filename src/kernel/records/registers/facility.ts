import { defineRegister } from '../../contract/register.ts';
import { contact, note, organisation, whereItIs } from '../shapes/terms.ts';

/** 场所设施: a house or ground in use, with who runs it: what several registers stand on at once (a state-owned room lent to a home-care centre). */
export default defineRegister({
  id: 'facility', title: '场所设施', unit: '处', series: 'CS',
  purpose: '民政用的房屋、场地，谁的、谁在用、在哪里。',
  name: 'name',
  key: ['name', 'division'],
  across: true,
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['场所名称', '设施名称'] },
    { key: 'use', title: '用途', kind: 'text', listed: true },
    { key: 'ownership', title: '权属', kind: 'choice', counted: true, options: [{ value: 'state', title: '国有' }, { value: 'collective', title: '集体' }, { value: 'rented', title: '租用' }, { value: 'donated', title: '捐建' }, { value: 'other', title: '其他' }] },
    { key: 'area', title: '建筑面积', kind: 'number', unit: '平方米', min: 0, columns: ['面积'] },
    organisation('使用单位', false), ...contact, ...whereItIs, note,
  ],
  states: { building: { title: '在建', before: true }, used: { title: '使用中' }, closed: { title: '停用', ends: true } },
  counts: [{ id: 'used', title: '使用中的场所数', unit: '处', of: { what: 'stock' } }, { id: 'area', title: '建筑面积', unit: '平方米', of: { what: 'stock', sum: 'area' } }],
  covers: [],
});
