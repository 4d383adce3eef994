import { defineRegister } from '../../../kernel/contract/register.ts';
import { project } from '../../../kernel/records/shapes/project.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

const shape = project({ agreed: '商定', started: '启动', completed: '完成' });

/** 对口帮扶项目: help for the social work of a partner region, step by step. */
export const partnerRegionProject = defineRegister({
  id: 'partner-region-project', title: '对口地区社会工作帮扶', unit: '个', series: 'HZ',
  purpose: '对口帮扶地区的社会工作项目：帮哪里、帮什么、花了多少、做到哪一步。',
  name: 'name',
  key: ['name', 'region'],
  fields: [
    { key: 'name', title: '项目名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 100 },
    { key: 'region', title: '对口地区', kind: 'text', required: true, listed: true, maxLength: 60, help: '如：贵州省黔南州' },
    { key: 'help', title: '帮扶方式', kind: 'choices', required: true, counted: true, options: [{ value: 'training', title: '培训人才' }, { value: 'supervision', title: '督导' }, { value: 'secondment', title: '选派社工' }, { value: 'money', title: '资金' }, { value: 'agency', title: '帮建机构' }] },
    organisation('承担机构', false),
    ...shape.fields, papers, note,
  ],
  states: shape.states,
  subRecords: [...shape.subRecords, {
    id: 'activities', title: '帮扶活动', unit: '次', day: '日期',
    fields: [{ key: 'content', title: '内容', kind: 'text', required: true, maxLength: 100 }, { key: 'people', title: '参加人次', kind: 'integer', unit: '人次', min: 0 }],
    totals: [{ key: 'activitiesHeld', title: '帮扶活动', unit: '次', as: 'count' }, { key: 'peopleTotal', title: '参加人次', unit: '人次', as: 'sum', of: 'people' }],
  }],
  derived: shape.derived ?? [],
  checks: shape.checks ?? [],
  reminders: shape.reminders ?? [],
  counts: [
    { id: 'projects', title: '对口帮扶社会工作项目', unit: '个', of: { what: 'stock' } },
    { id: 'activities', title: '帮扶活动', unit: '次', of: { what: 'entries', sub: 'activities' } },
    { id: 'paid', title: '当期支付帮扶资金', unit: '元', of: { what: 'entries', sub: 'funds', where: { kind: 'paid' }, sum: 'amount' } },
  ],
  covers: ['S126'],
});
