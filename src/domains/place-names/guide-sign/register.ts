import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { placeNameRegulation, placeNameSignMeasures } from '../common/law.ts';

export const guideSign = defineRegister({
  id: 'guide-sign', title: '导向标识', unit: '块', series: 'PB',
  purpose: '街上的路牌和导向牌：立在哪里，牌面写的是不是标准地名；地名改了就换，坏了就修。',
  law: [placeNameSignMeasures('第二条')],
  name: 'name',
  key: ['plate'],
  fields: [
    { key: 'name', title: '标识', kind: 'text', required: true, listed: true, searched: true, help: '地名加位置，如“民族路（北端）”' },
    { key: 'plate', title: '标牌编号', kind: 'text', required: true, listed: true, indexed: true, maxLength: 40, columns: ['编号', '牌号'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'street', title: '路名牌' }, { value: 'lane', title: '巷名牌' }, { value: 'guide', title: '导向牌' }, { value: 'map', title: '导向图牌' }, { value: 'community', title: '村居名牌' }, { value: 'natural', title: '自然实体标志' }] },
    { key: 'officialName', title: '标准地名', kind: 'text', required: true, listed: true, searched: true, maxLength: 60, columns: ['地名'] },
    { key: 'protectedName', title: '保护名录里的地名', kind: 'link', to: 'protected-place-name' },
    { key: 'content', title: '牌面内容', kind: 'text', required: true, maxLength: 200 },
    { key: 'romanised', title: '罗马字母拼写', kind: 'text', maxLength: 120 },
    { key: 'installedOn', title: '设置日期', kind: 'date', listed: true },
    organisation('维护单位', false),
    { key: 'newName', title: '新的标准地名', kind: 'text', maxLength: 60 },
    { key: 'newNamePaper', title: '更名批准文号', kind: 'text', maxLength: 60 },
    ...whereItIs, papers, note,
  ],
  states: {
    planned: { title: '待设置', before: true },
    right: { title: '在用，内容正确', from: ['planned', 'renamed', 'wrong', 'broken'], needs: ['installedOn'] },
    renamed: { title: '地名已改，待更换', from: ['right', 'wrong', 'broken'], needs: ['newName', 'newNamePaper'], law: placeNameRegulation('第十九条') },
    wrong: { title: '内容有误，待更换', from: ['right', 'broken'] },
    broken: { title: '破损，待修', from: ['right', 'wrong'] },
    removed: { title: '拆除', ends: true },
  },
  subRecords: [
    {
      id: 'inspections', title: '巡查', unit: '次', day: '巡查日期',
      fields: [
        { key: 'contentRight', title: '内容正确', kind: 'yes-no', required: true },
        { key: 'condition', title: '牌况', kind: 'choice', required: true, options: [{ value: 'good', title: '完好' }, { value: 'faded', title: '褪色' }, { value: 'damaged', title: '破损' }, { value: 'hidden', title: '遮挡' }, { value: 'missing', title: '缺失' }] },
        { key: 'inspector', title: '巡查人', kind: 'text' },
        { key: 'found', title: '情况', kind: 'text' },
      ],
      totals: [{ key: 'inspections', title: '巡查', unit: '次', as: 'count' }, { key: 'lastCondition', title: '最近牌况', as: 'last', of: 'condition' }],
    },
    {
      id: 'works', title: '更换与维修', unit: '次', day: '派工日期',
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'install', title: '新设' }, { value: 'replace', title: '更换' }, { value: 'repair', title: '维修' }, { value: 'clean', title: '清洁、去遮挡' }] },
        { key: 'because', title: '缘由', kind: 'choice', options: [{ value: 'renamed', title: '地名变更' }, { value: 'wrong', title: '内容有误' }, { value: 'damaged', title: '破损缺失' }, { value: 'other', title: '其他' }] },
        { key: 'doneOn', title: '完工日期', kind: 'date' },
        { key: 'done', title: '已完工', kind: 'yes-no', required: true },
        { key: 'cost', title: '费用', kind: 'money', min: 0 },
      ],
      totals: [{ key: 'worksOpen', title: '未完工', unit: '次', as: 'count', where: { done: false } }, { key: 'replaced', title: '更换', unit: '次', as: 'count', where: { kind: 'replace', done: true } }, { key: 'worksCost', title: '费用', as: 'sum', of: 'cost' }],
    },
  ],
  checks: [
    { id: 'says-the-name', title: '牌面用标准地名', law: placeNameRegulation('第十八条'), then: 'refuse', test: ({ values, state }) => (state === 'right' && !saysName(values) ? '牌面内容里没有标准地名，不能记为“内容正确”。' : undefined) },
    { id: 'new-name-shown', title: '更换后写新地名', then: 'refuse', entering: ['right'], test: ({ values }) => (values['newName'] !== undefined && values['officialName'] !== values['newName'] ? '地名已改，请先把标准地名和牌面内容改成新的，再记为“内容正确”。' : undefined) },
    { id: 'work-done', title: '完工才恢复在用', then: 'refuse', entering: ['right'], test: { left: 'worksOpen', is: '<=', right: 0, sentence: '更换或维修还没有完工。' } },
    { id: 'done-on', title: '完工写日期', then: 'refuse', test: ({ entry }) => (entry?.of === 'works' && entry.values['done'] === true && entry.values['doneOn'] === undefined ? '已完工的请写完工日期。' : undefined) },
    { id: 'done-after', title: '完工不早于派工', then: 'refuse', test: ({ entry }) => (entry?.of === 'works' && typeof entry.values['doneOn'] === 'string' && entry.values['doneOn'] < String(entry.values['day']) ? '完工日期不能早于派工日期。' : undefined) },
    { id: 'found-bad', title: '巡查发现问题没有转状态', then: 'warn', test: inspectedBad },
    { id: 'no-work-yet', title: '待更换、待修还没有派工', then: 'warn', test: ({ totals, state }) => ((state === 'renamed' || state === 'wrong' || state === 'broken') && Number(totals['worksOpen'] ?? 0) === 0 ? '还没有派工。' : undefined) },
  ],
  reminders: [
    { id: 'inspect', title: '满一年没有巡查', in: ['right'], due: { entries: 'inspections', every: 12 } },
    { id: 'replace', title: '地名改了满一个月，标识还没有换', in: ['renamed'], due: { standing: 30 } },
    { id: 'repair', title: '破损、有误满半个月', in: ['wrong', 'broken'], due: { standing: 15 } },
  ],
  counts: [
    { id: 'standing', title: '在用导向标识', unit: '块', of: { what: 'stock' } },
    { id: 'installed', title: '当期新设', unit: '块', of: { what: 'opened' } },
    { id: 'right-rate', title: '标识准确率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '内容正确的标识 ÷ 全部在用的标识', of: { what: 'stock', states: ['right'] }, over: { what: 'stock' } },
    { id: 'to-replace', title: '地名已改待更换', unit: '块', of: { what: 'stock', states: ['renamed'] } },
    { id: 'replaced', title: '当期更换', unit: '次', of: { what: 'entries', sub: 'works', where: { kind: 'replace', done: true } } },
    { id: 'inspected', title: '当期巡查', unit: '次', of: { what: 'entries', sub: 'inspections' } },
    { id: 'cost', title: '更换维修费用', unit: '元', of: { what: 'entries', sub: 'works', sum: 'cost' } },
  ],
  targets: [{ id: 'installed', title: '计划新设', count: 'installed' }],
  events: [
    { id: 'sign-outdated', title: '地名已改，标识待更换，回告命名更名审批', entering: ['renamed'], to: 'S205' },
    { id: 'sign-right', title: '标识已照标准地名更换', entering: ['right'], to: 'S208' },
  ],
  covers: ['S214'],
});

const saysName = (values: RecordSeen['values']): boolean => typeof values['content'] === 'string' && typeof values['officialName'] === 'string' && values['content'].includes(values['officialName']);

function inspectedBad({ totals, state }: RecordSeen): string | undefined {
  const condition = totals['lastCondition'];
  return state === 'right' && typeof condition === 'string' && condition !== 'good' ? '最近一次巡查牌况不好，请转“破损，待修”或派工处理。' : undefined;
}
