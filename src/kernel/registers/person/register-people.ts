import type { HukouKind } from '../../contract/parameter.ts';
import { AppError } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { lastSix, maskIdCardNumber } from '../../values/id-card-number.ts';
import { namePinyin } from '../../values/pinyin.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { documentHash, findByDocuments, lastSixText, type DocumentKind } from './document-hash.ts';

export interface PersonDocument { readonly kind: DocumentKind; readonly number: string }

export interface PersonFacts {
  readonly name: string;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly birthDate: PlainDate | null;
  readonly hukouKind: HukouKind | null;
  readonly hukouDivisionId: number | null;
  readonly residenceDivisionId: number | null;
  /** Village or community whose office is registering the person. */
  readonly handlingDivisionId: number;
  readonly document: PersonDocument | null;
}

export interface RegisteredPerson { readonly id: number; /** Known to the city before, and linked. */ readonly existed: boolean }

/** Rows of one statement: what is taken in at once stays small enough to be held and sealed. */
const CHUNK = 5_000;

/**
 * The people behind their documents, registered now where the city has not met them yet; answers stand in the order asked.
 * Nobody is registered twice: a person known in another area is linked, and the handling office may see them from now on.
 * One path for one person and for a roster of thousands.
 */
export async function registerPeople(tx: Tx, by: CommandContext, people: readonly PersonFacts[], reason: string): Promise<RegisteredPerson[]> {
  const ids: RegisteredPerson[] = [];
  for (let start = 0; start < people.length; start += CHUNK) ids.push(...await registerChunk(tx, by, people.slice(start, start + CHUNK), reason));
  return ids;
}

async function registerChunk(tx: Tx, by: CommandContext, people: readonly PersonFacts[], reason: string): Promise<RegisteredPerson[]> {
  const hashes = people.map((p) => (p.document ? documentHash(by, p.document.kind, p.document.number) : null));
  const known = await findKnown(tx, by, people);
  // the same document twice among those asked is one person
  const firstOf = new Map<string, number>();
  const place = people.map((p, at) => {
    const key = p.document ? `${p.document.kind}:${hashes[at]?.toString('hex')}` : `#${at}`;
    if (!firstOf.has(key)) firstOf.set(key, at);
    return firstOf.get(key) as number;
  });
  const fresh = people.flatMap((_person, at) => (known.has(at) || place[at] !== at ? [] : [at]));
  const made = await insertPeople(tx, by, fresh.map((at) => people[at] as PersonFacts), fresh.map((at) => hashes[at] ?? null), reason);
  const idAt = new Map([...known, ...fresh.map((at, nth) => [at, made[nth] as number] as const)]);
  return place.map((at, own) => ({ id: idAt.get(at) as number, existed: known.has(at) || at !== own }));
}

async function findKnown(tx: Tx, by: CommandContext, people: readonly PersonFacts[]): Promise<Map<number, number>> {
  const asked = people.flatMap((p, place) => (p.document ? [{ ...p.document, name: p.name, place }] : []));
  const found = await findByDocuments(tx, by, asked);
  const known = new Map(found.map(({ at, personId }) => [asked[at]?.place as number, personId]));
  if (known.size > 0) await tx.run('select hand_people_to($1, $2)', [[...known.values()], [...known.keys()].map((at) => people[at]?.handlingDivisionId)]);
  return known;
}

async function insertPeople(tx: Tx, by: CommandContext, people: readonly PersonFacts[], hashes: readonly (Buffer | null)[], reason: string): Promise<number[]> {
  if (people.length === 0) return [];
  const spoken = people.map((p) => namePinyin(p.name));
  const column = <K extends keyof PersonFacts>(key: K): PersonFacts[K][] => people.map((p) => p[key]);
  const rows = await tx.rows<{ id: number; name: string }>(
    `insert into person (name, name_pinyin, name_initials, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, handling_division_id)
     select name, pinyin, initials, sex, birth, hukou, hukou_at, lives_at, handled_at
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[], $7::int[], $8::int[], $9::int[])
            with ordinality as p (name, pinyin, initials, sex, birth, hukou, hukou_at, lives_at, handled_at, nth)
      order by nth returning id, name`,
    [column('name'), spoken.map((s) => s.full), spoken.map((s) => s.initials), column('sex'), column('birthDate'), column('hukouKind'),
      column('hukouDivisionId'), column('residenceDivisionId'), column('handlingDivisionId')]);
  // numbers are given in the order of insertion; the names prove that each went to its own person
  const ids = rows.toSorted((a, b) => a.id - b.id).map((row, at) => {
    if (row.name !== people[at]?.name) throw new AppError('person.order', 'people were not numbered in the order they were given');
    return row.id;
  });
  await tx.run(
    `insert into person_version (person_id, valid_from, name, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, reason)
     select id, coalesce(birth, $8), name, sex, birth, hukou, hukou_at, lives_at, $9
       from unnest($1::bigint[], $2::text[], $3::text[], $4::date[], $5::text[], $6::int[], $7::int[])
            with ordinality as p (id, name, sex, birth, hukou, hukou_at, lives_at, nth) order by nth`,
    [ids, column('name'), column('sex'), column('birthDate'), column('hukouKind'), column('hukouDivisionId'), column('residenceDivisionId'), by.today, reason]);
  await addDocuments(tx, by, people.flatMap((p, at) => (p.document ? [{ person: ids[at] as number, document: p.document, hash: hashes[at] ?? undefined }] : [])));
  return ids;
}

/** Adds documents to people (身份证、居住证、护照…): the numbers encrypted, found again by a keyed hash of the whole and of the last six. */
export async function addDocuments(
  tx: Tx, by: CommandContext, added: readonly { readonly person: number; readonly document: PersonDocument; readonly hash?: Buffer | undefined }[],
): Promise<void> {
  if (added.length === 0) return;
  const numbers = added.map((a) => a.document.number.toUpperCase());
  const sealed = numbers.map((number) => by.city.keys.seal(number));
  await tx.run(
    `insert into person_document (person_id, kind, number_cipher, number_hash, last_six_hash, key_id, masked)
     select person, kind, cipher, hash, last_six, key, masked
       from unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[], $6::text[], $7::text[])
            with ordinality as d (person, kind, cipher, hash, last_six, key, masked, nth) order by nth`,
    [added.map((a) => a.person), added.map((a) => a.document.kind), sealed.map((s) => s.cipher),
      added.map((a) => a.hash ?? documentHash(by, a.document.kind, a.document.number)),
      numbers.map((number) => by.city.keys.findHash(lastSixText(lastSix(number)))), sealed.map((s) => s.keyId), numbers.map(maskIdCardNumber)]);
}
