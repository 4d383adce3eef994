import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const supporting = ['社会工作专业岗位设置办法', '社会工作人才教育培训办法', '社会工作专业技术职位评价办法', '社会工作人才专业服务薪酬指导', '政府购买社工服务办法', '“社工+义工”联动办法', '社会工作服务评估办法'];
const departments = ['市民政局', '市教育局', '市司法局', '市财政局', '市人社局', '市卫生局', '市残联', '团市委'];
const tasks = ['开发设置社工岗位', '社工纳入人才目录', '学校社工试点', '禁毒社工配备', '购买服务资金列入预算', '医务社工试点', '残障社工服务', '青少年事务社工', '社工继续教育', '社工薪酬指导价', '社工督导培养', '社工服务评估'];

/** A main paper and seven supporting ones, five issued and one late; twelve tasks; four meetings. */
export const records: readonly DemoRecords[] = [
  { register: 'social-work-document', rows: (ground) => [mainPaper(ground), ...supporting.map((title, at) => paper(ground, title, at))] },
  { register: 'social-work-task', rows: (ground) => tasks.map((task, at) => taskOf(ground, task, at)) },
  { register: 'lead-group-meeting', rows: (ground) => ['2013-12-12', '2014-04-16', '2014-08-21', '2014-12-10'].map((heldOn, at) => meeting(ground, heldOn, at)) },
];

const mainPaper = (ground: DemoGround): DemoRecord => ({
  division: ground.city, openedOn: '2013-05-06',
  values: { title: '关于加强社会工作人才队伍建设推进社会工作发展的意见', rank: 'main', jointWith: '市委组织部' },
  states: [{ state: 'issued', on: '2013-10-18', values: { issuedOn: '2013-10-18', documentNumber: '中委〔2013〕20号（演示）' } }],
});

function paper(ground: DemoGround, title: string, at: number): DemoRecord {
  const on = at < 2 ? '2013-12-20' : `2014-0${2 + at}-25`;
  return {
    division: ground.city, openedOn: '2013-11-01',
    values: { title, rank: 'supporting', mainDocument: ground.link('social-work-document', 0), orderNumber: at + 1, jointWith: departments[(at + 1) % departments.length], dueOn: at === 5 ? '2014-09-30' : at === 6 ? '2014-12-20' : on },
    states: at < 5 ? [{ state: 'issued', on, values: { issuedOn: on, documentNumber: `中民〔${on.slice(0, 4)}〕${40 + at}号（演示）` } }] : [],
  };
}

function taskOf(ground: DemoGround, task: string, at: number): DemoRecord {
  const done = at < 4;
  return {
    division: ground.city, openedOn: '2014-01-06',
    values: { task, document: ground.link('social-work-document', at % 6), leadDepartment: departments[at % departments.length], departments: ['civil-affairs', 'finance'], deadline: at === 4 ? '2014-10-15' : done ? '2014-09-30' : '2014-12-31' },
    states: [...(at < 9 ? [{ state: 'underway', on: '2014-02-10' }] : []), ...(done ? [{ state: 'done', on: '2014-09-12', values: { doneOn: '2014-09-12', result: '已按要求完成。' } }] : [])],
    entries: at < 9 ? { progress: [{ on: '2014-06-30', values: { department: departments[at % departments.length], report: '上半年进展顺利。', percent: done ? 80 : 45 } }] } : {},
  };
}

function meeting(ground: DemoGround, heldOn: string, at: number): DemoRecord {
  const held = at < 3;
  return {
    division: ground.city, openedOn: held ? heldOn : '2014-10-20',
    values: { subject: ['研究配套文件', '年度任务分工', '半年进展和经费', '全年总结'][at], edition: at + 1, heldOn, place: '市政府会议室', chair: ground.person(9400 + at, 54).name, ...(held ? { minutesNumber: `社工纪要〔${heldOn.slice(0, 4)}〕${at + 1}号（演示）` } : {}) },
    states: held ? [{ state: 'held', on: heldOn, values: { participants: 18 + at } }] : [],
    entries: held ? { departments: departments.map((department, n) => ({ on: heldOn, values: { department, attendee: ground.person(9410 + n, 45).name, absent: n === 7 && at === 1 } })), decisions: [{ on: heldOn, values: { decision: '明确各部门分工和期限。', owner: departments[at] ?? '市民政局', carriedOut: at < 2, ...(at === 1 ? { task: ground.link('social-work-task', 0) } : {}) } }] } : {},
  };
}
