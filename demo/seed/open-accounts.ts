import type pg from 'pg';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { schemaOf } from '../../src/kernel/db/cities.ts';
import { DEMO_PASSWORD, demoStaff } from './staff.ts';

/** The first accounts of an installation are opened with the rights of the owner; all later ones by an administrator. */
export async function openAccounts(owner: pg.Client, cities?: readonly string[]): Promise<void> {
  const password = await hashPassword(DEMO_PASSWORD);
  for (const account of demoStaff.filter((one) => cities?.includes(one.city) ?? true)) {
    const s = schemaOf(account.city);
    await owner.query(
      `with a as (insert into ${s}.account (login, name, kind, password, command_id) values ($1, $2, 'staff', $3, null) returning id)
       insert into ${s}.post (account_id, role, division_id, valid_from, command_id) select a.id, $4, d.id, '2010-01-01', null from a, ${s}.division d where d.code = $5 and d.valid_from <= '2014-01-01' and (d.valid_to is null or d.valid_to > '2014-01-01')`,
      [account.login, account.name, password, account.role, account.division]);
  }
}
