import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { announce } from '../../jobs/enqueue.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { DeathSource } from './death.ts';
import { personColumns, writePersonVersion, type PersonRecord } from './person-record.ts';

export interface DeathReport {
  readonly person: number;
  readonly diedOn: PlainDate;
  readonly source: DeathSource;
  readonly certificateNo: string | null;
  readonly reason: string;
}

type Locked = PersonRecord & { readonly version: number; readonly [key: string]: unknown };

async function takePerson(tx: Tx, id: number, seen?: number): Promise<Locked> {
  const person = await tx.find<Locked>('select * from person where id = $1 for update', [id]);
  if (!person) throw new Refusal('person.not-found');
  if (seen !== undefined && seen !== person.version) throw new Refusal('person.changed');
  return person;
}

/** 死亡登记: the register knows of a death; what other rooms do about it follows from the event. */
export async function recordDeath(tx: Tx, by: CommandContext, death: DeathReport, seen?: number): Promise<number> {
  const person = await takePerson(tx, death.person, seen);
  if (person.death_date !== null) throw new Refusal('person.dead-already', { on: person.death_date });
  if (death.diedOn > by.today) throw new Refusal('person.death-to-come');
  if (person.birth_date !== null && death.diedOn < person.birth_date) throw new Refusal('person.death-before-birth');
  await setDeath(tx, by, death.person, person, death.diedOn, `${death.diedOn} 去世`);
  const { id } = await tx.one<{ id: number }>(
    `insert into person_death (person_id, kind, died_on, source, certificate_no, reason) values ($1, 'died', $2, $3, $4, $5) returning id`,
    [death.person, death.diedOn, death.source, death.certificateNo, death.reason]);
  await announce(tx, 'person.died', { personId: death.person, deathId: id });
  return id;
}

/** 撤销死亡登记: it was an error. The registration stays readable; everything that followed from it is undone by the event. */
export async function liftDeath(tx: Tx, by: CommandContext, lift: { readonly person: number; readonly reason: string }, seen?: number): Promise<number> {
  const person = await takePerson(tx, lift.person, seen);
  const death = await tx.find<{ id: number; died_on: PlainDate; source: DeathSource }>(
    `select d.id, d.died_on, d.source from person_death d where d.person_id = $1 and d.kind = 'died' and not exists (select 1 from person_death l where l.lifts_id = d.id) order by d.id desc limit 1`, [lift.person]);
  if (!death || person.death_date === null) throw new Refusal('person.not-dead');
  await setDeath(tx, by, lift.person, person, null, '撤销死亡登记');
  const { id } = await tx.one<{ id: number }>(
    `insert into person_death (person_id, kind, lifts_id, died_on, source, reason) values ($1, 'lifted', $2, $3, $4, $5) returning id`, [lift.person, death.id, death.died_on, death.source, lift.reason]);
  await announce(tx, 'person.death-lifted', { personId: lift.person, deathId: death.id });
  return id;
}

async function setDeath(tx: Tx, by: CommandContext, id: number, person: Locked, diedOn: PlainDate | null, reason: string): Promise<void> {
  const facts = Object.fromEntries(personColumns.map((key) => [key, key === 'death_date' ? diedOn : person[key]])) as unknown as PersonRecord;
  await writePersonVersion(tx, id, facts, null, reason, by.today);
  await tx.run('update person set death_date = $2, version = version + 1, command_id = current_command() where id = $1', [id, diedOn]);
}
