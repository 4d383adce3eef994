import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { project } from '../../../kernel/records/shapes/project.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';
import { entriesNotAhead, notAhead } from '../common/not-ahead.ts';

const works = project({ started: '动工', completed: '竣工', accepted: '验收' });

/** A station is built when somebody has looked at it and passed it: not when the contractor is done. */
export function acceptedByInspection({ totals }: Pick<RecordSeen, 'totals'>): string | undefined {
  return Number(totals['passedInspections'] ?? 0) > 0 ? undefined : '还没有合格的验收记录，不能作已验收。';
}

/** 行政村老年人活动站点: planned, built, accepted; counted as built from acceptance. */
export const villageActivityStation = defineRegister({
  id: 'village-activity-station', title: '农村老年人活动站点', unit: '个', series: 'CHD',
  purpose: '每个行政村的老年人活动站点：建到哪一步、谁验收的、花了多少，今年建成几个，离目标差几个。',
  law: [elderRightsLaw('第三十七条')],
  holder: { kind: 'division' },
  name: 'name',
  key: ['division'],
  fields: [
    { key: 'name', title: '站点名称', kind: 'text', required: true, listed: true, searched: true, columns: ['名称', '活动站名称'] },
    { key: 'nature', title: '建设方式', kind: 'choice', required: true, listed: true, counted: true, columns: ['建设性质'], options: [{ value: 'new', title: '新建' }, { value: 'converted', title: '改建' }, { value: 'extended', title: '扩建' }, { value: 'shared', title: '与村文化室等共用' }] },
    organisation('管理单位', false),
    { key: 'area', title: '建筑面积', kind: 'number', unit: '平方米', min: 0, listed: true, columns: ['面积'] },
    { key: 'rooms', title: '活动内容', kind: 'choices', counted: true, options: [{ value: 'reading', title: '阅览' }, { value: 'chess', title: '棋牌' }, { value: 'fitness', title: '健身' }, { value: 'music', title: '曲艺' }, { value: 'rest', title: '休息' }, { value: 'meals', title: '用餐' }] },
    { key: 'elders', title: '村内老年人', kind: 'integer', unit: '人', min: 0, columns: ['60岁以上人数'] },
    ...works.fields, ...contact, ...whereItIs, papers, note,
  ],
  states: {
    planned: { title: '计划', before: true },
    started: { title: '在建', before: true, from: ['planned'], needs: ['startedActual'] },
    completed: { title: '竣工待验收', before: true, from: ['planned', 'started'], needs: ['completedActual'] },
    accepted: { title: '已验收', from: ['completed'], needs: ['acceptedActual'] },
    closed: { title: '停用', ends: true, from: ['accepted'] },
    cancelled: { title: '取消', ends: true, from: ['planned', 'started', 'completed'] },
  },
  subRecords: [
    ...works.subRecords,
    {
      id: 'inspections', title: '验收', unit: '次', day: '验收日期', key: ['day'],
      fields: [
        { key: 'passed', title: '合格', kind: 'yes-no', required: true },
        { key: 'by', title: '验收人', kind: 'text', required: true },
        { key: 'defects', title: '问题', kind: 'long-text' },
      ],
      totals: [{ key: 'inspectionCount', title: '验收次数', unit: '次', as: 'count' }, { key: 'passedInspections', title: '合格', unit: '次', as: 'count', where: { passed: true } }],
    },
  ],
  derived: works.derived ?? [],
  checks: [...(works.checks ?? []), notAhead({ startedActual: '实际动工日期', completedActual: '实际竣工日期', acceptedActual: '实际验收日期' }), entriesNotAhead({ inspections: '验收日期', funds: '资金日期' }), { id: 'inspected', title: '先验收合格', then: 'refuse', entering: ['accepted'], test: acceptedByInspection }],
  reminders: [...(works.reminders ?? []), { id: 'inspect', title: '竣工满一个月还没有验收', in: ['completed'], due: { standing: 30 } }],
  counts: [
    { id: 'stations', title: '农村老年人活动站点数', unit: '个', definition: '已验收、没有停用的', of: { what: 'stock' } },
    { id: 'under-way', title: '在建和待验收站点', unit: '个', of: { what: 'stock', states: ['started', 'completed'] } },
    { id: 'built', title: '新建农村老年人活动站点数', unit: '个', definition: '当期验收合格的站点，按实际验收日期', of: { what: 'dated', on: 'acceptedActual', states: ['accepted', 'closed'] }, figures: ['gz2014-021', 'gz2013p-017'] },
    { id: 'village-coverage', title: '行政村覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '有已验收站点的行政村数 ÷ 全部行政村数（村民委员会，不含社区）', of: { what: 'stock', distinct: 'village', rural: true }, over: { what: 'stock', divisions: 'village', rural: true } },
    { id: 'paid', title: '建设资金支付', unit: '元', of: { what: 'entries', sub: 'funds', where: { kind: 'paid' }, sum: 'amount' } },
  ],
  targets: [{ id: 'built', title: '行政村老年人活动站点目标', count: 'built' }],
  expected: { every: 'village', rural: true, title: '还没有验收站点的行政村' },
  covers: ['S046'],
});
