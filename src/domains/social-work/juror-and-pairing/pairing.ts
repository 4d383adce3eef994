import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 党代表结对社工: a delegate, a social worker and the people they look after together. */
export const delegatePairing = defineRegister({
  id: 'delegate-pairing', title: '党代表结对社工帮扶', unit: '对', series: 'JD',
  purpose: '哪位党代表和哪位社工结对、帮扶哪一群人、做了什么、帮到了多少人。',
  holder: { kind: 'person', title: '结对社工' },
  key: ['person', 'delegate', 'clientGroup'],
  fields: [
    { key: 'delegate', title: '党代表', kind: 'person-name', required: true, listed: true, columns: ['市党代表'] },
    { key: 'delegateUnit', title: '党代表单位职务', kind: 'text', maxLength: 100 },
    organisation('社工所在机构', false),
    { key: 'clientGroup', title: '帮扶群体', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'elderly', title: '困难老人' }, { value: 'disabled', title: '残疾人' }, { value: 'youth', title: '困境儿童青少年' }, { value: 'poor', title: '低保低收入家庭' }, { value: 'migrants', title: '异地务工人员' }, { value: 'correction', title: '矫正戒毒人员' }] },
    { key: 'groupWords', title: '群体说明', kind: 'text', maxLength: 100 },
    { key: 'pairedOn', title: '结对日期', kind: 'date', required: true, listed: true, indexed: true },
    { key: 'endsOn', title: '约定到期', kind: 'date' },
    { key: 'plan', title: '帮扶计划', kind: 'long-text' },
    papers, note,
  ],
  states: { paired: { title: '结对中' }, completed: { title: '帮扶完成', from: ['paired'], ends: true }, ended: { title: '解除', from: ['paired'], ends: true } },
  subRecords: [
    {
      id: 'clients', title: '帮扶对象', unit: '人', day: '纳入日期', person: { title: '帮扶对象' }, key: ['person'],
      fields: [{ key: 'need', title: '困难', kind: 'long-text', sensitive: true }, { key: 'settled', title: '已解决', kind: 'yes-no', required: true }],
      totals: [{ key: 'clientsAided', title: '帮扶对象', unit: '人', as: 'distinct', of: 'person' }, { key: 'clientsSettled', title: '已解决', unit: '人', as: 'distinct', of: 'person', where: { settled: true } }],
    },
    {
      id: 'activities', title: '活动', unit: '次', day: '日期',
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'visit', title: '探访' }, { value: 'group', title: '小组' }, { value: 'resource', title: '链接资源' }, { value: 'advice', title: '反映意见' }] },
        { key: 'content', title: '内容', kind: 'text', required: true, maxLength: 100 },
        { key: 'delegateCame', title: '党代表到场', kind: 'yes-no', required: true },
        { key: 'people', title: '服务人次', kind: 'integer', unit: '人次', required: true, min: 0 },
      ],
      totals: [{ key: 'activitiesHeld', title: '活动', unit: '次', as: 'count' }, { key: 'peopleTotal', title: '服务人次', unit: '人次', as: 'sum', of: 'people' }],
    },
  ],
  checks: [
    { id: 'ends-after', title: '到期在结对之后', then: 'refuse', test: { left: 'endsOn', is: '>', right: 'pairedOn', sentence: '约定到期要在结对日期之后。' } },
    { id: 'after-pairing', title: '结对以后才有帮扶', then: 'refuse', test: ({ entry, values }) => (entry !== undefined && typeof entry.values['day'] === 'string' && typeof values['pairedOn'] === 'string' && entry.values['day'] < values['pairedOn'] ? '那一天还没有结对。请核对日期。' : undefined) },
    { id: 'clients-named', title: '写明帮扶对象', then: 'warn', test: ({ state, totals }) => (state === 'paired' && Number(totals['clientsAided'] ?? 0) === 0 ? '还没有登记帮扶对象。' : undefined) },
  ],
  reminders: [{ id: 'quiet', title: '结对三个月没有活动', in: ['paired'], due: { entries: 'activities', every: 3 } }, { id: 'ends', title: '结对快到期', in: ['paired'], due: { field: 'endsOn', before: 30 } }],
  counts: [
    { id: 'paired', title: '结对中的党代表和社工', unit: '对', of: { what: 'stock' } },
    { id: 'aided', title: '当期纳入帮扶的人', unit: '人', of: { what: 'entries', sub: 'clients', distinct: 'person' }, definition: '几对都帮扶的算一人' },
    { id: 'activities', title: '结对活动', unit: '次', of: { what: 'entries', sub: 'activities' } },
    { id: 'people', title: '结对服务人次', unit: '人次', of: { what: 'entries', sub: 'activities', sum: 'people' } },
  ],
  covers: ['S127'],
});
