import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { title } from '../../../kernel/records/shapes/title.ts';
import { elderRightsLaw } from '../common/law.ts';
import { notAhead } from '../common/not-ahead.ts';

const honour = title(90);

/** Every line of the checklist looked at, none failed, before the title is given. */
export function checklistPassed({ totals }: Pick<RecordSeen, 'totals'>): string | undefined {
  if (Number(totals['checklistItems'] ?? 0) === 0) return '评选条件还没有逐项核对，不能命名。';
  return Number(totals['itemsFailed'] ?? 0) > 0 ? `还有 ${totals['itemsFailed']} 项评选条件不合格，不能命名。` : undefined;
}

/** 敬老文明号: a title for a post, shop, window or association that honours the old. */
export const respectTitle = defineRegister({
  id: 'respect-title', title: '敬老文明号', unit: '个', series: 'CWM',
  purpose: '谁申报敬老文明号、逐项条件过了没有、何时命名、管到哪天、复查结果。',
  law: [elderRightsLaw('第十条')],
  name: 'name',
  key: ['name', 'level', 'appliedOn'],
  fields: [
    { key: 'name', title: '申报单位', kind: 'text', required: true, listed: true, searched: true, columns: ['单位名称', '集体名称'] },
    organisation('所属单位', false),
    { key: 'association', title: '老年协会', kind: 'link', to: 'senior-association', help: '老年协会申报的，链接过来' },
    { key: 'level', title: '级别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'national', title: '全国' }, { value: 'province', title: '省级' }, { value: 'city', title: '市级' }, { value: 'county', title: '县级' }] },
    { key: 'trade', title: '行业', kind: 'choice', counted: true, options: [{ value: 'window', title: '服务窗口' }, { value: 'medical', title: '医疗' }, { value: 'transport', title: '交通' }, { value: 'finance', title: '金融商贸' }, { value: 'care', title: '养老机构' }, { value: 'association', title: '老年组织' }, { value: 'other', title: '其他' }] },
    ...honour.fields, ...contact, papers, note,
  ],
  states: { ...honour.states, given: { title: '已授予', from: ['applied'], needs: ['givenOn', 'validUntil'] } },
  subRecords: [
    ...honour.subRecords,
    {
      id: 'checklist', title: '评选条件', unit: '项', day: '核对日期', key: ['item'],
      fields: [{ key: 'item', title: '条件', kind: 'text', required: true }, { key: 'met', title: '符合', kind: 'yes-no', required: true }, { key: 'evidence', title: '依据', kind: 'text' }],
      totals: [{ key: 'checklistItems', title: '评选条件', unit: '项', as: 'count' }, { key: 'itemsFailed', title: '不符合', unit: '项', as: 'count', where: { met: false } }],
    },
  ],
  checks: [
    { id: 'checklist', title: '评选条件逐项符合', then: 'refuse', entering: ['given'], test: checklistPassed },
    { id: 'valid-over', title: '有效期内', then: 'warn', test: ({ values, state, today }) => (state === 'given' && typeof values['validUntil'] === 'string' && values['validUntil'] < today ? `有效期到${values['validUntil']}已满，复评，或转到期。` : undefined) },
    notAhead({ appliedOn: '申报日期', givenOn: '授予日期' }),
    { id: 'given-after-applied', title: '授予不早于申报', then: 'refuse', test: { left: 'givenOn', is: '>=', right: 'appliedOn', sentence: '授予日期早于申报日期。' } },
    { id: 'valid-after', title: '有效期在命名之后', then: 'refuse', test: { left: 'validUntil', is: '>', right: 'givenOn', sentence: '有效期至要在授予日期之后。' } },
  ],
  reminders: honour.reminders ?? [],
  counts: [
    { id: 'titles', title: '有效的敬老文明号', unit: '个', definition: '已授予、有效期没有过的', of: { what: 'stock', until: 'validUntil' } },
    { id: 'given', title: '当期命名', unit: '个', definition: '当期授予的敬老文明号，按授予日期', of: { what: 'dated', on: 'givenOn' } },
    { id: 'applications', title: '当期申报', unit: '个', of: { what: 'dated', on: 'appliedOn', states: Object.keys(honour.states) } },
    { id: 'expired', title: '当期到期', unit: '个', of: { what: 'ended', states: ['expired'] } },
    { id: 'withdrawn', title: '当期撤销', unit: '个', of: { what: 'ended', states: ['withdrawn'] } },
  ],
  targets: [{ id: 'given', title: '计划命名', count: 'given' }],
  covers: ['S063'],
});
