import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const kinds = ['community', 'enterprise', 'rural', 'migrants'] as const;
const words = { community: '社区社工服务点', enterprise: '企业家庭服务中心', rural: '农村社工服务点', migrants: '异地务工人员社工服务点' } as const;

/** One site in each town, four kinds in turn; two closed again, one still to open. */
export const records: readonly DemoRecords[] = [{ register: 'outreach-site', rows: (ground) => ground.towns.slice(0, 24).map((town, at) => site(ground, town, at)) }];

function site(ground: DemoGround, town: DemoGround['towns'][number], at: number): DemoRecord {
  const kind = kinds[at % kinds.length] ?? 'community';
  const startsOn = at % 3 === 0 ? `2013-0${3 + (at % 6)}-10` : `2014-0${2 + (at % 7)}-10`;
  const base = { name: `${town.name}${words[kind]}`, kind, ...(kind === 'enterprise' ? { host: `${town.name}工业园` } : {}), workers: 1 + (at % 3) };
  if (at === 23) return { division: town.code, openedOn: '2014-10-08', values: base };
  const closed = at === 9 || at === 18;
  return {
    division: town.code, openedOn: startsOn, values: base,
    states: [
      { state: 'open', on: startsOn, values: { parent: ground.link('facility', at % 12), startsOn, address: `${town.name}中心路`, hours: '周二至周六 10:00—18:00', organisation: ground.link('organisation', at % 40), point: ground.point(town.code) } },
      ...(closed ? [{ state: 'closed', on: '2014-07-31', values: { stoppedOn: '2014-07-31' } }] : []),
    ],
    entries: closed ? {} : { services: ['2014-10-10', '2014-10-17', '2014-10-24'].flatMap((on, n) => [{ on, values: { kind: 'activity', personTimes: 12 + ground.chance(`${town.code} ${on}`, 30), countedAtCentre: n === 2, content: '社区活动' } }, { on, person: ground.person(8500 + at * 3 + n, 45 + n), values: { kind: 'visit', personTimes: 1, countedAtCentre: false } }]) },
  };
}
