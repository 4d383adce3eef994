import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';

/** 慈善教育基地: may lie outside the city; the record then belongs to the city that runs the plan. */
export const charityEducationBase = defineRegister({
  id: 'charity-education-base', title: '慈善教育基地', unit: '个', series: 'MJ',
  purpose: '慈善教育计划的基地：谁主办、在哪里（可以在市外）、能接待多少学生。',
  name: 'name',
  key: ['name'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['基地名称'] },
    organisation('主办单位', false),
    { key: 'region', title: '所在地', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'inside', title: '本市' }, { value: 'outside', title: '市外' }] },
    { key: 'outsideCity', title: '市外地名', kind: 'text', listed: true, help: '市外的写省、市、县' },
    { key: 'capacity', title: '一次可接待', kind: 'integer', unit: '人', min: 1, listed: true, columns: ['接待能力'] },
    { key: 'agreementUntil', title: '共建协议到期', kind: 'date' },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    preparing: { title: '筹建', before: true },
    active: { title: '挂牌', from: ['preparing'], needs: ['organisation'] },
    closed: { title: '摘牌', from: ['active'], ends: true },
  },
  checks: [{ id: 'where-outside', title: '市外基地写明所在地', then: 'refuse', test: ({ values }) => (values['region'] === 'outside' && values['outsideCity'] === undefined ? '基地在市外，请写明省、市、县。' : undefined) }],
  reminders: [{ id: 'agreement', title: '共建协议快到期', in: ['active'], due: { field: 'agreementUntil', before: 60 } }],
  counts: [
    { id: 'bases', title: '慈善教育基地数', unit: '个', definition: '当日挂牌的基地，市内市外都数', of: { what: 'stock' }, figures: ['sz2007-036'] },
    { id: 'bases-outside', title: '其中市外基地', unit: '个', of: { what: 'stock', where: { region: 'outside' } } },
  ],
  covers: ['S141'],
});
