import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { registerAccounts, type AccountFacts } from './register-accounts.ts';
import { registerHouseholds, type HouseholdFacts, type RegisteredHousehold } from './register-households.ts';

export type { AccountFacts } from './register-accounts.ts';
export type { HouseholdFacts } from './register-households.ts';

/** 户: people living together, at an address, on a day: `registerHouseholds` for one. */
export async function registerHousehold(tx: Tx, by: CommandContext, facts: HouseholdFacts, reason: string): Promise<RegisteredHousehold> {
  const [household] = await registerHouseholds(tx, by, [facts], reason);
  return household as RegisteredHousehold;
}

/** The account a household is paid into; an earlier one in force ends the day before, its record closed, never changed. */
export async function registerAccount(tx: Tx, by: CommandContext, facts: AccountFacts): Promise<number> {
  const [id] = await registerAccounts(tx, by, [facts]);
  return id as number;
}
