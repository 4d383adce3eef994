import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, papers } from '../../../kernel/records/shapes/terms.ts';
import { supplyStationMeasures } from '../common/law.ts';

export const militarySupplyTask = defineRegister({
  id: 'military-supply-task', title: '军供任务', unit: '批', series: 'NJ',
  purpose: '军供站接到的每一批任务：几时到、多少人、几餐，备好了没有，实际供应了多少人，伙食费结清没有。',
  law: [supplyStationMeasures('第三条')],
  name: 'planNumber',
  key: ['planNumber'],
  keepers: ['special-care-clerk'],
  readers: ['special-care-clerk'],
  fields: [
    { key: 'planNumber', title: '供应通报号', kind: 'text', required: true, listed: true, maxLength: 60, columns: ['军运计划号', '任务编号'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [
      { value: 'recruits', title: '新兵转运' }, { value: 'passing', title: '过往部队' }, { value: 'veterans', title: '退伍老兵' }, { value: 'support', title: '支前民兵民工' }] },
    { key: 'station', title: '军供站', kind: 'link', to: 'facility' },
    { key: 'arrivesOn', title: '到站日期', kind: 'date', required: true, listed: true, indexed: true },
    { key: 'train', title: '车次（航次、车队）', kind: 'text', sensitive: true, maxLength: 60 },
    { key: 'unitName', title: '部队', kind: 'text', sensitive: true, maxLength: 100 },
    { key: 'plannedPeople', title: '通报人数', kind: 'integer', unit: '人', required: true, min: 1, listed: true },
    { key: 'plannedMeals', title: '通报餐数', kind: 'integer', unit: '餐', min: 0, help: '每人几餐' },
    { key: 'servedPeople', title: '实际接待', kind: 'integer', unit: '人次', min: 0, listed: true, columns: ['接待人次'] },
    { key: 'charge', title: '应收伙食费', kind: 'money', min: 0, help: '按供应成本' },
    { key: 'chargePaid', title: '已收伙食费', kind: 'money', min: 0 },
    ...contact, papers, note,
  ],
  states: {
    notified: { title: '已通报', before: true },
    ready: { title: '备勤就绪', from: ['notified'], before: true },
    served: { title: '已供应', from: ['notified', 'ready'], needs: ['servedPeople', 'charge'], law: supplyStationMeasures('第十三条') },
    settled: { title: '已结清', from: ['served'], needs: ['chargePaid'] },
    cancelled: { title: '任务取消', from: ['notified', 'ready'], ends: true },
  },
  subRecords: [
    {
      id: 'readiness', title: '备勤检查', unit: '项', day: '检查日期',
      fields: [
        { key: 'subject', title: '检查什么', kind: 'choice', required: true, options: [{ value: 'staff', title: '人员' }, { value: 'food', title: '主副食' }, { value: 'water', title: '饮水' }, { value: 'hygiene', title: '食品卫生检验' }, { value: 'kitchen', title: '炊具餐具' }, { value: 'vehicles', title: '车辆' }, { value: 'security', title: '保卫保密' }] },
        { key: 'outcome', title: '结果', kind: 'choice', required: true, options: [{ value: 'ready', title: '齐备' }, { value: 'short', title: '不足，未补齐' }, { value: 'filled', title: '不足，已补齐' }] },
        { key: 'shortOf', title: '缺什么', kind: 'text' },
        { key: 'checkedBy', title: '检查人', kind: 'text' },
      ],
      totals: [
        { key: 'staffReady', title: '人员齐备', unit: '次', as: 'count', where: { subject: 'staff', outcome: ['ready', 'filled'] } },
        { key: 'foodReady', title: '主副食齐备', unit: '次', as: 'count', where: { subject: 'food', outcome: ['ready', 'filled'] } },
        { key: 'hygieneReady', title: '卫生检验合格', unit: '次', as: 'count', where: { subject: 'hygiene', outcome: ['ready', 'filled'] } },
        { key: 'shortages', title: '未补齐', unit: '项', as: 'count', where: { outcome: 'short' } }],
    },
    {
      id: 'meals', title: '供应', unit: '餐', day: '供应日期',
      fields: [
        { key: 'meal', title: '餐次', kind: 'choice', required: true, options: [{ value: 'breakfast', title: '早餐' }, { value: 'lunch', title: '午餐' }, { value: 'supper', title: '晚餐' }, { value: 'night', title: '夜餐' }, { value: 'water', title: '饮水' }, { value: 'dry', title: '随车干粮' }] },
        { key: 'people', title: '就餐', kind: 'integer', unit: '人', required: true, min: 1 },
        { key: 'cost', title: '成本', kind: 'money', min: 0 },
      ],
      totals: [{ key: 'mealsServed', title: '供应', unit: '餐', as: 'count' }, { key: 'mealPeople', title: '就餐', unit: '人次', as: 'sum', of: 'people' }, { key: 'cost', title: '供应成本', as: 'sum', of: 'cost' }],
    },
  ],
  derived: [{ key: 'servedRatio', title: '到站率', kind: 'number', unit: '%', value: ({ values }) => (typeof values['servedPeople'] === 'number' && typeof values['plannedPeople'] === 'number' && values['plannedPeople'] > 0 ? Math.round((values['servedPeople'] / values['plannedPeople']) * 1000) / 10 : undefined) }],
  checks: [
    { id: 'nothing-short', title: '备勤就绪：没有未补齐的', then: 'refuse', entering: ['ready'], test: { left: 'shortages', is: '<=', right: 0, sentence: '备勤检查还有未补齐的项目，不能记为就绪。' } },
    { id: 'checked', title: '备勤就绪：人员、主副食、卫生都查过', law: supplyStationMeasures('第十三条'), then: 'refuse', entering: ['ready'], test: ({ totals }) => unchecked(totals) },
    { id: 'served-without-ready', title: '没有备勤检查就供应', then: 'warn', test: ({ totals, state }) => (state === 'served' || state === 'settled' ? unchecked(totals) : undefined) },
    { id: 'more-than-planned', title: '实际多于通报', then: 'warn', test: { left: 'servedPeople', is: '<=', right: 'plannedPeople', sentence: '实际接待多于通报人数，请与军事代表核对。' } },
    { id: 'at-cost', title: '伙食费按供应成本核收', law: supplyStationMeasures('第十三条'), then: 'warn', test: ({ values, totals }) => (typeof values['charge'] === 'number' && typeof totals['cost'] === 'number' && totals['cost'] > 0 && values['charge'] !== totals['cost'] ? '应收伙食费与供应成本合计不同。' : undefined) },
    { id: 'paid-in-full', title: '结清：已收等于应收', then: 'refuse', entering: ['settled'], test: { left: 'chargePaid', is: '=', right: 'charge', sentence: '已收与应收不同，不能记为结清。' } },
    { id: 'paid-within', title: '已收不多于应收', then: 'refuse', test: { left: 'chargePaid', is: '<=', right: 'charge', sentence: '已收伙食费多于应收。' } },
  ],
  reminders: [
    { id: 'arriving', title: '任务快到了，做备勤检查', in: ['notified'], due: { field: 'arrivesOn', before: 3 } },
    { id: 'unsettled', title: '供应满半个月，伙食费没有结清', in: ['served'], due: { standing: 15 } },
  ],
  counts: [
    { id: 'tasks', title: '完成军供任务', unit: '批', definition: '当期到站、已供应的任务', of: { what: 'dated', on: 'arrivesOn' } },
    { id: 'people', title: '军供站接待官兵人次', unit: '人次', definition: '当期到站、已供应的各批任务实际接待人次之和', of: { what: 'dated', on: 'arrivesOn', sum: 'servedPeople' }, figures: ['sz2007-060'] },
    ...([['recruits', '新兵转运'], ['passing', '过往部队'], ['veterans', '退伍老兵'], ['support', '支前民兵民工']] as const).map(([kind, title]) => ({ id: kind, title: `其中${title}`, unit: '人次', of: { what: 'dated' as const, on: 'arrivesOn', where: { kind }, sum: 'servedPeople' } })),
    { id: 'meals', title: '供应餐数', unit: '人次', definition: '各餐就餐人数之和，不含饮水', of: { what: 'entries', sub: 'meals', where: { meal: ['breakfast', 'lunch', 'supper', 'night', 'dry'] }, sum: 'people' } },
  ],
  covers: ['S168'],
});

function unchecked(totals: Readonly<Record<string, number | string | null>>): string | undefined {
  const missing = [['人员', 'staffReady'], ['主副食', 'foodReady'], ['食品卫生', 'hygieneReady']].flatMap(([name, key]) => (Number(totals[key ?? ''] ?? 0) === 0 ? [name] : []));
  return missing.length === 0 ? undefined : `备勤检查还没有查${missing.join('、')}。`;
}
