import { defineRegister } from '../../../kernel/contract/register.ts';
import { project } from '../../../kernel/records/shapes/project.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';
import { entriesNotAhead, notAhead } from '../common/not-ahead.ts';

const works = project({ approved: '批准资助', started: '动工', accepted: '验收' });

/** 改造资助: one item of one home, approved, built, accepted, paid. */
export const ruralHomeRenovation = defineRegister({
  id: 'rural-home-renovation', title: '敬老院改造资助', unit: '项', series: 'CJG',
  purpose: '资助了哪家敬老院改造什么、批了多少、付了多少、验收没有。',
  law: [elderRightsLaw('第三十九条')],
  holder: { kind: 'link', field: 'home' },
  name: 'project',
  key: ['home', 'item', 'approvedActual'],
  fields: [
    { key: 'project', title: '项目名称', kind: 'text', required: true, listed: true, searched: true, columns: ['改造项目'] },
    { key: 'home', title: '敬老院', kind: 'link', to: 'rural-home', required: true, listed: true },
    { key: 'item', title: '改造类别', kind: 'choice', required: true, listed: true, counted: true, columns: ['类别'], options: [{ value: 'fire-safety', title: '消防设施' }, { value: 'kitchen', title: '厨房' }, { value: 'bathrooms', title: '卫浴' }, { value: 'barrier-free', title: '无障碍' }, { value: 'rooms', title: '居室' }, { value: 'rehabilitation', title: '康复设施' }, { value: 'power', title: '水电' }, { value: 'other', title: '其他' }] },
    { key: 'grantApproved', title: '批准资助', kind: 'money', listed: true, min: 0, columns: ['资助金额'] },
    { key: 'grantPaper', title: '批准文号', kind: 'text', maxLength: 60 },
    ...works.fields, papers, note,
  ],
  states: {
    ...works.states,
    approved: { title: '已批准资助', from: ['planned'], needs: ['approvedActual', 'grantApproved'] },
    // nothing is built with a grant that was not given
    started: { title: '已动工', from: ['approved'], needs: ['startedActual'] },
    accepted: { title: '已验收', from: ['approved', 'started'], needs: ['acceptedActual'] },
  },
  subRecords: works.subRecords,
  derived: works.derived ?? [],
  checks: [
    ...(works.checks ?? []),
    notAhead({ approvedActual: '批准日期', startedActual: '实际动工日期', acceptedActual: '实际验收日期' }),
    entriesNotAhead({ funds: '资金日期' }),
    { id: 'grant-within-budget', title: '资助不超过总投资', then: 'refuse', test: { left: 'grantApproved', is: '<=', right: 'budget', sentence: '批准的资助不能超过总投资。' } },
    { id: 'granted-within', title: '下达不超过批准资助', then: 'refuse', test: { left: 'fundsGranted', is: '<=', right: 'grantApproved', sentence: '下达合计会超过批准的资助。' } },
    { id: 'paid-within-granted', title: '支付不超过下达', then: 'refuse', test: { left: 'fundsPaid', is: '<=', right: 'fundsGranted', sentence: '支付合计会超过已下达的资金。' } },
  ],
  reminders: works.reminders ?? [],
  counts: [
    { id: 'homes-fire-safety', title: '资助消防改造的农村敬老院数', unit: '个', definition: '当期批准消防设施改造资助的敬老院，一家几项算一家', of: { what: 'dated', on: 'approvedActual', where: { item: 'fire-safety' }, distinct: 'home' }, figures: ['gz2014-022'] },
    { id: 'homes', title: '资助改造的农村敬老院数', unit: '个', definition: '当期批准改造资助的敬老院，一家几项算一家', of: { what: 'dated', on: 'approvedActual', distinct: 'home' } },
    { id: 'renovated', title: '改造完成的农村敬老院数', unit: '个', definition: '当期改造通过验收的敬老院，按验收日期，一家几项算一家', of: { what: 'dated', on: 'acceptedActual', distinct: 'home' } },
    { id: 'granted', title: '批准改造资助', unit: '元', of: { what: 'dated', on: 'approvedActual', sum: 'grantApproved' } },
    { id: 'granted-fire-safety', title: '批准消防设施改造资助', unit: '元', of: { what: 'dated', on: 'approvedActual', where: { item: 'fire-safety' }, sum: 'grantApproved' } },
    { id: 'paid', title: '改造资助支付', unit: '元', of: { what: 'entries', sub: 'funds', where: { kind: 'paid' }, sum: 'amount' } },
  ],
  targets: [{ id: 'homes', title: '计划改造的敬老院', count: 'homes' }, { id: 'renovated', title: '计划完成改造的敬老院', count: 'renovated' }],
  covers: ['S047'],
});
