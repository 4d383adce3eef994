import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { defineCommand } from '../../src/kernel/contract/door.ts';
import { command, type CommandContext } from '../../src/kernel/db/command.ts';
import type { City } from '../../src/kernel/db/city.ts';
import type { Tx } from '../../src/kernel/db/tx.ts';
import { registerHousehold } from '../../src/kernel/registers/household/register-household.ts';
import { registerPerson } from '../../src/kernel/registers/person/register-person.ts';
import { idCardCheckDigit } from '../../src/kernel/values/id-card-number.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';

/** A household with its grant, as the kernel's rooms would leave it. */
export interface Planted { readonly household: number; readonly number: string; readonly persons: readonly number[]; readonly grant: number; readonly version: number; readonly division: number; readonly hukouKind: 'urban' | 'rural'; readonly fen: number }
export interface Plan { readonly division: number; readonly hukouKind: 'urban' | 'rural'; readonly names: readonly string[]; readonly firstMonth: string; readonly fen: number }

/** Does something inside a command, so that it gets a number and is sealed. */
export async function asCommand<T>(city: City, caller: Caller, run: (tx: Tx, by: CommandContext) => Promise<T>): Promise<T> {
  const outcome = await command(city, caller, defineCommand({ id: 'test.plant', title: '种', allow: { staff: true }, input: z.strictObject({}), run: (tx, _input, by) => run(tx, by) }), {}, { key: randomUUID() });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refused));
  return outcome.result as T;
}

let serial = 0;
export const inventedNumber = (n: number): string => {
  const head = `442099${1930 + (Math.floor(n / 9990) % 70)}0101${String(10 + (n % 990)).padStart(3, '0')}`;
  return head + idCardCheckDigit(head);
};

export async function plantHousehold(tx: Tx, by: CommandContext, plan: Plan): Promise<Planted> {
  const persons: number[] = [];
  for (const name of plan.names) {
    serial += 1;
    persons.push((await registerPerson(tx, by, {
      name, sex: 'female', birthDate: '1958-01-02' as PlainDate, hukouKind: plan.hukouKind, hukouDivisionId: plan.division, residenceDivisionId: plan.division, handlingDivisionId: plan.division,
      document: { kind: 'id-card', number: inventedNumber(serial) },
    }, '登记')).id);
  }
  const made = await registerHousehold(tx, by, {
    divisionId: plan.division, address: '路 1 号', hukouKind: plan.hukouKind, headPersonId: persons[0] ?? 0, validFrom: '2013-01-01' as PlainDate,
    members: persons.map((personId, at) => ({ personId, relation: at === 0 ? '本人' : '子女' })),
  }, '登记');
  const { id: grant } = await tx.one<{ id: number }>(
    `insert into benefit_grant (benefit, case_id, household_id, division_id, first_month) values ('subsistence-allowance', 1, $1, $2, $3) returning id`, [made.id, plan.division, plan.firstMonth]);
  const version = await writeVersion(tx, { ...plan, household: made.id, grant, persons }, plan.firstMonth, plan.fen);
  return { household: made.id, number: made.number, persons, grant, version, division: plan.division, hukouKind: plan.hukouKind, fen: plan.fen };
}

/** A version of a grant from a month on, with the persons it covers. */
export async function writeVersion(tx: Tx, of: Pick<Planted, 'household' | 'grant' | 'division' | 'hukouKind' | 'persons'>, month: string, fen: number): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `insert into grant_version (grant_id, benefit, household_id, division_id, from_month, state, persons, hukou_kind, fen, basis, change, reason)
     values ($1, 'subsistence-allowance', $2, $3, $4, 'paid', $5, $6, $7, 'assessment', 'opened', '测试') returning id`, [of.grant, of.household, of.division, month, of.persons.length, of.hukouKind, fen]);
  await tx.run(
    `insert into grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month) select $1, $2, 'subsistence-allowance', p, $3, $4, $5 from unnest($6::bigint[]) p`,
    [id, of.grant, of.household, of.division, month, of.persons]);
  return id;
}

/** What was known of a version turns out wrong: closed from this command on. */
export async function closeVersion(tx: Tx, version: number): Promise<void> {
  await tx.run('update grant_person set known_to = current_command() where version_id = $1 and known_to is null', [version]);
  await tx.run('update grant_version set known_to = current_command() where id = $1', [version]);
}

/** One roll of a month with a line a household, each booked as due and as paid or returned. */
export async function plantRoll(tx: Tx, by: CommandContext, office: number, month: string, bookedOn: string, lines: readonly { to: Planted; fen: number; kind: 'paid' | 'returned'; forMonth?: string; cause?: 'regular' | 'arrears' | 'recovery' }[], kind: 'main' | 'follow-up' = 'main', follows: number | null = null): Promise<number> {
  const { id: roll } = await tx.one<{ id: number }>(
    `insert into roll (number, benefit, month, kind, follows, division_id, known_at, drawn_on, needs_finance, state) values ($1, 'subsistence-allowance', $2, $3, $4, $5, $6, $7, false, 'closed') returning id`,
    [randomUUID(), month, kind, follows, office, by.commandId, bookedOn]);
  for (const [at, line] of lines.entries()) await plantLine(tx, roll, at + 1, month, bookedOn, line);
  return roll;
}

async function plantLine(tx: Tx, roll: number, no: number, month: string, bookedOn: string, line: { to: Planted; fen: number; kind: 'paid' | 'returned'; forMonth?: string; cause?: string }): Promise<void> {
  const { to, fen } = line;
  const { id } = await tx.one<{ id: number }>(
    `insert into roll_line (roll_id, line_no, household_id, household_number, division_id, head_person_id, hukou_kind, persons, fen, regular_fen, arrears_fen, recovery_fen,
       last_persons, last_fen, last_regular_fen, last_arrears_fen, last_recovery_fen, reason, digest, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 0, 0, 0, 0, 0, 0, 0, '测试', '\\x00', $10) returning id`,
    [roll, no, to.household, to.number, to.division, to.persons[0], to.hukouKind, to.persons.length, fen, line.kind === 'paid' ? 'paid' : 'failed']);
  const { id: item } = await tx.one<{ id: number }>(
    `insert into roll_line_item (roll_id, line_id, division_id, household_id, grant_id, for_month, item, fen, cause) values ($1, $2, $3, $4, $5, $6, 'allowance', $7, $8) returning id`,
    [roll, id, to.division, to.household, to.grant, line.forMonth ?? month, fen, line.cause ?? 'regular']);
  if (line.kind === 'returned') await tx.run('update roll_line_item set known_to = current_command() where id = $1', [item]);
  for (const kind of ['due', line.kind]) {
    await tx.run(
      `insert into ledger_entry (division_id, household_id, benefit, roll_id, line_id, item_id, grant_id, for_month, item, hukou_kind, kind, fen, booked_on)
       values ($1, $2, 'subsistence-allowance', $3, $4, $5, $6, $7, 'allowance', $8, $9, $10, $11)`,
      [to.division, to.household, roll, id, item, to.grant, line.forMonth ?? month, to.hukouKind, kind, fen, bookedOn]);
  }
}
