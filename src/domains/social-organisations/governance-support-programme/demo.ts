import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const PROJECTS = 36;
const themes = ['community', 'elderly', 'youth', 'disabled', 'migrant-workers', 'mediation', 'environment'] as const;
const words: Readonly<Record<(typeof themes)[number], string>> = { community: '邻里互助社区营造', elderly: '长者生命故事', youth: '青少年成长伙伴', disabled: '残障人士就业支持', 'migrant-workers': '新市民融入', mediation: '和谐邻里调解', environment: '绿色社区' };

/** What a project is granted, in 分: between 6 and 9 万元, so that 36 stay within 300 万元. */
const agreedFen = (ground: DemoGround, at: number): number => 6_000_000 + ground.chance(`agreed ${at}`, 5) * 500_000;

/** 中山 2014: 300 万元, 36 projects, the first instalment paid to all, the second to half. */
export const records: readonly DemoRecords[] = [
  { register: 'governance-support-programme', rows: (ground) => [programme(ground)] },
  { register: 'governance-support-project', rows: (ground) => Array.from({ length: PROJECTS }, (_, at) => project(ground, at)) },
];

function programme(ground: DemoGround): DemoRecord {
  const pay = (at: number, on: string, instalment: string) => ({ on, values: { project: ground.link('governance-support-project', at), instalment, amount: agreedFen(ground, at) / 2 } });
  return {
    division: ground.city, openedOn: '2014-03-03',
    values: { name: '“益路同行助力民生”扶持社会组织参与社会治理活动', year: 2014, budget: 300_000_000, budgetLine: '社会组织发展专项资金', documentNumber: '中民〔2014〕28号（演示）', issuedBy: '市民政局', issuedOn: '2014-03-20', applyUntil: '2014-04-30' },
    states: [{ state: 'committed', on: '2014-03-24' }],
    entries: { payments: [...Array.from({ length: PROJECTS }, (_, at) => pay(at, '2014-06-10', 'first')), ...Array.from({ length: PROJECTS / 2 }, (_, at) => pay(at * 2, '2014-10-15', 'middle'))] },
  };
}

function project(ground: DemoGround, at: number): DemoRecord {
  const theme = themes[at % themes.length] ?? 'community';
  const town = ground.towns[at % ground.towns.length];
  const agreed = agreedFen(ground, at);
  return {
    division: town?.code ?? ground.city, openedOn: '2014-04-21',
    values: { name: `${town?.name ?? ''}${words[theme]}计划`, programme: ground.link('governance-support-programme', 0), organisation: ground.link('organisation', at), theme, agreed, startsOn: '2014-06-01', endsOn: '2015-05-31', planServed: 200 + ground.chance(`plan ${at}`, 400), contactName: ground.person(7700 + at, 33).name },
    states: [{ state: 'running', on: '2014-05-26' }],
    entries: {
      milestones: [
        { on: '2014-05-26', values: { step: '启动并完成需求调查', due: '2014-07-31', instalment: agreed / 2, accepted: true, doneOn: '2014-07-25' } },
        { on: '2014-05-26', values: { step: '中期评估', due: '2014-10-31', instalment: agreed / 2, accepted: at % 2 === 0, ...(at % 2 === 0 ? { doneOn: '2014-10-10' } : {}) } },
        { on: '2014-05-26', values: { step: '结项评估', due: '2015-05-31', instalment: 0, accepted: false } },
      ],
      services: ['2014-07-19', '2014-08-23', '2014-09-20', '2014-10-18'].map((on) => ({ on, values: { activity: words[theme], served: 15 + ground.chance(`served ${at} ${on}`, 60) } })),
    },
  };
}
