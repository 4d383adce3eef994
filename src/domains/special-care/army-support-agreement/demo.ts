import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** Of the demo's organisations, five a town, the second is an association and the fourth an enterprise. Associations of trade and of light and furniture makers, then those of volunteers. */
const traders = [2, 3, 4, 8, 9, 10, 14].map((town) => town * 5 + 1);
const volunteers = [5, 11, 17, 23].map((town) => town * 5 + 1);

/** 中山 2014: seven chambers and trade associations signed in the year; beside them firms of 2014 and agreements of earlier years. Units are invented. */
export const records: readonly DemoRecords[] = [{ register: 'army-support-agreement', rows: (ground) => [
  ...traders.map((party, at) => signed(ground, party, at % 3 === 0 ? 'chamber' : 'trade-association', `2014-0${3 + (at % 6)}-1${at}`, at)),
  ...Array.from({ length: 6 }, (_none, at) => signed(ground, at * 5 + 3, 'enterprise', `2014-0${7 + (at % 2)}-2${at}`, at + 7)),
  ...volunteers.map((party, at) => signed(ground, party, 'social-organisation', `2012-1${at % 3}-0${at + 1}`, at + 13)),
] }];

function signed(ground: DemoGround, party: number, partyKind: string, on: string, at: number): DemoRecord {
  const years = on < '2013' ? 2 : 3;
  const endsOn = `${Number(on.slice(0, 4)) + years}${on.slice(4)}`;
  const ended = endsOn < '2014-10-15';
  return {
    division: at < 7 ? ground.city : (ground.towns[at % ground.towns.length]?.code ?? ground.city), openedOn: on,
    values: { name: `与驻市某部${1 + (at % 6)}分队共建协议（${on.slice(0, 4)}-${at + 1}）`, organisation: ground.link('organisation', party), partyKind, unitName: `驻市某部${1 + (at % 6)}分队`, items: at % 2 === 0 ? ['visits', 'jobs', 'facilities'] : ['visits', 'schools', 'culture'], promised: (20_000 + ground.chance(`promised ${at}`, 80_000)) * 100, signedOn: on, startsOn: on, endsOn, renewals: 0 },
    states: ended ? [{ state: 'ended', on: endsOn }] : [],
    entries: { activities: [{ on: on < '2013' ? '2013-08-01' : '2014-09-28', values: { item: 'visits', did: '走访慰问', people: 30 + (at % 20), aid: (5_000 + at * 400) * 100 } }] },
  };
}
