import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { namePinyin } from '../../values/pinyin.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { personColumns, writePersonVersion, type PersonRecord } from './person-record.ts';

export interface PersonCorrection {
  readonly person: number;
  readonly seen: number;
  /** Day from which things are otherwise; absent = the record was wrong all along. */
  readonly from?: PlainDate | undefined;
  readonly reason: string;
  readonly changes: {
    readonly name?: string | undefined; readonly sex?: 'male' | 'female' | 'unknown' | undefined; readonly birthDate?: PlainDate | undefined; readonly deathDate?: PlainDate | undefined;
    readonly hukouKind?: 'urban' | 'rural' | undefined; readonly hukouDivision?: number | undefined; readonly residenceDivision?: number | undefined;
  };
}

/**
 * Corrects what is recorded of a person, with the reason. Without `from` the record was wrong all along (更正); with it, things changed on that day (变更).
 * Nothing is overwritten: the old version is closed and stays readable as it was known.
 */
export async function correctPerson(tx: Tx, by: Pick<CommandContext, 'today'>, input: PersonCorrection): Promise<{ readonly version: number }> {
  const person = await tx.find<PersonRecord & { version: number }>('select * from person where id = $1 for update', [input.person]);
  if (!person) throw new Refusal('person.not-found');
  if (person.version !== input.seen) throw new Refusal('person.changed');
  const { changes: c } = input;
  const given = { name: c.name, sex: c.sex, birth_date: c.birthDate, death_date: c.deathDate, hukou_kind: c.hukouKind, hukou_division_id: c.hukouDivision, residence_division_id: c.residenceDivision };
  const facts = Object.fromEntries(personColumns.map((key) => [key, given[key] ?? person[key]])) as unknown as PersonRecord;
  if (personColumns.every((key) => facts[key] === person[key])) throw new Refusal('person.nothing-to-correct');
  await writePersonVersion(tx, input.person, facts, input.from ?? null, input.reason, by.today);
  const pinyin = namePinyin(facts.name);
  const { version } = await tx.one<{ version: number }>(
    `update person set name = $2, sex = $3, birth_date = $4, death_date = $5, hukou_kind = $6, hukou_division_id = $7, residence_division_id = $8,
            name_pinyin = $9, name_initials = $10, version = version + 1, command_id = current_command() where id = $1 returning version`,
    [input.person, ...personColumns.map((key) => facts[key]), pinyin.full, pinyin.initials]);
  return { version };
}
