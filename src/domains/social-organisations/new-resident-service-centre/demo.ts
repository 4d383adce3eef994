import { demoChambers, type DemoChamber } from './chambers.ts';
import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const kinds = ['mutual-aid', 'culture', 'fellowship', 'relief'] as const;
const doings = { 'mutual-aid': '老乡互助求职', culture: '老乡篮球赛', fellowship: '社区邻里联谊', relief: '看望患病老乡' } as const;

/** 中山 2014: forty centres in operation, each of a chamber; those of 2013 were looked at in January. */
export const records: readonly DemoRecords[] = [{ register: 'new-resident-service-centre', rows: (ground) => demoChambers(ground).map((one, at) => centre(ground, one, at)) }];

function centre(ground: DemoGround, chamber: DemoChamber, at: number): DemoRecord {
  const { town } = chamber;
  const openedOn = at < 12 ? `2013-${String(4 + (at % 8)).padStart(2, '0')}-16` : `2014-${String(2 + (at % 8)).padStart(2, '0')}-18`;
  return {
    division: town?.code ?? ground.city, openedOn,
    values: { name: `${chamber.name}新中山人服务中心`, organisation: ground.link('organisation', ground.towns.length * 5 + at), homePlace: chamber.home, volunteers: 20 + ground.chance(`volunteers ${at}`, 60), hours: '周一至周五 9:00—17:30', point: ground.point(town?.code ?? ground.city) },
    states: [{ state: 'operating', on: openedOn, values: { chamberRegistered: chamber.certificate, rulesAdoptedOn: openedOn, head: ground.person(8300 + at, 48).name, staff: 2 + (at % 4), address: `${town?.name ?? ''}商会办公楼二层` } }],
    entries: {
      activities: kinds.slice(0, 2 + (at % 3)).map((kind, n) => ({ on: `2014-10-${String(11 + n * 4).padStart(2, '0')}`, values: { kind, activity: doings[kind], served: 20 + ground.chance(`served ${at} ${kind}`, 120), ...(kind === 'relief' ? { given: 200_000 } : {}) } })),
      reviews: at < 12 ? [{ on: '2014-01-15', values: { year: 2013, round: 'yearly', result: at === 7 ? 'improve' : 'passed', reviewer: ground.person(8390, 45).name } }] : [],
    },
  };
}
