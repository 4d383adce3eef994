import type { Register, RegisterField } from '../../contract/register.ts';

type Part = Pick<Register, 'states' | 'checks'> & { readonly fields: readonly RegisterField[] };

/** 活动: an edition that follows the last one (首届, 第二十一届), its day, who came and what was raised. */
export const event: Part = {
  fields: [
    { key: 'edition', title: '届次', kind: 'integer', min: 1, max: 999, listed: true, columns: ['第几届'] },
    { key: 'heldOn', title: '举办日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['时间', '活动日期'] },
    { key: 'place', title: '地点', kind: 'text' },
    { key: 'quota', title: '名额', kind: 'integer', min: 1 },
    { key: 'participants', title: '参加人数', kind: 'integer', min: 0, listed: true, columns: ['参与人数', '参加人次'] },
  ],
  states: {
    planned: { title: '计划', before: true },
    held: { title: '已举办', from: ['planned'], needs: ['participants'] },
    cancelled: { title: '取消', ends: true },
  },
  checks: [{ id: 'within-quota', title: '参加人数不超过名额', then: 'warn', test: { left: 'participants', is: '<=', right: 'quota', sentence: '参加人数超过了名额。' } }],
};
