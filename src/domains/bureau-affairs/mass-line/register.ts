import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, paper, papers } from '../../../kernel/records/shapes/terms.ts';

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
  checks: [{ id: 'term-in-order', title: '结束日期在开始日期之后', then: 'refuse', test: ({ values }) => (typeof values['startsOn'] === 'string' && typeof values['endsOn'] === 'string' && values['endsOn'] <= values['startsOn'] ? '结束日期要在开始日期之后。' : undefined) }],
  reminders: [{ id: 'ending', title: '活动快结束，准备总结', in: ['running'], due: { field: 'endsOn', before: 30 } }],
  counts: [
    { id: 'members', title: '参加教育实践活动党员', unit: '名', of: { what: 'entries', sub: 'participants', distinct: 'person' }, definition: '当期登记参加的党员，一人数一次', figures: ['zs2014-152'] },
    { id: 'branches', title: '参加教育实践活动党支部', unit: '个', of: { what: 'entries', sub: 'participants', distinct: 'branch' } },
  ],
  covers: ['S224'],
});

/** A stage stands alone; a series hangs on a stage, an action on a series; only an action is somebody's, by a day. */
export const hangsRight = ({ values }: Pick<RecordSeen, 'values'>): string | undefined => {
  if (values['level'] === 'stage') return values['under'] === undefined ? undefined : '环节在最上一层，不写“上一层”。';
  if (values['under'] === undefined) return values['level'] === 'series' ? '系列活动要写它所在的环节。' : '具体动作要写它所在的系列活动。';
  return values['level'] === 'action' && (values['owner'] === undefined || values['dueOn'] === undefined) ? '具体动作要写责任人和完成期限。' : undefined;
};
export const overdue = ({ values, today, state }: Pick<RecordSeen, 'values' | 'today' | 'state'>): string | undefined =>
  ((state === 'planned' || state === 'doing') && typeof values['dueOn'] === 'string' && values['dueOn'] < today ? `${values['dueOn']}应完成，还没有完成。` : undefined);

const levels = ['stage', 'series', 'action'] as const;
const titles = { stage: '环节', series: '系列活动', action: '具体动作' } as const;
const figure = { stage: 'zs2014-153', series: 'zs2014-154', action: 'zs2014-155' } as const;

/** 环节、系列活动、具体动作: the tree of a campaign. */
export const campaignNode = defineRegister({
  id: 'campaign-node', title: '教育实践活动任务', unit: '项', series: 'SD',
  purpose: '活动分几个环节、几个系列、多少项具体动作；每项谁负责、哪天前做完、拿什么证明，每一层做完了多少。',
  name: 'title',
  key: ['campaign', 'title', 'level'],
  fields: [
    { key: 'title', title: '名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 200, columns: ['任务', '动作', '活动内容'] },
    { key: 'campaign', title: '活动', kind: 'link', to: 'education-campaign', required: true },
    { key: 'level', title: '层次', kind: 'choice', required: true, listed: true, counted: true, options: levels.map((level) => ({ value: level, title: titles[level] })) },
    { key: 'under', title: '上一层', kind: 'link', to: 'campaign-node', listed: true, columns: ['所属系列', '所属环节'] },
    { key: 'branch', title: '责任支部', kind: 'link', to: 'party-branch' },
    { key: 'owner', title: '责任人', kind: 'person-name', listed: true },
    { key: 'dueOn', title: '完成期限', kind: 'date', listed: true, indexed: true, columns: ['完成时限'] },
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
  checks: [
    { id: 'hangs-right', title: '层次对应', then: 'refuse', test: hangsRight },
    { id: 'overdue', title: '按期完成', then: 'warn', test: overdue },
    { id: 'finished-is-past', title: '完成日期不在将来', then: 'refuse', test: ({ values, today }) => (typeof values['finishedOn'] === 'string' && values['finishedOn'] > today ? '完成日期还没有到。' : undefined) },
  ],
  reminders: [{ id: 'due', title: '任务快到期', in: ['planned', 'doing'], due: { field: 'dueOn', before: 10 } }],
  counts: [
    ...levels.map((level) => ({ id: `${level}-laid-out`, title: `教育实践活动${titles[level]}数`, unit: level === 'action' ? '项' : '个', of: { what: 'opened' as const, where: { level } }, definition: `当期布置的${titles[level]}`, figures: [figure[level]] })),
    ...levels.map((level) => ({ id: `${level}-done-share`, title: `${titles[level]}完成率`, unit: '%', percent: true as const, rounding: { decimals: 1 }, of: { what: 'stock' as const, states: ['done'], where: { level } }, over: { what: 'stock' as const, where: { level } }, definition: `已完成的${titles[level]} ÷ 布置的${titles[level]}（不含取消、归档的）` })),
  ],
  targets: [{ id: 'actions', title: '计划的具体动作', count: 'action-laid-out' }],
  covers: ['S224'],
});
