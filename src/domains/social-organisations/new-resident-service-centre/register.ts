import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';

export const newResidentServiceCentre = defineRegister({
  id: 'new-resident-service-centre', title: '新中山人服务中心', unit: '个', series: 'FZ',
  purpose: '异地商会办的新中山人服务中心：属于哪个商会、制度定了没有、谁在做、今年为老乡做了什么、年度检查怎样。',
  holder: { kind: 'link', field: 'organisation' },
  name: 'name',
  key: ['organisation'],
  fields: [
    { key: 'name', title: '中心名称', kind: 'text', required: true, listed: true, searched: true, columns: ['名称'] },
    organisation('所属异地商会'),
    { key: 'chamberRegistered', title: '商会登记证号', kind: 'text', maxLength: 40, help: '只有登记了的异地商会才能办', columns: ['登记证号'] },
    { key: 'homePlace', title: '籍贯地', kind: 'text', required: true, listed: true, maxLength: 40, columns: ['原籍', '商会籍贯'] },
    { key: 'rulesAdoptedOn', title: '采用管理制度日期', kind: 'date', columns: ['制度制定日期'] },
    { key: 'head', title: '负责人', kind: 'person-name' },
    { key: 'staff', title: '工作人员', kind: 'integer', unit: '人', min: 1, listed: true },
    { key: 'volunteers', title: '志愿者', kind: 'integer', unit: '人', min: 0 },
    { key: 'premises', title: '用房', kind: 'link', to: 'facility' },
    { key: 'hours', title: '开放时间', kind: 'text', maxLength: 60 },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    preparing: { title: '筹建', before: true },
    operating: { title: '运作', from: ['preparing', 'suspended'], needs: ['chamberRegistered', 'rulesAdoptedOn', 'head', 'staff', 'address'] },
    suspended: { title: '暂停', from: ['operating'] },
    closed: { title: '撤销', ends: true },
  },
  subRecords: [
    {
      id: 'activities', title: '服务活动', unit: '次', day: '日期',
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, counted: true, options: [{ value: 'mutual-aid', title: '志愿互助' }, { value: 'culture', title: '文体活动' }, { value: 'fellowship', title: '社区联谊' }, { value: 'relief', title: '扶危济困' }] },
        { key: 'activity', title: '内容', kind: 'text', required: true, maxLength: 100 },
        { key: 'served', title: '服务人次', kind: 'integer', unit: '人次', required: true, min: 0 },
        { key: 'given', title: '帮扶金额', kind: 'money', min: 0 },
      ],
      totals: [{ key: 'activitiesHeld', title: '活动', unit: '次', as: 'count' }, { key: 'servedTotal', title: '服务人次', unit: '人次', as: 'sum', of: 'served' }, { key: 'givenTotal', title: '帮扶金额', as: 'sum', of: 'given' }, { key: 'givenElsewhere', title: '不在扶危济困里的帮扶金额', as: 'sum', of: 'given', where: { kind: ['mutual-aid', 'culture', 'fellowship'] } }],
    },
    {
      id: 'reviews', title: '年度检查', unit: '次', day: '检查日期', key: ['year', 'round', 'day'], inRules: true,
      fields: [
        { key: 'year', title: '年度', kind: 'year', required: true },
        { key: 'round', title: '哪一次', kind: 'choice', required: true, options: [{ value: 'yearly', title: '年度检查' }, { value: 'again', title: '整改后复查' }] },
        { key: 'result', title: '结论', kind: 'choice', required: true, options: [{ value: 'passed', title: '合格' }, { value: 'improve', title: '限期整改' }, { value: 'failed', title: '不合格' }] },
        { key: 'reviewer', title: '检查人', kind: 'person-name' },
        { key: 'opinion', title: '意见', kind: 'long-text' },
      ],
      totals: [{ key: 'lastReview', title: '最近年度检查', as: 'last', of: 'result' }],
    },
  ],
  checks: [
    { id: 'reviewed-once', title: '一年检查一次，整改后复查', then: 'refuse', test: reviewedOnce },
    { id: 'relief-with-money', title: '帮扶金额写在扶危济困', then: 'warn', test: ({ totals }) => (Number(totals['givenElsewhere'] ?? 0) > 0 ? '有的活动写了帮扶金额，类别却不是扶危济困。请核对。' : undefined) },
    { id: 'review-failed', title: '年度检查合格', then: 'warn', test: ({ totals, state }) => (state === 'operating' && (totals['lastReview'] === 'failed' || totals['lastReview'] === 'improve') ? '最近一次年度检查没有合格，整改以后登记一次“整改后复查”。' : undefined) },
  ],
  reminders: [
    { id: 'year-review', title: '一年没有年度检查', in: ['operating'], due: { entries: 'reviews', every: 12, where: { round: 'yearly' } } },
    { id: 'quiet', title: '三个月没有活动', in: ['operating'], due: { entries: 'activities', every: 3 } },
  ],
  counts: [
    { id: 'operating', title: '新中山人服务中心数', unit: '个', of: { what: 'stock', states: ['operating'] }, figures: ['zs2014-078'] },
    { id: 'new', title: '当期新成立', unit: '个', of: { what: 'opened' } },
    { id: 'reviewed-share', title: '年度检查率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'entries', sub: 'reviews', where: { round: 'yearly' } }, over: { what: 'stock', states: ['operating', 'suspended'] }, definition: '当期做的年度检查 ÷ 期末在册的中心' },
    { id: 'reviews-passed', title: '年度检查合格', unit: '个', of: { what: 'entries', sub: 'reviews', where: { round: 'yearly', result: 'passed' } } },
    { id: 'staff', title: '服务中心工作人员', unit: '人', of: { what: 'stock', states: ['operating'], sum: 'staff' } },
    { id: 'volunteers', title: '服务中心志愿者', unit: '人', of: { what: 'stock', states: ['operating'], sum: 'volunteers' } },
    { id: 'activities', title: '服务活动', unit: '次', of: { what: 'entries', sub: 'activities' } },
    { id: 'served', title: '服务新中山人', unit: '人次', of: { what: 'entries', sub: 'activities', sum: 'served' } },
    ...([['mutual-aid', '志愿互助'], ['culture', '文体活动'], ['fellowship', '社区联谊'], ['relief', '扶危济困']] as const).map(([kind, title]) => ({ id: `served-${kind}`, title: `${title}服务人次`, unit: '人次', of: { what: 'entries' as const, sub: 'activities', where: { kind }, sum: 'served' } })),
  ],
  covers: ['S111'],
});

/** 年度检查 of a year once; a second look only after one that was not passed. Only a centre that works is looked at. */
export function reviewedOnce({ entry, entries, state }: Pick<RecordSeen, 'entry' | 'entries' | 'state'>): string | undefined {
  if (entry?.of !== 'reviews') return undefined;
  if (state === 'preparing') return '还在筹建，没有年度检查。';
  const year = (entries?.['reviews'] ?? []).filter((values) => values['year'] === entry.values['year']);
  const yearly = year.filter((values) => values['round'] === 'yearly');
  if (entry.values['round'] === 'yearly') return yearly.length > 1 ? `${String(entry.values['year'])}年已经检查过了。整改后再看的，选“整改后复查”。` : undefined;
  return yearly.some((values) => values['result'] !== 'passed') ? undefined : `${String(entry.values['year'])}年的年度检查没有要整改的，不用复查。`;
}
