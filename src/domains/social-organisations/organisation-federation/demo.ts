import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const lectures = ['社会组织参与社会治理', '社会组织法人治理', '项目设计与筹资', '行业自律与诚信', '承接政府职能转移', '新媒体与社会组织传播'];
const tasks = ['社会组织发展指数研究', '异地商会服务机制研究', '社会组织承接职能转移评估', '社区社会组织备案管理研究', '行业协会商会脱钩后的监管'];

/** A federation and an institute of the city, federations of three towns (one of them this year), their members, the forum, the institute's tasks. */
export const records: readonly DemoRecords[] = [
  { register: 'organisation-federation', rows: (ground) => [federation(ground, '市社会组织联合会', 'federation', undefined, '2013-06-18'), federation(ground, '市社会组织研究院', 'institute', undefined, '2013-11-20'), ...ground.towns.slice(0, 3).map((town, at) => federation(ground, `${town.name}社区社会组织联合会`, 'federation', town.code, at === 2 ? '2014-06-12' : '2013-09-10'))] },
  { register: 'federation-member', rows: (ground) => Array.from({ length: 60 }, (_, at) => member(ground, at)) },
  { register: 'organisation-forum', rows: (ground) => lectures.map((topic, at) => session(ground, topic, at)) },
  { register: 'organisation-research', rows: (ground) => tasks.map((title, at) => task(ground, title, at)) },
];

const federation = (ground: DemoGround, name: string, kind: string, town: string | undefined, on: string): DemoRecord => ({
  division: town ?? ground.city, openedOn: on,
  values: { name, kind, level: town === undefined ? 'city' : 'town', establishedOn: on, president: ground.person(7800 + ground.chance(name, 40), 55).name, termEnds: `${Number(on.slice(0, 4)) + 4}${on.slice(4)}`, address: '社会组织培育基地' },
  states: [{ state: 'working', on }],
});

function member(ground: DemoGround, at: number): DemoRecord {
  const inTown = at >= 36;
  const nth = inTown ? 2 + ((at - 36) % 3) : 0;
  const joinedOn = nth === 4 ? '2014-06-12' : `2013-${at % 2 === 0 ? '10' : '12'}-15`;
  const leaves = at === 0 || at === 23;
  return {
    division: inTown ? (ground.towns[nth - 2]?.code ?? ground.city) : ground.city, openedOn: joinedOn,
    values: { organisation: ground.link('organisation', at), federation: ground.link('organisation-federation', nth), level: inTown ? 'filed' : 'city', rank: at === 1 || at === 36 ? 'president' : at % 9 === 0 ? 'vice-president' : at % 4 === 0 ? 'council' : 'member', joinedOn },
    states: leaves ? [{ state: 'left', on: '2014-07-01', values: { leftOn: '2014-07-01' } }] : [],
  };
}

function session(ground: DemoGround, topic: string, at: number): DemoRecord {
  const held = at < 5;
  const heldOn = ['2014-03-13', '2014-05-15', '2014-06-26', '2014-08-21', '2014-10-23', '2014-12-11'][at] ?? '2014-12-11';
  return {
    division: ground.city, openedOn: '2014-02-20',
    values: { topic, edition: at + 1, heldOn, place: '社会组织培育基地报告厅', quota: 150, host: ground.link('organisation-federation', 0) },
    states: held ? [{ state: 'held', on: heldOn, values: { participants: 96 + ground.chance(topic, 50) } }] : [],
    entries: held ? { speakers: [{ on: heldOn, values: { speaker: ground.person(7850 + at, 52).name, post: '高校公共管理学院教授', lecture: topic } }], attendance: Array.from({ length: 8 }, (_, n) => ({ on: heldOn, values: { organisation: ground.link('organisation', at * 8 + n), heads: 2 + ((n + at) % 4) } })) } : {},
  };
}

function task(ground: DemoGround, title: string, at: number): DemoRecord {
  const done = at < 2;
  return {
    division: ground.city, openedOn: '2014-01-15',
    values: { title, institute: ground.link('organisation-federation', 1), commissioner: '市民政局', leader: ground.person(7870 + at, 44).name, fee: 4_000_000 + at * 1_000_000, startsOn: '2014-02-10', due: done ? '2014-08-31' : '2014-12-20' },
    states: [{ state: 'running', on: '2014-02-10' }, ...(done ? [{ state: 'delivered', on: '2014-08-28', values: { deliveredOn: '2014-08-28' } }] : [])],
    entries: done ? { outputs: [{ on: '2014-08-25', values: { kind: 'report', heading: `${title}报告`, adopted: at === 0, ...(at === 0 ? { adoptedBy: '市民政局' } : {}) } }] } : {},
  };
}
