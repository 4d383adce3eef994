import { defineRegister, type DerivedField, type LinkedTotal, type RecordSeen, type Register, type RegisterField } from '../../../kernel/contract/register.ts';
import { note, paper, papers } from '../../../kernel/records/shapes/terms.ts';

/** What hangs on a node of the tree, one level down: how many are laid out (cancelled ones left out), how many are done. */
const lowerOf = (register: string, field: string): readonly LinkedTotal[] => [
  { key: 'lower', register, field, states: ['planned', 'doing', 'done', 'filed'] }, { key: 'lowerDone', register, field, states: ['done', 'filed'] },
];
const shownLower = (title: string, unit: string): readonly DerivedField[] => [
  { key: 'lowerLaidOut', title, kind: 'integer', unit, listed: true, value: ({ totals }) => Number(totals['lower'] ?? 0) },
  { key: 'lowerFinished', title: `已完成的${title}`, kind: 'integer', unit, listed: true, value: ({ totals }) => Number(totals['lowerDone'] ?? 0) },
  { key: 'lowerShare', title: `${title}完成率`, kind: 'number', unit: '%', listed: true, value: { ratio: 'lowerDone', over: 'lower', percent: true } },
];

/** A node is done when everything that hangs on it is. */
export const lowerFinished = ({ totals }: Pick<RecordSeen, 'totals'>): string | undefined => {
  const left = Number(totals['lower'] ?? 0) - Number(totals['lowerDone'] ?? 0);
  return left > 0 ? `下面还有${left}项没有完成。` : undefined;
};

/** 教育实践活动: one campaign, who takes part in it. */
export const educationCampaign = defineRegister({
  id: 'education-campaign', title: '教育实践活动', unit: '个', series: 'SJ',
  purpose: '群众路线教育实践活动这样的集中教育活动：依据哪份文件，从哪天到哪天，哪些支部、哪些党员参加。',
  name: 'title',
  key: ['title'],
  fields: [
    { key: 'title', title: '活动名称', kind: 'text', required: true, listed: true, searched: true },
    { key: 'batch', title: '批次', kind: 'integer', min: 1, listed: true },
    { key: 'startsOn', title: '开始日期', kind: 'date', required: true, listed: true },
    { key: 'endsOn', title: '结束日期', kind: 'date', listed: true },
    ...paper, papers, note,
  ],
  states: { running: { title: '开展中' }, concluded: { title: '总结结束', ends: true, needs: ['endsOn'] } },
  subRecords: [{
    id: 'participants', title: '参加党员', unit: '人', day: '登记日期', person: { title: '党员' }, key: ['person'],
    fields: [
      { key: 'branch', title: '党支部', kind: 'link', to: 'party-branch', required: true },
      { key: 'leader', title: '班子成员', kind: 'yes-no' },
    ],
    totals: [{ key: 'members', title: '参加党员', unit: '人', as: 'distinct', of: 'person' }, { key: 'branches', title: '参加支部', unit: '个', as: 'distinct', of: 'branch' }],
  }],
  linked: lowerOf('campaign-stage', 'campaign'),
  derived: shownLower('环节', '个'),
  checks: [{ id: 'lower-finished', title: '各环节做完才总结', then: 'refuse', entering: ['concluded'], test: lowerFinished }, { id: 'term-in-order', title: '结束日期在开始日期之后', then: 'refuse', test: ({ values }) => (typeof values['startsOn'] === 'string' && typeof values['endsOn'] === 'string' && values['endsOn'] <= values['startsOn'] ? '结束日期要在开始日期之后。' : undefined) }],
  reminders: [{ id: 'ending', title: '活动快结束，准备总结', in: ['running'], due: { field: 'endsOn', before: 30 } }],
  counts: [
    { id: 'members', title: '参加教育实践活动党员', unit: '名', of: { what: 'entries', sub: 'participants', distinct: 'person' }, definition: '当期登记参加的党员，一人数一次', figures: ['zs2014-152'] },
    { id: 'branches', title: '参加教育实践活动党支部', unit: '个', of: { what: 'entries', sub: 'participants', distinct: 'branch' } },
  ],
  covers: ['S224'],
});

/** What is not done by its day, said from the day after. */
export const overdue = ({ values, today, state }: Pick<RecordSeen, 'values' | 'today' | 'state'>): string | undefined =>
  ((state === 'planned' || state === 'doing') && typeof values['dueOn'] === 'string' && values['dueOn'] < today ? `${values['dueOn']}应完成，还没有完成。` : undefined);

