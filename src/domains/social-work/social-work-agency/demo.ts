import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const fields = ['family', 'elderly', 'youth', 'disabled', 'correction', 'school', 'enterprise'] as const;

/** 中山 2014: 43 agencies, nine of them registered this year. */
export const records: readonly DemoRecords[] = [{ register: 'social-work-agency', rows: (ground) => Array.from({ length: 43 }, (_, at) => agency(ground, at)) }];

/** Service organisations among the demo's five a town: the first of each, then the third. */
const serviceOrganisation = (at: number): number => (at % 24) * 5 + (at < 24 ? 0 : 2);

function agency(ground: DemoGround, at: number): DemoRecord {
  const isNew = at >= 34;
  const registeredOn = isNew ? `2014-0${1 + (at - 34)}-16` : `${2009 + (at % 5)}-${String(1 + (at % 12)).padStart(2, '0')}-12`;
  const staff = 12 + ground.chance(`staff ${at}`, 90);
  const government = 80_000_000 + ground.chance(`government ${at}`, 400) * 1_000_000;
  const income = { government, donation: Math.round(government / 20), fees: Math.round(government / 30) };
  return {
    division: ground.towns[at % ground.towns.length]?.code ?? ground.city, openedOn: registeredOn,
    values: {
      organisation: ground.link('organisation', serviceOrganisation(at)), registrar: 'city', fields: [fields[at % fields.length], fields[(at + 2) % fields.length]], staff, socialWorkers: Math.round(staff * 0.6), supervisors: at % 4,
      ...(at < 10 ? { grade: ['5a', '4a', '3a'][at % 3] } : {}), contactName: ground.person(8400 + at, 36).name,
    },
    states: [{ state: 'registered', on: registeredOn, values: { registeredOn } }],
    entries: {
      contracts: isNew ? [] : [{ on: '2014-01-10', values: { purchaser: `${ground.towns[at % ground.towns.length]?.name ?? ''}`, kind: (['comprehensive', 'special', 'post'] as const)[at % 3], amount: Math.round(government * 0.8), endsOn: '2014-12-31' } }],
      assets: at % 6 === 0 ? [{ on: registeredOn, values: { kind: at === 0 ? 'premises' : 'equipment', asset: at === 0 ? '办公用房' : '康复器材', worth: at === 0 ? 120_000_000 : 3_500_000, held: true } }] : [],
      income: isNew ? [] : Object.entries(income).map(([source, amount]) => ({ on: '2013-12-31', values: { source, amount } })),
    },
  };
}
