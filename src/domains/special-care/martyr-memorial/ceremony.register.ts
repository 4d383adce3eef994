import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { event } from '../../../kernel/records/shapes/event.ts';
import { contact, note, papers } from '../../../kernel/records/shapes/terms.ts';
import { memorialCeremonyMeasures } from '../common/law.ts';

/** 公祭活动: the plan the measures ask for (who comes, in which order, who answers for what), approved by the government, then held. */
export const memorialCeremony = defineRegister({
  id: 'memorial-ceremony', title: '烈士公祭活动', unit: '场', series: 'NP',
  purpose: '清明、烈士纪念日的公祭：方案（时间、仪程、参加人员、分工、安全）定了没有、批了没有，来了多少人。',
  law: [memorialCeremonyMeasures('第六条')],
  name: 'name',
  key: ['occasion', 'heldOn', 'site'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['活动名称'] },
    { key: 'occasion', title: '时节', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'qingming', title: '清明节' }, { value: 'martyrs-day', title: '烈士纪念日' }, { value: 'national-day', title: '国庆节' }, { value: 'anniversary', title: '重要纪念日' }] },
    ...event.fields.filter((field) => field.key !== 'edition' && field.key !== 'quota'),
    { key: 'startsAt', title: '开始时间', kind: 'text', maxLength: 20 },
    { key: 'site', title: '纪念设施', kind: 'link', to: 'memorial-site' },
    { key: 'hostLevel', title: '举办', kind: 'choice', required: true, options: [{ value: 'city', title: '市级' }, { value: 'county', title: '区县级' }, { value: 'town', title: '镇街级' }, { value: 'school', title: '学校单位' }] },
    { key: 'expected', title: '预计人数', kind: 'integer', unit: '人', min: 1 },
    { key: 'approvalPaper', title: '政府批准文号', kind: 'text', maxLength: 60 },
    { key: 'capacity', title: '现场容量', kind: 'integer', unit: '人', min: 1 },
    { key: 'rainPlan', title: '雨天安排', kind: 'text' },
    ...contact, papers, note,
  ],
  states: {
    planned: { title: '拟方案', before: true },
    approved: { title: '方案已批', from: ['planned'], before: true, needs: ['approvalPaper', 'expected', 'capacity'], law: memorialCeremonyMeasures('第四条') },
    held: { title: '已举办', from: ['approved'], needs: ['participants'] },
    cancelled: { title: '取消', from: ['planned', 'approved'], ends: true },
  },
  subRecords: [
    {
      id: 'sequence', title: '仪程', unit: '项', day: '排定日期', key: ['step'],
      fields: [
        { key: 'step', title: '次序', kind: 'integer', required: true, min: 1, max: 99 },
        { key: 'rite', title: '项目', kind: 'text', required: true },
        { key: 'minutes', title: '时长', kind: 'integer', unit: '分钟', min: 0 },
        { key: 'by', title: '谁', kind: 'text' },
      ],
      totals: [{ key: 'steps', title: '仪程', unit: '项', as: 'count' }, { key: 'minutesTotal', title: '时长', unit: '分钟', as: 'sum', of: 'minutes' }],
    },
    {
      id: 'guests', title: '参加人员', unit: '批', day: '通知日期', key: ['guestKind'],
      fields: [
        { key: 'guestKind', title: '人员', kind: 'choice', required: true, options: [{ value: 'leaders', title: '党政军和人民团体负责人' }, { value: 'kin', title: '烈属代表' }, { value: 'veterans', title: '老战士代表' }, { value: 'schools', title: '学校师生代表' }, { value: 'public', title: '各界干部群众代表' }, { value: 'forces', title: '解放军和武警官兵代表' }] },
        { key: 'people', title: '人数', kind: 'integer', unit: '人', required: true, min: 1 },
        { key: 'stand', title: '站位、着装', kind: 'text' },
      ],
      totals: [{ key: 'guests', title: '邀请', unit: '人', as: 'sum', of: 'people' }],
    },
    {
      id: 'duties', title: '分工', unit: '项', day: '落实日期', key: ['duty'],
      fields: [
        { key: 'duty', title: '事项', kind: 'choice', required: true, options: [{ value: 'coordination', title: '组织协调' }, { value: 'press', title: '宣传报道' }, { value: 'security', title: '交通和安全警卫' }, { value: 'medical', title: '医疗保障' }, { value: 'funds', title: '经费保障' }, { value: 'guard', title: '礼兵仪仗' }, { value: 'weather', title: '天气预报' }, { value: 'ground', title: '现场布置和物品器材' }] },
        { key: 'unit', title: '负责单位', kind: 'text', required: true },
        { key: 'charge', title: '负责人', kind: 'person-name' },
        { key: 'ready', title: '已落实', kind: 'yes-no', required: true },
      ],
      totals: [
        { key: 'securityDuties', title: '安全警卫', unit: '项', as: 'count', where: { duty: 'security' } }, { key: 'medicalDuties', title: '医疗保障', unit: '项', as: 'count', where: { duty: 'medical' } },
        { key: 'dutiesOpen', title: '未落实', unit: '项', as: 'count', where: { ready: false } }],
    },
  ],
  checks: [
    { id: 'plan-complete', title: '方案齐全才报批', law: memorialCeremonyMeasures('第六条'), then: 'refuse', entering: ['approved'], test: planIncomplete },
    { id: 'within-capacity', title: '预计人数不超过现场容量', then: 'refuse', test: ({ values, state }) => (state !== 'planned' && state !== 'cancelled' && Number(values['expected'] ?? 0) > Number(values['capacity'] ?? Infinity) ? '预计人数超过现场容量，安全方案通不过。' : undefined) },
    { id: 'duties-open', title: '分工未落实', then: 'warn', test: ({ totals, state }) => (state === 'approved' && Number(totals['dutiesOpen'] ?? 0) > 0 ? '还有分工没有落实。' : undefined) },
    { id: 'guests-within', title: '邀请人数不超过预计', then: 'warn', test: { left: 'guests', is: '<=', right: 'expected', sentence: '邀请的人数超过了预计人数。' } },
  ],
  reminders: [{ id: 'plan', title: '公祭快到了，方案要报批', in: ['planned'], due: { field: 'heldOn', before: 30 } }, { id: 'duties', title: '公祭快到了，逐项落实分工', in: ['approved'], due: { field: 'heldOn', before: 7 } }],
  counts: [
    { id: 'held', title: '举办公祭活动', unit: '场', of: { what: 'dated', on: 'heldOn' } },
    { id: 'participants', title: '公祭参加人数', unit: '人', of: { what: 'dated', on: 'heldOn', sum: 'participants' } },
    { id: 'martyrs-day', title: '烈士纪念日公祭', unit: '场', of: { what: 'dated', on: 'heldOn', where: { occasion: 'martyrs-day' } } },
  ],
  covers: ['S169'],
});

/** 第六条: what a plan holds. */
function planIncomplete({ values, totals }: RecordSeen): string | undefined {
  const missing = [
    ...(values['site'] === undefined && values['place'] === undefined ? ['地点'] : []),
    ...([['仪程', 'steps'], ['参加人员', 'guests'], ['交通和安全警卫分工', 'securityDuties'], ['医疗保障分工', 'medicalDuties']] as const).flatMap(([name, key]) => (Number(totals[key] ?? 0) === 0 ? [name] : [])),
  ];
  return missing.length === 0 ? undefined : `方案还缺${missing.join('、')}。`;
}
