import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import type { Tx } from '../../../db/tx.ts';
import { plainDate, type PlainDate } from '../../../values/plain-date.ts';
import { namePinyin } from '../../../values/pinyin.ts';

interface Facts {
  name: string; sex: string; birth_date: string | null; death_date: string | null; hukou_kind: string | null; hukou_division_id: number | null; residence_division_id: number | null;
}
interface Version extends Facts { id: number; valid_from: string; valid_to: string | null; reason: string }

const day = z.iso.date().transform(plainDate);
const columns = ['name', 'sex', 'birth_date', 'death_date', 'hukou_kind', 'hukou_division_id', 'residence_division_id'] as const;

/**
 * Corrects what is recorded of a person, with the reason. Without `from` the record was wrong all along (更正); with it, things changed on that day (变更).
 * Nothing is overwritten: the old version is closed and stays readable as it was known.
 */
export default defineCommand({
  id: 'person.correct-person', title: '更正人员信息', allow: { roles: ['village-clerk', 'town-clerk', 'town-lead'] },
  input: z.strictObject({
    person: z.number().int().positive(), seen: z.number().int().positive(), from: day.optional(), reason: z.string().trim().min(2).max(200),
    changes: z.strictObject({
      name: z.string().trim().min(1).max(60), sex: z.enum(['male', 'female', 'unknown']), birthDate: day, deathDate: day,
      hukouKind: z.enum(['urban', 'rural']), hukouDivision: z.number().int().positive(), residenceDivision: z.number().int().positive(),
    }).partial(),
  }),
  async run(tx, input, by): Promise<{ readonly version: number }> {
    const person = await tx.find<Facts & { version: number }>('select * from person where id = $1 for update', [input.person]);
    if (!person) throw new Refusal('person.not-found');
    if (person.version !== input.seen) throw new Refusal('person.changed');
    const { changes: c } = input;
    const given = { name: c.name, sex: c.sex, birth_date: c.birthDate, death_date: c.deathDate, hukou_kind: c.hukouKind, hukou_division_id: c.hukouDivision, residence_division_id: c.residenceDivision };
    const facts = Object.fromEntries(columns.map((key) => [key, given[key] ?? person[key]])) as unknown as Facts;
    if (columns.every((key) => facts[key] === person[key])) throw new Refusal('person.nothing-to-correct');
    await record(tx, input.person, facts, input.from ?? null, input.reason, by.today);
    const pinyin = namePinyin(facts.name);
    const { version } = await tx.one<{ version: number }>(
      `update person set name = $2, sex = $3, birth_date = $4, death_date = $5, hukou_kind = $6, hukou_division_id = $7, residence_division_id = $8,
              name_pinyin = $9, name_initials = $10, version = version + 1, command_id = current_command() where id = $1 returning version`,
      [input.person, ...columns.map((key) => facts[key]), pinyin.full, pinyin.initials]);
    return { version };
  },
});

/** Closes the version in force and writes what is known now: for its whole period, or from a day inside it on. */
async function record(tx: Tx, person: number, facts: Facts, from: PlainDate | null, reason: string, today: PlainDate): Promise<void> {
  const old = await tx.find<Version>(
    'select * from person_version where person_id = $1 and known_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2)', [person, from ?? today]);
  if (!old) throw new Refusal('person.no-record-then');
  await tx.run('update person_version set known_to = current_command() where id = $1', [old.id]);
  const insert = (f: Facts, start: string, end: string | null, why: string): Promise<number> => tx.run(
    `insert into person_version (person_id, valid_from, valid_to, reason, ${columns.join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [person, start, end, why, ...columns.map((key) => f[key])]);
  if (from !== null && from > old.valid_from) await insert(old, old.valid_from, from, old.reason);
  await insert(facts, from !== null && from > old.valid_from ? from : old.valid_from, old.valid_to, reason);
}
