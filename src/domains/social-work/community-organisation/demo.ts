import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const teams = [['邻里互助会', 'mutual-aid'], ['广场舞队', 'culture'], ['曲艺社', 'culture'], ['老街坊调解队', 'mediation'], ['巡逻护村队', 'environment'], ['爱心妈妈团', 'charity'], ['居民议事会', 'governance']] as const;

/** Sixty teams: a third cultivated, a third filed, some registered, a few not helped yet, one dissolved. */
export const records: readonly DemoRecords[] = [{ register: 'community-organisation', rows: (ground) => Array.from({ length: 60 }, (_, at) => team(ground, at)) }];

function team(ground: DemoGround, at: number): DemoRecord {
  const village = ground.villages[(at * 4) % ground.villages.length];
  const [name, kind] = teams[at % teams.length] ?? teams[0];
  const formedOn = `2013-0${1 + (at % 9)}-12`;
  const helped = at % 10 !== 9;
  const filed = at % 2 === 0 && helped;
  const registered = filed && at % 12 === 0;
  return {
    division: village?.code ?? ground.city, openedOn: formedOn,
    values: { name: `${village?.name.replace(/(社区|村)?(居民|村民)?委员会$/, '') ?? ''}${name}`, kind, formedOn, size: 8 + ground.chance(`size ${at}`, 40), guidedBy: '社区居委会', contactName: ground.person(9200 + at, 52).name },
    states: [
      ...(helped ? [{ state: 'cultivated', on: '2013-11-15', values: { supportedOn: '2013-11-10', supportedBy: village?.townName ?? '镇街' } }] : []),
      ...(filed ? [{ state: 'filed', on: '2014-04-22', values: { filingNumber: `社备〔2014〕${at + 1}号（演示）`, filedOn: '2014-04-22' } }] : []),
      ...(registered ? [{ state: 'registered', on: '2014-09-18', values: { organisation: ground.link('organisation', at), registeredOn: '2014-09-18' } }] : []),
      ...(at === 41 ? [{ state: 'dissolved', on: '2014-08-30', values: { endedBecause: '队员搬离，自行解散' } }] : []),
    ],
    entries: {
      founders: [{ on: formedOn, person: ground.person(9200 + at, 52), values: { duty: 'head' } }, { on: formedOn, person: ground.person(9270 + at, 47), values: { duty: 'founder' } }],
      support: helped ? [{ on: '2013-11-10', values: { kind: at % 3 === 0 ? 'money' : 'guidance', ...(at % 3 === 0 ? { amount: 300_000 } : {}), givenBy: village?.townName ?? '镇街' } }] : [],
      activities: at % 3 === 2 ? [] : [{ on: '2014-05-18', values: { content: name, people: 20 + ground.chance(`may ${at}`, 50) } }, { on: '2014-07-20', values: { content: name, people: 20 + ground.chance(`july ${at}`, 50) } }],
    },
  };
}