interface Level { readonly id: string; readonly title: string; readonly unit: string; readonly series: string; readonly figure: string; readonly purpose: string; readonly upper: RegisterField; /** The level below; an action has none. */ readonly lower?: { readonly register: string; readonly field: string; readonly title: string; readonly unit: string } }

/** One level of the tree: what hangs on the level above it, by whom and by which day, and what proves it. */
const levelOf = ({ id, title, unit, series, figure, purpose, upper, lower }: Level): Register => defineRegister({
  id, title: `教育实践活动${title}`, unit, series, purpose,
  name: 'title',
  key: [upper.key, 'title'],
  fields: [
    { key: 'title', title: '名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 200, columns: ['任务', '动作', '活动内容'] },
    upper,
    { key: 'branch', title: '责任支部', kind: 'link', to: 'party-branch', listed: true },
    { key: 'owner', title: '责任人', kind: 'person-name', listed: true, ...(lower === undefined ? { required: true } : {}) },
    { key: 'dueOn', title: '完成期限', kind: 'date', listed: true, indexed: true, columns: ['完成时限'], ...(lower === undefined ? { required: true } : {}) },
    { key: 'finishedOn', title: '完成日期', kind: 'date', columns: ['完成时间'] },
    { key: 'proof', title: '佐证', kind: 'long-text', columns: ['完成情况', '佐证材料'] },
    papers, note,
  ],
  states: {
    planned: { title: '计划' },
    doing: { title: '进行中', from: ['planned'] },
    done: { title: '完成', from: ['planned', 'doing'], needs: ['finishedOn', 'proof'] },
    filed: { title: '归档', from: ['done'], ends: true },
    cancelled: { title: '取消', ends: true },
  },
  ...(lower === undefined ? {} : { linked: lowerOf(lower.register, lower.field), derived: shownLower(lower.title, lower.unit) }),
  checks: [
    ...(lower === undefined ? [] : [{ id: 'lower-finished', title: `${lower.title}做完才算完成`, then: 'refuse' as const, entering: ['done'], test: lowerFinished }]),
    { id: 'overdue', title: '按期完成', then: 'warn', test: overdue },
    { id: 'finished-is-past', title: '完成日期不在将来', then: 'refuse', test: ({ values, today }) => (typeof values['finishedOn'] === 'string' && values['finishedOn'] > today ? '完成日期还没有到。' : undefined) },
  ],
  reminders: [{ id: 'due', title: `${title}快到期`, in: ['planned', 'doing'], due: { field: 'dueOn', before: 10 } }],
  counts: [
    { id: 'laid-out', title: `教育实践活动${title}数`, unit, of: { what: 'opened' }, definition: `当期布置的${title}`, figures: [figure] },
    { id: 'done-share', title: `${title}完成率`, unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', states: ['done'] }, over: { what: 'stock' }, definition: `已完成的${title} ÷ 布置的${title}（不含取消、归档的）` },
  ],
  targets: [{ id: 'laid-out', title: `计划的${title}`, count: 'laid-out' }],
  covers: ['S224'],
});

/** 环节, 系列活动, 具体动作: a series hangs on a stage, an action on a series. */
export const campaignStage = levelOf({ id: 'campaign-stage', title: '环节', unit: '个', series: 'SH', figure: 'zs2014-153', purpose: '活动分几个环节，每个环节到哪天，做完没有。', upper: { key: 'campaign', title: '活动', kind: 'link', to: 'education-campaign', required: true }, lower: { register: 'campaign-series', field: 'stage', title: '系列活动', unit: '个' } });
export const campaignSeries = levelOf({ id: 'campaign-series', title: '系列活动', unit: '个', series: 'SX', figure: 'zs2014-154', purpose: '每个环节有哪几个系列活动，哪个支部牵头，做完没有。', upper: { key: 'stage', title: '所属环节', kind: 'link', to: 'campaign-stage', required: true, listed: true, columns: ['环节'] }, lower: { register: 'campaign-action', field: 'series', title: '具体动作', unit: '项' } });
export const campaignAction = levelOf({ id: 'campaign-action', title: '具体动作', unit: '项', series: 'SD', figure: 'zs2014-155', purpose: '每个系列的具体动作：谁负责、哪天前做完、拿什么证明。', upper: { key: 'series', title: '所属系列', kind: 'link', to: 'campaign-series', required: true, listed: true, columns: ['系列活动'] } });
