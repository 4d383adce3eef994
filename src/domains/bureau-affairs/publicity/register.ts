import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { businessLines } from '../common/business-lines.ts';

/** No material is used before it was approved, and none without its approver. */
export const approvedBeforeUse = ({ entry }: Pick<RecordSeen, 'entry'>): string | undefined => {
  if (entry?.of !== 'materials') return undefined;
  const { approved, approver, approvedOn, usedFrom } = entry.values;
  if (approved === true && (typeof approver !== 'string' || typeof approvedOn !== 'string')) return '审定的材料要写审定人和审定日期。';
  if (typeof usedFrom !== 'string') return undefined;
  if (approved !== true) return '材料还没有审定，不能使用。';
  return typeof approvedOn === 'string' && usedFrom < approvedOn ? '启用日期早于审定日期。材料审定后才能使用。' : undefined;
};

/** A campaign does not begin while any of its material waits for approval. */
export const materialsReady = ({ totals }: Pick<RecordSeen, 'totals'>): string | undefined => {
  const waiting = Number(totals['materialsWaiting'] ?? 0);
  return waiting > 0 ? `还有${waiting}份宣传材料没有审定，审定后再开始宣传。` : undefined;
};

/** People are met once the campaign has begun. */
export const sessionAfterBegin = ({ entry, state }: Pick<RecordSeen, 'entry' | 'state'>): string | undefined =>
  (entry?.of === 'sessions' && state === 'planned' ? '宣传活动还没有开始。先转到“开展中”（材料要已审定），再记场次。' : undefined);

