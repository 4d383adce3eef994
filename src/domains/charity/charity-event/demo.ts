import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** The walk of every year, the first ride of 2014, a block of runners, and the first congress in preparation. */
export const records: readonly DemoRecords[] = [{ register: 'charity-event', rows: (ground) => [
  ...['2011-02-17', '2012-02-06', '2013-02-24', '2014-02-14'].map((on, at) => held(ground, { name: `${on.slice(0, 4)}年慈善万人行`, festival: 'walk', edition: 24 + at, on, participants: 9_600 + at * 400, cause: '助残助学' })),
  held(ground, { name: '首届自行车慈善行', festival: 'ride', edition: 1, on: '2014-05-18', participants: 620, cause: '山区学校自行车棚' }),
  held(ground, { name: '马拉松慈善方阵', festival: 'marathon', edition: 1, on: '2014-03-23', participants: 180, cause: '先心病儿童救助' }),
  { division: ground.city, openedOn: '2014-09-01', values: { name: '首届全市慈善大会', festival: 'congress', edition: 1, heldOn: '2014-12-20', quota: 500, signUpUntil: '2014-12-10', entry: 'free', note: '筹备：起草意见、评选、邀请' } },
] }];

interface Happened { readonly name: string; readonly festival: string; readonly edition: number; readonly on: string; readonly participants: number; readonly cause: string }

function held(ground: DemoGround, { name, festival, edition, on, participants, cause }: Happened): DemoRecord {
  const year = on.slice(0, 4);
  const teams = ground.towns.slice(0, 6);
  const each = Math.floor(participants / teams.length);
  const raised = teams.map((town, at) => ({ on, values: { source: at % 2 === 0 ? 'sponsor' : 'donation', amount: (40_000 + ground.chance(`${name} ${town.code}`, 160_000)) * 100, receipt: `${festival.toUpperCase()}${year}${String(at + 1).padStart(3, '0')}` } }));
  return {
    division: ground.city, openedOn: `${year}-01-05`,
    values: { name, festival, edition, heldOn: on, quota: participants + 400, signUpUntil: on, place: '孙文公园至紫马岭公园', entry: 'donation', fee: 10_000, cause, causeOwner: '市慈善会' },
    states: [{ state: 'held', on, values: { participants: each * teams.length } }],
    entries: {
      'sign-ups': teams.map((town) => ({ on: `${year}-01-20`, values: { team: `${town.name}方阵`, people: each + 10 } })),
      'check-ins': teams.map((town) => ({ on, values: { team: `${town.name}方阵`, people: each } })),
      raised,
      granted: [{ on: `${year}-06-30`, values: { amount: Math.floor(raised.reduce((sum, entry) => sum + entry.values.amount, 0) / 2), project: cause, paper: `慈拨〔${year}〕${edition}号` } }],
    },
  };
}
