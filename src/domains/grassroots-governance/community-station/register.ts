import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';

export const communityStation = defineRegister({
  id: 'community-station', title: '社区工作站', unit: '个', series: 'GZZ',
  purpose: '社区工作站设在哪里、服务哪几个居委会、从什么时候起；其中多少是“一站多居”。',
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['工作站名称', '社区工作站'] },
    { key: 'mode', title: '体制', kind: 'choice', required: true, listed: true, counted: true, columns: ['站居体制'], options: [{ value: 'one-committee', title: '一站一居' }, { value: 'several-committees', title: '一站多居' }] },
    { key: 'committees', title: '服务居委会数', kind: 'integer', unit: '个', required: true, min: 1, listed: true, help: '现在服务的；名单写在“服务居委会”里', columns: ['居委会数'] },
    { key: 'establishedOn', title: '设立日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['成立日期'] },
    { key: 'approvedBy', title: '批准机关', kind: 'text' },
    { key: 'approvalPaper', title: '批准文号', kind: 'text', maxLength: 60 },
    { key: 'head', title: '站长', kind: 'person-name', columns: ['负责人'] },
    { key: 'staff', title: '工作人员', kind: 'integer', unit: '人', min: 0, columns: ['编制人数'] },
    { key: 'premises', title: '办公用房', kind: 'link', to: 'facility' },
    { key: 'mergedInto', title: '并入', kind: 'link', to: 'community-station', help: '撤并时写并到哪个站' },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    preparing: { title: '筹建', before: true },
    working: { title: '运作', from: ['preparing'] },
    merged: { title: '并入其他站', from: ['working'], ends: true, needs: ['mergedInto'] },
    closed: { title: '撤销', ends: true },
  },
  subRecords: [{
    id: 'committees-served', title: '服务居委会', unit: '个', day: '纳入日期', key: ['committee', 'day'],
    fields: [
      { key: 'committee', title: '居委会', kind: 'division', required: true, columns: ['社区居委会', '社区'] },
      { key: 'serving', title: '现在服务', kind: 'yes-no', required: true, columns: ['是否现在服务'] },
      { key: 'leftOn', title: '划出日期', kind: 'date' },
      { key: 'paper', title: '文号', kind: 'text', maxLength: 60 },
    ],
    totals: [
      { key: 'committeesNow', title: '名单上的居委会', unit: '个', as: 'distinct', of: 'committee', where: { serving: true } },
      { key: 'committeesEver', title: '先后服务的居委会', unit: '个', as: 'distinct', of: 'committee' },
    ],
  }],
  checks: [
    { id: 'mode-as-number', title: '体制与居委会数一致', then: 'refuse', test: ({ values }) => modeAsNumber(values['mode'], values['committees']) },
    { id: 'number-as-list', title: '居委会数与名单一致', then: 'warn', test: { left: 'committees', is: '=', right: 'committeesNow', sentence: '服务居委会数与名单上现在服务的不一样。请补名单，或改数字。' } },
    { id: 'left-with-day', title: '划出的写日期', then: 'refuse', test: ({ entry }) => (entry?.of === 'committees-served' && (entry.values['serving'] === false) !== (typeof entry.values['leftOn'] === 'string') ? '不再服务的居委会要写划出日期，还在服务的不写。' : undefined) },
  ],
  counts: [
    { id: 'stations', title: '社区工作站数', unit: '个', of: { what: 'stock' }, figures: ['sz2007-043'] },
    { id: 'several-committee-stations', title: '一站多居工作站数', unit: '个', of: { what: 'stock', where: { mode: 'several-committees' } }, definition: '服务两个以上居委会的工作站', figures: ['sz2007-044'] },
    { id: 'committees-of-those', title: '一站多居服务居委会数', unit: '个', of: { what: 'stock', where: { mode: 'several-committees' }, sum: 'committees' }, definition: '这些工作站服务的居委会数之和', figures: ['sz2007-045'] },
    { id: 'committees-served', title: '工作站服务的居委会数', unit: '个', of: { what: 'stock', sum: 'committees' } },
    { id: 'committees-a-station', title: '平均每站服务居委会', unit: '个', rounding: { decimals: 2 }, of: { what: 'stock', where: { mode: 'several-committees' }, sum: 'committees' }, over: { what: 'stock', where: { mode: 'several-committees' } }, definition: '一站多居服务居委会数 ÷ 一站多居工作站数' },
    { id: 'new', title: '新设工作站', unit: '个', of: { what: 'opened' } },
  ],
  covers: ['S084'],
});

/** 一站多居 means more than one committee: the word and the number say the same. */
function modeAsNumber(mode: unknown, committees: unknown): string | undefined {
  if (typeof committees !== 'number') return undefined;
  if (mode === 'several-committees' && committees < 2) return '“一站多居”要服务两个以上居委会。请改体制，或改居委会数。';
  if (mode === 'one-committee' && committees > 1) return '服务两个以上居委会的是“一站多居”。请改体制，或改居委会数。';
  return undefined;
}
