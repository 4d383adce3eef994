import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const brands = [['情暖夕阳', 'elderly'], ['邻里互助', 'neighbours'], ['四点半课堂', 'children'], ['伴你同行', 'disabled'], ['绿色家园', 'environment'], ['新老中山人一家亲', 'migrants'], ['爱心理发', 'elderly'], ['周末家电维修', 'neighbours']] as const;
const skills = ['care', 'teaching', 'medical', 'repair', 'arts', 'driving'] as const;

/** Eight brands; 240 volunteers, 150 of them of this year. */
export const records: readonly DemoRecords[] = [
  { register: 'volunteer-brand', rows: (ground) => brands.map(([name, theme], at) => brand(ground, name, theme, at)) },
  { register: 'brand-volunteer', rows: (ground) => Array.from({ length: 240 }, (_, at) => volunteer(ground, at)) },
];

function brand(ground: DemoGround, name: string, theme: string, at: number): DemoRecord {
  const launchedOn = `201${2 + (at % 2)}-0${3 + (at % 6)}-05`;
  return {
    division: at < 2 ? ground.city : ground.towns[at]?.code ?? ground.city, openedOn: launchedOn,
    values: { name, theme, scope: at < 2 ? 'city' : 'town', launchedOn, organisation: ground.link('organisation', at), socialWorker: ground.person(8600 + at, 30).name, contactName: ground.person(8610 + at, 40).name },
    states: [{ state: 'running', on: launchedOn }],
    entries: { services: ['2014-08-16', '2014-09-13', '2014-10-02', '2014-10-18'].map((on) => ({ on, values: { content: `${name}活动`, volunteers: 14 + ground.chance(`${name} ${on}`, 20), hours: String(42 + ground.chance(`hours ${name} ${on}`, 60)), served: 30 + ground.chance(`served ${name} ${on}`, 80) } })) },
  };
}

function volunteer(ground: DemoGround, at: number): DemoRecord {
  const joinedOn = `${at < 90 ? 2013 : 2014}-${String(3 + (at % 8)).padStart(2, '0')}-${String(1 + (at % 27)).padStart(2, '0')}`;
  return {
    division: ground.towns[at % ground.towns.length]?.code ?? ground.city, openedOn: joinedOn, person: ground.person(8700 + at, 20 + (at % 50)),
    values: { brand: ground.link('volunteer-brand', at % brands.length), joinedOn, volunteerNumber: `BA${String(10_000 + at)}`, skills: [skills[at % skills.length]] },
    states: at % 40 === 0 ? [{ state: 'left', on: '2014-10-31', values: { leftOn: '2014-10-31' } }] : [],
  };
}
