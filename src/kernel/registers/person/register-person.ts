import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import type { HukouKind } from '../../contract/parameter.ts';
import { lastSix, maskIdCardNumber } from '../../values/id-card-number.ts';
import { namePinyin } from '../../values/pinyin.ts';
import type { PlainDate } from '../../values/plain-date.ts';

export type DocumentKind = 'id-card' | 'hk-mo-tw-residence-permit' | 'foreign-permanent-residence' | 'passport';

export interface PersonFacts {
  readonly name: string;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly birthDate: PlainDate | null;
  readonly hukouKind: HukouKind | null;
  readonly hukouDivisionId: number | null;
  readonly residenceDivisionId: number | null;
  /** Village or community whose office is registering the person. */
  readonly handlingDivisionId: number;
  readonly document: { readonly kind: DocumentKind; readonly number: string } | null;
}

/** Keyed hash under which a document number is found again, whatever case or width it was typed in. */
export const documentHash = (by: Pick<CommandContext, 'city'>, kind: DocumentKind, number: string): Buffer =>
  by.city.keys.findHash(`${kind}:${number.toUpperCase()}`);

/**
 * The person behind a document, registered now if the city has not met them yet. Nobody is registered twice:
 * a person known in another area is linked, and the handling office may see them from now on.
 */
export async function registerPerson(tx: Tx, by: CommandContext, facts: PersonFacts, reason: string): Promise<{ id: number; existed: boolean }> {
  if (facts.document) {
    const { id: known } = await tx.one<{ id: number | null }>('select person_by_document($1, $2) as id', [facts.document.kind, documentHash(by, facts.document.kind, facts.document.number)]);
    if (known !== null) {
      await tx.run('select hand_person_to($1, $2)', [known, facts.handlingDivisionId]);
      return { id: known, existed: true };
    }
  }
  const pinyin = namePinyin(facts.name);
  const { id } = await tx.one<{ id: number }>(
    `insert into person (name, name_pinyin, name_initials, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, handling_division_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [facts.name, pinyin.full, pinyin.initials, facts.sex, facts.birthDate, facts.hukouKind, facts.hukouDivisionId, facts.residenceDivisionId, facts.handlingDivisionId]);
  await tx.run(
    `insert into person_version (person_id, valid_from, name, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, facts.birthDate ?? by.today, facts.name, facts.sex, facts.birthDate, facts.hukouKind, facts.hukouDivisionId, facts.residenceDivisionId, reason]);
  if (facts.document) await addDocument(tx, by, id, facts.document);
  return { id, existed: false };
}

/** Adds one more document to a person (身份证、居住证、护照…). */
export async function addDocument(tx: Tx, by: CommandContext, person: number, document: { kind: DocumentKind; number: string }): Promise<void> {
  const number = document.number.toUpperCase();
  const sealed = by.city.keys.seal(number);
  await tx.run(
    `insert into person_document (person_id, kind, number_cipher, number_hash, last_six_hash, key_id, masked) values ($1, $2, $3, $4, $5, $6, $7)`,
    [person, document.kind, sealed.cipher, documentHash(by, document.kind, number), by.city.keys.findHash(`last-six:${lastSix(number)}`), sealed.keyId, maskIdCardNumber(number)]);
}
