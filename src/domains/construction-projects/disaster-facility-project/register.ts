import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { building, buildingCounts, withinYear } from '../common/building.ts';

const shape = building({ approved: '立项', started: '动工', completed: '竣工', accepted: '验收交付' });

/** 市、区共建: what the city bears and what the district bears are together what it costs. */
export const sharesMakeBudget = ({ values }: Pick<RecordSeen, 'values'>): string | undefined => {
  const [budget, city, district] = [values['budget'], values['cityShare'], values['districtShare']];
  if (typeof budget !== 'number' || typeof city !== 'number' || typeof district !== 'number') return undefined;
  const rest = budget - city - district;
  return rest === 0 ? undefined : `市级分担与区县分担合计${rest > 0 ? '少于' : '多于'}总投资${formatYuan(Math.abs(rest) as Fen)}元。`;
};

export const disasterFacilityProject = defineRegister({
  id: 'disaster-facility-project', title: '救灾物资储备设施建设项目', unit: '个', series: 'SZ',
  purpose: '救灾物资储备中心和储备仓库的建设：市、区各出多少钱，年内立项了没有，验收交付了几个。',
  name: 'name',
  key: ['name'],
  fields: [
    ...shape.fields.slice(0, 3),
    { key: 'store', title: '设施类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'centre', title: '储备中心' }, { value: 'warehouse', title: '储备仓库' }, { value: 'point', title: '储备点' }] },
    { key: 'shared', title: '市、区共建', kind: 'yes-no', listed: true, counted: true, columns: ['共建'] },
    { key: 'cityShare', title: '市级分担', kind: 'money', min: 0, columns: ['市级资金', '市财政'] },
    { key: 'districtShare', title: '区县分担', kind: 'money', min: 0, columns: ['区级资金', '区财政'] },
    { key: 'storeArea', title: '库房面积', kind: 'number', unit: '平方米', min: 0, columns: ['仓库面积'] },
    { key: 'capacity', title: '设计储备量', kind: 'integer', unit: '件', min: 0 },
    ...shape.fields.slice(3),
  ],
  states: shape.states,
  subRecords: shape.subRecords.map((sub) => (sub.id !== 'funds' ? sub : { ...sub, totals: [
    ...(sub.totals ?? []),
    { key: 'cityGranted', title: '市级已下达', as: 'sum', of: 'amount', where: { kind: 'granted', source: ['city', 'lottery'] } },
    { key: 'districtGranted', title: '区县已下达', as: 'sum', of: 'amount', where: { kind: 'granted', source: 'district' } },
  ] })),
  derived: shape.derived,
  checks: [
    ...(shape.checks ?? []),
    withinYear('approved', '立项'),
    { id: 'shares-make-budget', title: '分担合计等于总投资', then: 'warn', test: sharesMakeBudget },
    { id: 'city-within-share', title: '市级下达不超过市级分担', then: 'refuse', test: { left: 'cityGranted', is: '<=', right: 'cityShare', sentence: '市级下达合计会超过市级分担。请先调整分担，或改这一笔的金额。' } },
    { id: 'district-within-share', title: '区县下达不超过区县分担', then: 'refuse', test: { left: 'districtGranted', is: '<=', right: 'districtShare', sentence: '区县下达合计会超过区县分担。请先调整分担，或改这一笔的金额。' } },
  ],
  reminders: shape.reminders,
  counts: [
    ...buildingCounts.filter((count) => count.id !== 'acceptances'),
    { id: 'warehouses-accepted', title: '当期验收的储备仓库建设项目', unit: '个', of: { what: 'entered', states: ['accepted'], where: { store: 'warehouse' } }, definition: '当期验收交付的储备仓库，含市、区共建；储备中心、储备点不算', figures: ['gz2013p-018'] },
    { id: 'shared-accepted', title: '当期验收的市、区共建仓库', unit: '个', of: { what: 'entered', states: ['accepted'], where: { store: 'warehouse', shared: true } } },
    { id: 'shared', title: '市、区共建项目', unit: '个', of: { what: 'stock', where: { shared: true } } },
    { id: 'completed-share', title: '已验收交付占列入', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', states: ['accepted'] }, over: { what: 'stock' }, definition: '已验收交付的项目 ÷ 列入计划未取消的项目' },
    { id: 'store-area', title: '已交付库房面积', unit: '平方米', of: { what: 'stock', states: ['accepted'], sum: 'storeArea' } },
  ],
  targets: [{ id: 'warehouses', title: '计划完成的储备仓库', count: 'warehouses-accepted' }, { id: 'approvals', title: '计划年内立项', count: 'approvals' }],
  events: [{ id: 'warehouse-handed-over', title: '仓库转入救灾物资储备', entering: ['accepted'], to: 'S031' }],
  covers: ['S236'],
});