export const publicityCampaign = defineRegister({
  id: 'publicity-campaign', title: '政策宣传活动', unit: '个', series: 'XC',
  purpose: '政策宣传和便民信息活动：什么主题、哪些渠道、材料审了没有、进了哪些社区、到了多少人，还有哪些社区没去。',
  name: 'theme',
  key: ['theme', 'startsOn'],
  fields: [
    { key: 'theme', title: '主题', kind: 'text', required: true, listed: true, searched: true, maxLength: 200, columns: ['活动名称', '宣传主题'] },
    { key: 'line', title: '业务', kind: 'choice', required: true, listed: true, counted: true, options: businessLines },
    { key: 'channels', title: '渠道', kind: 'choices', required: true, counted: true, options: [
      { value: 'on-site', title: '现场宣传' }, { value: 'lecture', title: '讲座' }, { value: 'television', title: '电视' }, { value: 'radio', title: '广播' }, { value: 'newspaper', title: '报刊' },
      { value: 'web', title: '网站' }, { value: 'messages', title: '短信、微信' }, { value: 'boards', title: '宣传栏、海报' }, { value: 'leaflets', title: '折页、手册' }] },
    { key: 'startsOn', title: '开始日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['活动时间'] },
    { key: 'endsOn', title: '结束日期', kind: 'date', listed: true },
    { key: 'office', title: '承办处室', kind: 'text', listed: true, columns: ['承办科室', '责任部门'] },
    organisation('合作单位', false),
    { key: 'policy', title: '宣传的政策文件', kind: 'link', to: 'policy-document' },
    { key: 'cost', title: '经费', kind: 'money', min: 0 },
    papers, note,
  ],
  states: {
    planned: { title: '计划', before: true },
    running: { title: '开展中', from: ['planned'] },
    finished: { title: '结束', ends: true, from: ['running'], needs: ['endsOn'] },
    cancelled: { title: '取消', ends: true, from: ['planned'] },
  },
  subRecords: [
    {
      id: 'materials', title: '宣传材料', unit: '份', day: '送审日期', key: ['name'],
      fields: [
        { key: 'name', title: '材料', kind: 'text', required: true, columns: ['材料名称'] },
        { key: 'kind', title: '形式', kind: 'choice', required: true, options: [{ value: 'leaflet', title: '折页、手册' }, { value: 'poster', title: '海报、展板' }, { value: 'film', title: '短片' }, { value: 'article', title: '文稿' }, { value: 'message', title: '短信、微信' }, { value: 'slides', title: '课件' }] },
        { key: 'copies', title: '印数', kind: 'integer', unit: '份', min: 0 },
        { key: 'approved', title: '已审定', kind: 'yes-no', required: true },
        { key: 'approver', title: '审定人', kind: 'person-name' },
        { key: 'approvedOn', title: '审定日期', kind: 'date' },
        { key: 'usedFrom', title: '启用日期', kind: 'date' },
        papers,
      ],
      totals: [{ key: 'materialsMade', title: '宣传材料', unit: '份', as: 'count' }, { key: 'materialsWaiting', title: '待审材料', unit: '份', as: 'count', where: { approved: false } }, { key: 'copiesTotal', title: '印发', unit: '份', as: 'sum', of: 'copies' }],
    },
    {
      id: 'sessions', title: '进社区场次', unit: '场', day: '日期', key: ['community', 'day'],
      fields: [
        { key: 'community', title: '村居', kind: 'division', required: true, columns: ['社区', '村（社区）'] },
        { key: 'form', title: '形式', kind: 'choice', options: [{ value: 'stall', title: '现场咨询' }, { value: 'lecture', title: '讲座' }, { value: 'show', title: '文艺演出' }, { value: 'visit', title: '入户' }] },
        { key: 'attendance', title: '参加人数', kind: 'integer', unit: '人次', required: true, min: 0, columns: ['到场人数'] },
        { key: 'handedOut', title: '派发材料', kind: 'integer', unit: '份', min: 0 },
      ],
      totals: [{ key: 'sessionsHeld', title: '场次', unit: '场', as: 'count' }, { key: 'reached', title: '到过的村居', unit: '个', as: 'distinct', of: 'community' }, { key: 'attendanceTotal', title: '参加人次', unit: '人次', as: 'sum', of: 'attendance' }],
    },
  ],
  checks: [
    { id: 'approved-before-use', title: '材料审定后才能使用', then: 'refuse', test: approvedBeforeUse },
    { id: 'materials-ready', title: '材料审定后才能开始', then: 'refuse', entering: ['running'], test: materialsReady },
    { id: 'session-after-begin', title: '开始以后才有场次', then: 'refuse', test: sessionAfterBegin },
    { id: 'has-material', title: '登记宣传材料', then: 'warn', test: ({ totals, state }) => (state === 'running' && Number(totals['materialsMade'] ?? 0) < 1 ? '还没有登记宣传材料。' : undefined) },
    { id: 'days-in-order', title: '结束不早于开始', then: 'refuse', test: ({ values }) => (typeof values['startsOn'] === 'string' && typeof values['endsOn'] === 'string' && values['endsOn'] < values['startsOn'] ? '结束日期不能早于开始日期。' : undefined) },
  ],
  reminders: [{ id: 'starting', title: '宣传活动快开始，材料审定了没有', in: ['planned'], due: { field: 'startsOn', before: 15 } }, { id: 'ending', title: '宣传活动快结束', in: ['running'], due: { field: 'endsOn', before: 7 } }],
  counts: [
    { id: 'campaigns', title: '当期开展的宣传活动', unit: '个', of: { what: 'opened' } },
    { id: 'sessions', title: '进社区场次', unit: '场', of: { what: 'entries', sub: 'sessions' } },
    { id: 'attendance', title: '参加人次', unit: '人次', of: { what: 'entries', sub: 'sessions', sum: 'attendance' } },
    { id: 'communities', title: '到过的村居', unit: '个', of: { what: 'entries', sub: 'sessions', distinct: 'community' } },
    { id: 'community-coverage', title: '村居覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'entries', sub: 'sessions', distinct: 'community' }, over: { what: 'stock', divisions: 'village' }, definition: '当期到过的村居 ÷ 全部村居' },
  ],
  expected: { every: 'village', title: '今年还没有去过的村居', entries: { sub: 'sessions', field: 'community' } },
  targets: [{ id: 'communities', title: '计划覆盖村居', count: 'communities' }],
  covers: ['S228'],
});
