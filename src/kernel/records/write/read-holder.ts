import { z } from 'zod';
import { Refusal } from '../../contract/refusal.ts';
import type { FieldError } from '../../contract/form.ts';
import type { Register } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { findByDocuments } from '../../registers/person/document-hash.ts';
import { registerPeople, type PersonFacts } from '../../registers/person/register-people.ts';
import { checkIdCardNumber } from '../../values/id-card-number.ts';

/** A person as a desk names one: the name and the number on the card. */
export const personInput = z.strictObject({ name: z.string().trim().min(1).max(40), idNumber: z.string().trim().min(1).max(30) });
export type NamedPerson = z.infer<typeof personInput>;

/** Whether a register's record, or an entry, must say whose it is. */
export const needsPerson = (register: Pick<Register, 'holder'>): boolean => register.holder?.kind === 'person' && register.holder.optional !== true;

/** The people named, known to the city from now on; null where none is named. Refuses a number that cannot be, naming the field; `record.person-needed` where one must be. */
export async function readHolder(tx: Tx, by: CommandContext, register: Pick<Register, 'holder' | 'title'>, named: readonly (NamedPerson | undefined)[], division: number): Promise<(number | null)[]> {
  if (needsPerson(register) && named.some((one) => one === undefined)) throw new Refusal('record.person-needed');
  const asked = register.holder?.kind === 'person' ? named : named.map(() => undefined);
  return findPeople(tx, by, asked.map((person) => ({ person, division })), `台账登记：${register.title}`);
}

/** Many people at once, each with the office that writes them in. */
export async function findPeople(tx: Tx, by: CommandContext, asked: readonly { readonly person: NamedPerson | undefined; readonly division: number }[], reason: string): Promise<(number | null)[]> {
  const facts = asked.map(({ person, division }) => (person === undefined ? undefined : readPerson(person, division, by.city.demo)));
  const wrong = facts.find((one): one is FieldError => one !== undefined && 'sentence' in one);
  if (wrong) throw new Refusal('input.invalid', { fields: [wrong] });
  const present = facts.filter((one): one is PersonFacts => one !== undefined && 'name' in one);
  await refuseOtherName(tx, by, present);
  const ids = await registerPeople(tx, by, present, reason);
  let at = 0;
  return facts.map((one) => (one === undefined ? null : ids[at++]?.id ?? null));
}

/** A number that is somebody else's is a slip of the pen, here or there: nobody is linked by it. */
async function refuseOtherName(tx: Tx, by: CommandContext, people: readonly PersonFacts[]): Promise<void> {
  const known = await findByDocuments(tx, by, people.map((person) => ({ kind: 'id-card' as const, number: person.document?.number ?? '', name: person.name })));
  const other = known.find((one) => !one.sameName);
  if (other) throw new Refusal('input.invalid', { fields: [{ path: 'person.idNumber', code: 'field.id-other-name', sentence: `“${people[other.at]?.name ?? ''}”的身份证号码，库里登记的是另一个名字。请核对号码和姓名。` }] });
}

/** A person's facts from what the card says; an error naming the field when it cannot be a number. */
export function readPerson(person: NamedPerson, division: number, demo: boolean): PersonFacts | FieldError {
  const read = checkIdCardNumber(person.idNumber, { demo });
  if (!read.ok) return { path: 'person.idNumber', code: read.code, sentence: read.sentence };
  return { name: person.name, sex: read.sex, birthDate: read.birthDate, hukouKind: null, hukouDivisionId: null, residenceDivisionId: null, handlingDivisionId: division, document: { kind: 'id-card', number: read.number } };
}
