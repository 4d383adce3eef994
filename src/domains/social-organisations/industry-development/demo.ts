import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const targets: readonly (readonly [target: string, unit: string, plan: number, baseline: number, planned: number, y2012: number, y2013: number])[] = [
  ['登记的社会组织总数', '个', 0, 1380, 2200, 1590, 1740], ['每万人社会组织数', '个', 0, 4.4, 7, 5, 5.5], ['获得3A以上等级的社会组织', '个', 0, 20, 120, 52, 88],
  ['登记的行业协会商会', '个', 1, 74, 110, 83, 92], ['行业协会商会与行政机关脱钩', '个', 1, 40, 74, 66, 74], ['每个专业镇有行业协会', '个', 1, 12, 18, 14, 15],
];
const industries = ['灯饰', '五金制品', '家电', '红木家具', '游戏游艺设备', '服装', '锁具', '印刷包装'];

/** Two plans for 2011–2015 with six targets; fifteen organisations on the key list, one of them done in September, one still a candidate; the reports of eight industries for 2013. */
export const records: readonly DemoRecords[] = [
  { register: 'organisation-plan', rows: (ground) => [plan(ground, '中山市社会组织发展“十二五”规划', 'organisations', '2011-09-20'), plan(ground, '中山市行业协会商会发展“十二五”规划', 'industry-associations', '2011-11-08')] },
  { register: 'plan-target', rows: (ground) => targets.map(([target, measureUnit, nth, baseline, planned, y2012, y2013]) => ({
    division: ground.city, openedOn: '2011-12-01',
    values: { target, plan: ground.link('organisation-plan', nth), measureUnit, direction: 'up', baseline: String(baseline), planned: String(planned), dueOn: '2015-12-31', owner: '市社会组织管理局' },
    states: y2013 >= planned ? [{ state: 'met', on: '2014-01-20' }] : [],
    entries: { progress: [{ on: '2012-12-31', values: { yearPlan: String(Math.round(baseline + (planned - baseline) * 0.4)), actual: String(y2012) } }, { on: '2013-12-31', values: { yearPlan: String(Math.round(baseline + (planned - baseline) * 0.6)), actual: String(y2013) } }] },
  })) },
  { register: 'key-organisation', rows: (ground) => Array.from({ length: 15 }, (_, at) => key(ground, at)) },
  { register: 'industry-report', rows: (ground) => industries.flatMap((industry, at) => [2013, 2014].map((year) => report(ground, industry, at, year))) },
];

const plan = (ground: DemoGround, title: string, topic: string, on: string): DemoRecord => ({
  division: ground.city, openedOn: '2011-03-15',
  values: { title, topic, startYear: 2011, endYear: 2015 },
  states: [{ state: 'issued', on, values: { issuedBy: '市民政局', issuedOn: on } }],
});

function key(ground: DemoGround, at: number): DemoRecord {
  const hub = at >= 10;
  return {
    division: ground.city, openedOn: '2014-03-05',
    values: { organisation: ground.link('organisation', at * 5 + 1), listKind: hub ? 'hub' : 'industry', ...(hub ? {} : { industry: (['smart-manufacturing', 'environment', 'new-energy', 'traditional', 'service'] as const)[at % 5] }) },
    states: at === 14 ? [] : [{ state: 'listed', on: '2014-04-10', values: { listedOn: '2014-04-10', why: hub ? '联系同类社会组织多，能带动服务。' : '产业发展需要，协会运作规范。', lookAgainOn: at % 4 === 0 ? '2014-11-20' : '2015-04-10' } }, ...(at === 0 ? [{ state: 'graduated', on: '2014-09-30' }] : [])],
    entries: at < 8 ? { support: [{ on: '2014-07-10', values: { kind: at % 2 === 0 ? 'money' : 'training', ...(at % 2 === 0 ? { amount: 5_000_000 } : {}), content: '年度培育' } }] } : {},
  };
}

function report(ground: DemoGround, industry: string, at: number, year: number): DemoRecord {
  const enterprises = 300 + ground.chance(`enterprises ${industry}`, 2400);
  const base = { industry, year, organisation: ground.link('organisation', at * 5 + 1), writer: '市社会组织研究院', dueOn: `${year + 1}-03-31` };
  if (year === 2014) return { division: ground.city, openedOn: '2014-10-20', values: base };
  return {
    division: ground.city, openedOn: '2013-12-10', values: base,
    states: [{ state: 'published', on: '2014-05-28', values: { enterprises, members: Math.round(enterprises * 0.3), employees: enterprises * 40, output: enterprises * 2_000_000_000, exports: enterprises * 600_000_000, standards: at % 3, publishedOn: '2014-05-28' } }],
  };
}
