import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** Twenty-eight tasks of two years: recruits in September and December, units passing, veterans in November; the next one is notified for December 2014. */
export const records: readonly DemoRecords[] = [{ register: 'military-supply-task', rows: (ground) => [
  ...Array.from({ length: 28 }, (_none, at) => task(ground, at)),
  { division: ground.city, openedOn: '2014-10-31', values: { planNumber: '演示〔2014〕29号', kind: 'passing', arrivesOn: '2014-11-05', train: '某次军列', unitName: '某部', plannedPeople: 240, plannedMeals: 2 } },
] }];

function task(ground: DemoGround, at: number): DemoRecord {
  const year = at < 13 ? 2013 : 2014;
  const month = year === 2013 ? at % 12 : (at - 13) % 10;
  const on = `${year}-${String(month + 1).padStart(2, '0')}-${String(4 + (at % 20)).padStart(2, '0')}`;
  const kind = month === 8 || month === 11 ? 'recruits' : month === 10 ? 'veterans' : 'passing';
  const planned = kind === 'recruits' ? 380 : 90 + ground.chance(`supply ${at}`, 200);
  const served = planned - (at % 4);
  const cost = served * 2 * 1_200;
  const notified = `${on.slice(0, 8)}01`;
  return {
    division: ground.city, openedOn: notified,
    values: { planNumber: `演示〔${year}〕${at + 1}号`, kind, arrivesOn: on, train: '某次军列', unitName: '某部', plannedPeople: planned, plannedMeals: 2 },
    states: [
      { state: 'ready', on: `${on.slice(0, 8)}${String(Number(on.slice(8)) - 1).padStart(2, '0')}` }, { state: 'served', on, values: { servedPeople: served, charge: cost } },
      ...(at > 25 ? [] : [{ state: 'settled', on: `${on.slice(0, 8)}28`, values: { chargePaid: cost } }]),
    ],
    entries: {
      readiness: ['staff', 'food', 'hygiene'].map((subject) => ({ on: notified, values: { subject, outcome: 'ready', checkedBy: '值班班长' } })),
      meals: ['lunch', 'supper'].map((meal) => ({ on, values: { meal, people: served, cost: served * 1_200 } })),
    },
  };
}
