import type pg from 'pg';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { roleTitle } from '../../src/kernel/access/roles.ts';
import { schemaOf } from '../../src/kernel/db/cities.ts';
import { DEMO_PASSWORD, demoStaff } from './staff.ts';

export interface SeedOptions { readonly databaseUrl: string; readonly dataDir: string; readonly owner: pg.Client; log(line: string): void }

/** First morning of the demo: its clock starts here and the months of 2014 are lived through by the same commands as any office uses. */
export const FIRST_DAY = '2014-01-02';

/** Fills the demo city once. Returns the lines that tell a visitor how to sign in. */
export async function seedDemo(options: SeedOptions): Promise<string[]> {
  await options.owner.query(`update ${schemaOf('442000')}.city set demo_day = $1`, [FIRST_DAY]);
  await openAccounts(options.owner);
  return [
    `演示账号，密码都是 ${DEMO_PASSWORD}（工作台：/workbench/）`,
    ...demoStaff.map((account) => `  ${account.login.padEnd(18)} ${roleTitle(account.role)}，${account.what}，${account.name}`),
  ];
}

/** The first accounts of an installation are opened with the rights of the owner; all later ones by an administrator. */
async function openAccounts(owner: pg.Client): Promise<void> {
  const password = await hashPassword(DEMO_PASSWORD);
  for (const account of demoStaff) {
    const s = schemaOf(account.city);
    await owner.query(
      `with a as (insert into ${s}.account (login, name, kind, password, command_id) values ($1, $2, 'staff', $3, null) returning id)
       insert into ${s}.post (account_id, role, division_id, valid_from, command_id) select a.id, $4, d.id, '2010-01-01', null from a, ${s}.division d where d.code = $5 and d.valid_from <= '2014-01-01' and (d.valid_to is null or d.valid_to > '2014-01-01')`,
      [account.login, account.name, password, account.role, account.division]);
  }
}
