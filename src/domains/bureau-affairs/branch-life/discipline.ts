import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { partySupervisionRules, noArticle } from '../common/law.ts';

const keepers = ['discipline-clerk'] as const;

/** 回访 comes after the talk it looks back on. */
export const followUpAfterTalk = ({ values }: Pick<RecordSeen, 'values'>): string | undefined => {
  const [talked, again] = [values['talkedOn'], values['followedUpOn']];
  return typeof talked === 'string' && typeof again === 'string' && again < talked ? '回访日期早于谈话日期。' : undefined;
};

/** 谈话提醒: who is talked to, by whom, why, and what came of it. Kept by the discipline post alone. */
export const disciplineTalk = defineRegister({
  id: 'discipline-talk', title: '谈话提醒', unit: '次', series: 'TH',
  purpose: '任前谈话、提醒谈话、诫勉谈话：该谈的谈了没有，谈后有没有回访。内容只有纪检岗位看得到。',
  law: [partySupervisionRules(noArticle)],
  holder: { kind: 'person', title: '谈话对象' },
  fields: [
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'appointment', title: '任前谈话' }, { value: 'reminder', title: '提醒谈话' }, { value: 'warning', title: '诫勉谈话' }, { value: 'festival', title: '节前提醒' }] },
    { key: 'branch', title: '党支部', kind: 'link', to: 'party-branch', listed: true },
    { key: 'dueOn', title: '应谈日期', kind: 'date', required: true, listed: true },
    { key: 'talkedOn', title: '谈话日期', kind: 'date', listed: true },
    { key: 'talker', title: '谈话人', kind: 'person-name', columns: ['主谈人'] },
    { key: 'ground', title: '事由', kind: 'long-text', sensitive: true },
    { key: 'content', title: '谈话内容', kind: 'long-text', sensitive: true, columns: ['谈话记录'] },
    { key: 'followUpDue', title: '应回访日期', kind: 'date' },
    { key: 'followedUpOn', title: '回访日期', kind: 'date' },
    { key: 'outcome', title: '整改情况', kind: 'long-text', sensitive: true },
    papers, note,
  ],
  states: {
    due: { title: '应谈' },
    talked: { title: '已谈', from: ['due'], needs: ['talkedOn', 'talker'] },
    followed: { title: '已回访', from: ['talked'], needs: ['followedUpOn', 'outcome'] },
    closed: { title: '办结', ends: true, from: ['talked', 'followed'] },
    cancelled: { title: '取消', ends: true, from: ['due'] },
  },
  checks: [{ id: 'follow-up-after-talk', title: '回访在谈话之后', then: 'refuse', test: followUpAfterTalk }],
  reminders: [{ id: 'talk-due', title: '该谈话了', in: ['due'], due: { field: 'dueOn', before: 3 } }, { id: 'follow-up-due', title: '该回访了', in: ['talked'], due: { field: 'followUpDue', before: 7 } }],
  counts: [
    { id: 'talks', title: '安排的谈话', unit: '次', of: { what: 'opened' } },
    { id: 'persons', title: '谈话人数', unit: '人', of: { what: 'opened', distinct: 'person' }, definition: '当期安排谈话的人，一人数一次' },
    { id: 'not-talked', title: '应谈未谈', unit: '次', of: { what: 'stock', states: ['due'] } },
  ],
  keepers, readers: keepers,
  covers: ['S223'],
});

/** What an inspection found is corrected by its day; later it is said with the day. */
export const corrected = ({ totals, today }: Pick<RecordSeen, 'totals' | 'today'>): string | undefined => {
  const [open, by] = [Number(totals['problemsOpen'] ?? 0), totals['correctByOpen']];
  if (open === 0) return undefined;
  return `有${open}次检查发现的问题还没有整改${typeof by === 'string' && by < today ? `，整改期限${by}已过` : ''}。`;
};

/** 廉政风险: by power, with its level, its measures, and every inspection of it. */
export const powerRisk = defineRegister({
  id: 'power-risk', title: '权力清单与廉政风险', unit: '项', series: 'XQ',
  purpose: '每项权力有什么廉政风险、多高、怎么防、谁负责，巡检、暗访、审计查了几次、问题改了没有。',
  law: [partySupervisionRules(noArticle)],
  name: 'power',
  key: ['power', 'office', 'risk'],
  fields: [
    { key: 'power', title: '权力事项', kind: 'text', required: true, listed: true, searched: true, columns: ['职权名称', '岗位职权'] },
    { key: 'office', title: '科室（单位）', kind: 'text', required: true, listed: true, columns: ['部门', '责任科室'] },
    { key: 'area', title: '领域', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'government', title: '廉洁政务' }, { value: 'livelihood', title: '廉洁民生' }, { value: 'community', title: '廉洁社区' }, { value: 'organisations', title: '廉洁社团' }, { value: 'culture', title: '廉洁文化' }] },
    { key: 'risk', title: '风险点', kind: 'long-text', required: true, columns: ['风险表现'] },
    { key: 'level', title: '风险等级', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'high', title: '高' }, { value: 'middle', title: '中' }, { value: 'low', title: '低' }] },
    { key: 'measures', title: '防控措施', kind: 'long-text' },
    { key: 'owner', title: '责任人', kind: 'person-name', listed: true },
    note,
  ],
  states: {
    found: { title: '已排查' },
    controlled: { title: '已落实防控', from: ['found'], needs: ['measures', 'owner'] },
    removed: { title: '消除', ends: true },
  },
  subRecords: [{
    id: 'inspections', title: '监督检查', unit: '次', day: '检查日期',
    fields: [
      { key: 'kind', title: '方式', kind: 'choice', required: true, options: [{ value: 'tour', title: '巡检' }, { value: 'unannounced', title: '暗访' }, { value: 'audit', title: '审计' }, { value: 'check', title: '监督检查' }] },
      { key: 'finding', title: '发现问题', kind: 'long-text' },
      { key: 'problems', title: '问题数', kind: 'integer', unit: '个', required: true, min: 0 },
      { key: 'correctBy', title: '整改期限', kind: 'date' },
      { key: 'corrected', title: '已整改', kind: 'yes-no', required: true },
    ],
    totals: [{ key: 'inspected', title: '检查次数', unit: '次', as: 'count' }, { key: 'problemsFound', title: '发现问题', unit: '个', as: 'sum', of: 'problems' }, { key: 'problemsOpen', title: '未整改的检查', unit: '次', as: 'count', where: { corrected: false } }, { key: 'correctByOpen', title: '未整改的期限', as: 'last', of: 'correctBy', where: { corrected: false } }],
  }],
  checks: [{ id: 'uncorrected', title: '检查发现的问题已整改', then: 'warn', test: corrected }],
  reminders: [{ id: 'inspect', title: '半年没有检查过', in: ['found', 'controlled'], due: { entries: 'inspections', every: 6 } }],
  counts: [
    { id: 'risks', title: '廉政风险点', unit: '项', of: { what: 'stock' } },
    { id: 'high', title: '高等级风险点', unit: '项', of: { what: 'stock', where: { level: 'high' } } },
    { id: 'controlled-share', title: '已落实防控占全部', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', states: ['controlled'] }, over: { what: 'stock' } },
    { id: 'inspections', title: '监督检查次数', unit: '次', of: { what: 'entries', sub: 'inspections' } },
    { id: 'problems', title: '检查发现问题', unit: '个', of: { what: 'entries', sub: 'inspections', sum: 'problems' } },
  ],
  keepers, readers: ['discipline-clerk', 'bureau-affairs-clerk'],
  covers: ['S223'],
});
