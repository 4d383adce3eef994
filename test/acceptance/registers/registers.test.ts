import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDemoRecords } from '../../../demo/records/plant-records.ts';
import { loadDeclaredRegisters } from '../../../src/kernel/records/load-registers.ts';
import { openRegisterOffice, type RegisterOffice } from './register-office.ts';
import { walkRegister } from './walk-register.ts';

/** Every register there is, those of a later day too: kept, changed, corrected, counted as of a past day, the count opened. */
const homes = [...(await loadDeclaredRegisters()).values()];
let office: RegisterOffice;

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); }, 240_000);
afterAll(() => office.close());

for (const home of homes) {
  const { register } = home;
  const ids = register.covers.map((id) => `[${id}]`).join(' ');
  describe(`${ids} 台账“${register.title}”`, () => {
    test('登记、变更、更正、转状态，历史都在；过去那一天照那时数；数点得开', () => walkRegister(office, home), 60_000);
  });
}

test('[S044] 镇区覆盖率：有中心的镇街 ÷ 全市镇街，在这一期的最后一天', async () => {
  const statistician = await office.bureau.at('statistician', '442000');
  const figure = await office.bureau.see(statistician, 'statistics.get-figure', { id: 'home-care-centre.town-coverage', from: '2014-01-01', to: '2014-11-04' });
  expect(figure['all']).toMatchObject({ weight: office.ground.towns.length, value: Math.round((17 / office.ground.towns.length) * 1000) / 10 });
  const years = await Promise.all(['new-city-pilot', 'new-town-pilot'].map((id) => office.bureau.see(statistician, 'statistics.get-figure', { id: `home-care-centre.${id}`, from: '2014-01-01', to: '2015-01-01' })));
  expect(years.map((one) => one['all']['value'])).toEqual([3, 5]);
});

test('台账不少于目录里声明的', () => { expect(homes.length).toBeGreaterThan(3); });
