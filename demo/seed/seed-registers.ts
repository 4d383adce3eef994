import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDivisionsOn, readDivisionData } from '../../src/kernel/registers/division/read-division-data.ts';
import { addMonths, monthOf } from '../../src/kernel/values/month.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import { DEMO_SEED, generatePopulation, REPORTED } from '../population/generate-population.ts';
import type { DemoHousehold } from '../population/demo-household.ts';
import { STANDARD_YUAN } from '../population/incomes.ts';
import { makeRosterWorkbook } from '../workbooks/make-roster.ts';
import { topUpFen } from '../workbooks/roster-lines.ts';
import type { DemoOffice } from './demo-office.ts';

/** First month this platform pays in the story; who was on the register before is taken over from the towns' rosters. */
export const FIRST_MONTH = '2014-07';

export interface DemoRegisters {
  /** Rosters of the towns, taken over on the first day. */
  readonly standing: readonly (readonly DemoHousehold[])[];
  /** Households that came on the register later in the year, by month. */
  readonly byMonth: ReadonlyMap<string, readonly DemoHousehold[]>;
  /** Everyone's id numbers, so that nobody is invented twice. */
  readonly idNumbers: ReadonlySet<string>;
}

/** `but`: who comes on the register by an application in the course of the story, so that the whole is as reported. */
export function inventRegisters(but: { readonly households: number; readonly persons: number }): DemoRegisters {
  const divisions = listDivisionsOn(readDivisionData(readFileSync(join(import.meta.dirname, '../../data/divisions/guangdong.csv'), 'utf8')), '2014-10-31' as never);
  const households = generatePopulation({
    seed: DEMO_SEED, divisions, households: REPORTED.households - but.households, persons: REPORTED.persons - but.persons,
  });
  const standing = households.filter((household) => comesOn(household) <= FIRST_MONTH);
  return {
    standing: [...Map.groupBy(standing, (household) => household.village.slice(0, 9)).values()],
    byMonth: Map.groupBy(households.filter((household) => comesOn(household) > FIRST_MONTH), comesOn),
    idNumbers: new Set(households.flatMap((household) => household.members.map((member) => member.idNumber))),
  };
}

/** A household with a child born in 2014 is on the list from the month after the birth: nobody is registered before being born. */
function comesOn(household: DemoHousehold): string {
  const months = household.members.map((member) => String(addMonths(monthOf(plainDate(member.birthDate)), 1)));
  return [household.since, ...months].reduce((latest, month) => (month > latest ? month : latest));
}

/** Takes a roster in as an office would: upload, and import what was promised. A fault in the invented roster is a refusal, and ends the story. */
export async function importRoster(office: Pick<DemoOffice, 'upload' | 'act' | 'work'>, households: readonly DemoHousehold[], month: string, place?: string): Promise<void> {
  const bytes = await makeRosterWorkbook(households, { month, merge: false, ...(place ? { place } : {}) });
  const file = await office.upload('approver', `${place ?? ''}${month}低保花名册.xlsx`, bytes);
  const expect = {
    households: households.length, persons: households.reduce((sum, household) => sum + household.members.length, 0),
    fen: households.reduce((sum, household) => sum + topUpFen(household, STANDARD_YUAN * 100), 0),
  };
  await office.act('approver', 'subsistence-allowance.import-roster', { file, expect, firstMonth: month });
  await office.work();
}
