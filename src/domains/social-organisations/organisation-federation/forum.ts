import { defineRegister } from '../../../kernel/contract/register.ts';
import { editionFollows } from '../../../kernel/records/shapes/edition.ts';
import { event } from '../../../kernel/records/shapes/event.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 讲坛: one record a session. */
export const organisationForum = defineRegister({
  id: 'organisation-forum', title: '社会组织讲坛', unit: '期', series: 'JT',
  purpose: '社会组织讲坛每一期：谁讲、讲什么、谁来听。',
  name: 'topic',
  key: ['heldOn', 'topic'],
  fields: [
    { key: 'topic', title: '主题', kind: 'text', required: true, listed: true, searched: true, maxLength: 100, columns: ['讲坛主题'] },
    ...event.fields.map((field) => (field.key === 'edition' ? { ...field, title: '第几期', required: true } : field)),
    { key: 'host', title: '主办', kind: 'link', to: 'organisation-federation', required: true },
    papers, note,
  ],
  states: event.states,
  subRecords: [
    {
      id: 'speakers', title: '主讲人', unit: '人', day: '日期', key: ['speaker'],
      fields: [{ key: 'speaker', title: '主讲人', kind: 'person-name', required: true }, { key: 'post', title: '单位职务', kind: 'text', maxLength: 100 }, { key: 'lecture', title: '讲题', kind: 'text', maxLength: 100 }],
      totals: [{ key: 'speakerCount', title: '主讲人', unit: '人', as: 'count' }],
    },
    {
      id: 'attendance', title: '签到', unit: '人', day: '日期', person: { title: '听众', optional: true },
      fields: [organisation('所在单位', false), { key: 'heads', title: '人数', kind: 'integer', unit: '人', required: true, min: 1, help: '按单位签到的写人数，按人签到的写1' }],
      totals: [{ key: 'signedIn', title: '签到人数', unit: '人', as: 'sum', of: 'heads' }, { key: 'organisationsCame', title: '到场单位', unit: '家', as: 'distinct', of: 'organisation' }],
    },
  ],
  alongside: { same: ['host'], order: 'edition' },
  checks: [
    editionFollows('期'),
    ...(event.checks ?? []),
    { id: 'held-with-speaker', title: '举办的讲坛有主讲人', then: 'warn', test: ({ state, totals }) => (state === 'held' && Number(totals['speakerCount'] ?? 0) === 0 ? '还没有登记主讲人。' : undefined) },
    { id: 'signed-as-participants', title: '签到不多于参加人数', then: 'warn', test: { left: 'signedIn', is: '<=', right: 'participants', sentence: '签到的人比参加人数多。请核对参加人数。' } },
  ],
  reminders: [{ id: 'held-soon', title: '讲坛快开讲了', in: ['planned'], due: { field: 'heldOn', before: 7 } }],
  counts: [
    { id: 'held', title: '举办讲坛', unit: '期', of: { what: 'opened' } },
    { id: 'participants', title: '讲坛参加人次', unit: '人次', of: { what: 'opened', sum: 'participants' } },
    { id: 'signed-in', title: '讲坛签到人次', unit: '人次', of: { what: 'entries', sub: 'attendance', sum: 'heads' } },
    { id: 'organisations', title: '派人听讲的社会组织', unit: '家', of: { what: 'entries', sub: 'attendance', distinct: 'organisation' } },
    { id: 'speakers', title: '主讲人次', unit: '人次', of: { what: 'entries', sub: 'speakers' } },
  ],
  covers: ['S104'],
});
