import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';


/** Members a branch, as `branch-life` has them. */
const members = [26, 24, 21, 28, 16, 22, 19, 14, 9, 26];

function campaign(ground: DemoGround): DemoRecord[] {
  const branchOf = members.flatMap((many, branch) => Array.from({ length: many }, () => branch));
  return [{
    division: ground.city, openedOn: '2014-02-20',
    values: { title: '党的群众路线教育实践活动', batch: 2, startsOn: '2014-02-20', endsOn: '2014-12-31', issuedBy: '中共中央' },
    entries: { participants: branchOf.map((branch, nth) => ({ on: '2014-02-28', person: ground.person(4400 + nth, 25 + (nth % 35)), values: { branch: ground.link('party-branch', branch), leader: nth % 12 === 0 } })) },
  }];
}

const stages = [
  { title: '学习教育、听取意见', due: '2014-05-31', series: [['集中学习', 5], ['专题党课', 4], ['进村居听意见', 5]] },
  { title: '查摆问题、开展批评', due: '2014-08-31', series: [['谈心交心', 4], ['撰写对照检查', 5], ['专题民主生活会', 5]] },
  { title: '整改落实、建章立制', due: '2014-10-31', series: [['四风整治', 5], ['窗口服务改进', 5], ['制度清理和建设', 4]] },
] as const;

const series = () => stages.flatMap((stage, at) => stage.series.map(([title, actions]) => ({ title, actions, stage: at, due: stage.due })));
const done = (finishedOn: string) => [{ state: 'done', on: finishedOn, values: { finishedOn, proof: '方案、签到、照片、小结' } }];
const doing = (on: string) => [{ state: 'doing', on }];
const laidOut = '2014-02-26';

const stageRows = (ground: DemoGround): DemoRecord[] => stages.map((stage, at) => ({
  division: ground.city, openedOn: laidOut,
  values: { campaign: ground.link('education-campaign', 0), title: stage.title, dueOn: at === 2 ? '2014-12-31' : stage.due },
  states: at === 2 ? doing('2014-09-01') : done(stage.due),
}));

const seriesRows = (ground: DemoGround): DemoRecord[] => series().map((one, at) => ({
  division: ground.city, openedOn: laidOut,
  values: { stage: ground.link('campaign-stage', one.stage), title: one.title, dueOn: at === 8 ? '2014-11-30' : one.due },
  states: at === 8 ? doing('2014-09-10') : done(one.due),
}));

const actionRows = (ground: DemoGround): DemoRecord[] => series().flatMap((one, at) => Array.from({ length: one.actions }, (_, nth): DemoRecord => {
  const late = at === 8 && nth > 0;
  return {
    division: ground.city, openedOn: laidOut,
    values: { series: ground.link('campaign-series', at), title: `${one.title}：第${nth + 1}项`, owner: ground.person(4400 + at * 7 + nth, 40).name, branch: ground.link('party-branch', (at + nth) % 10), dueOn: late ? '2014-11-30' : one.due },
    states: late ? doing('2014-09-15') : done(`${one.due.slice(0, 8)}${String(10 + nth * 3).padStart(2, '0')}`),
  };
}));

/** 中山 2014: 10 branches, 205 members; 3 stages, 9 series, 42 actions, all but three done by the end of October. */
export const records: readonly DemoRecords[] = [{ register: 'education-campaign', rows: campaign }, { register: 'campaign-stage', rows: stageRows }, { register: 'campaign-series', rows: seriesRows }, { register: 'campaign-action', rows: actionRows }];
