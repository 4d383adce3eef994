import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** 中山 2014: 10 branches, 205 members; 3 stages, 9 series, 42 actions, all but three done by the end of October. */
export const records: readonly DemoRecords[] = [{ register: 'education-campaign', rows: campaign }, { register: 'campaign-node', rows: tree }];

/** Members a branch, as `party-life` has them. */
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

function tree(ground: DemoGround): DemoRecord[] {
  const series = stages.flatMap((stage, at) => stage.series.map(([title, actions]) => ({ title, actions, stage: at, due: stage.due })));
  const common = { campaign: ground.link('education-campaign', 0) };
  const done = (finishedOn: string) => [{ state: 'done', on: finishedOn, values: { finishedOn, proof: '方案、签到、照片、小结' } }];
  const action = (one: (typeof series)[number], at: number, nth: number): DemoRecord => {
    const late = at === 8 && nth > 0;
    return {
      division: ground.city, openedOn: '2014-02-26',
      values: { ...common, title: `${one.title}：第${nth + 1}项`, level: 'action', under: ground.link('campaign-node', 3 + at), owner: ground.person(4400 + at * 7 + nth, 40).name, branch: ground.link('party-branch', (at + nth) % 10), dueOn: late ? '2014-11-30' : one.due },
      states: late ? [{ state: 'doing', on: '2014-09-15' }] : done(`${one.due.slice(0, 8)}${String(10 + nth * 3).padStart(2, '0')}`),
    };
  };
  return [
    ...stages.map((stage, at): DemoRecord => ({ division: ground.city, openedOn: '2014-02-26', values: { ...common, title: stage.title, level: 'stage', dueOn: at === 2 ? '2014-12-31' : stage.due }, states: at === 2 ? [{ state: 'doing', on: '2014-09-01' }] : done(stage.due) })),
    ...series.map((one, at): DemoRecord => ({ division: ground.city, openedOn: '2014-02-26', values: { ...common, title: one.title, level: 'series', under: ground.link('campaign-node', one.stage), dueOn: at === 8 ? '2014-11-30' : one.due }, states: at === 8 ? [{ state: 'doing', on: '2014-09-10' }] : done(one.due) })),
    ...series.flatMap((one, at) => Array.from({ length: one.actions }, (_, nth) => action(one, at, nth))),
  ];
}
