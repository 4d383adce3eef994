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

test('台账不少于目录里声明的', () => { expect(homes.length).toBeGreaterThan(3); expect(expect.getState().currentTestName).toBeDefined(); });
